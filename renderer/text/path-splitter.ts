// Paths of fields as kustomize writes them: `metadata/annotations/example.org\/key` in field specs,
// `spec.containers.[name=app].image` in replacements.
// Source: kustomize kyaml/utils/pathsplitter.go

/** Splits at a delimiter; a backslash before the delimiter keeps it, one delimiter in front is dropped. */
export function splitPath(path: string, delimiter: string): string[] {
  const pieces = path.split(delimiter);
  if (pieces.length > 1 && pieces[0] === "") pieces.shift();
  const parts: string[] = [];
  let escaped = false;
  for (const piece of pieces) {
    if (escaped) parts.push(`${parts.pop()?.slice(0, -1)}${delimiter}${piece}`);
    else parts.push(piece);
    escaped = parts.at(-1)?.endsWith("\\") ?? false;
  }
  return parts;
}

/**
 * Splits a path whose parts may hold the delimiter between brackets: `[name=a.b]` stays as it is, the brackets of
 * `[a.b]` without `=` go.
 */
export function splitBracketedPath(path: string, delimiter: string): string[] {
  const pieces = splitPath(path, delimiter);
  const parts: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    let part = pieces[i] as string;
    if (!part.startsWith("[") || part.endsWith("]")) {
      parts.push(part);
      continue;
    }
    while (i + 1 < pieces.length) {
      const piece = pieces[++i] as string;
      part += delimiter + piece;
      if (piece.endsWith("]")) break;
    }
    parts.push(part.includes("=") ? part : withoutBrackets(part));
  }
  return parts;
}

/** Strips every bracket from both ends, of either kind. */
function withoutBrackets(text: string): string {
  const isBracket = (at: number): boolean => text[at] === "[" || text[at] === "]";
  let start = 0;
  let end = text.length;
  while (start < end && isBracket(start)) start++;
  while (end > start && isBracket(end - 1)) end--;
  return text.slice(start, end);
}
