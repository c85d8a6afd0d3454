// Go's json.MarshalIndent with two spaces, from compact JSON.

export function indentJson(json: string): string {
  let result = "";
  let depth = 0;
  const newLine = (): string => `\n${"  ".repeat(depth)}`;
  for (let i = 0; i < json.length; i++) {
    const char = json[i] as string;
    switch (char) {
      case '"': {
        const end = stringEnd(json, i);
        result += json.slice(i, end);
        i = end - 1;
        break;
      }
      case "{":
      case "[":
        if (json[i + 1] === "}" || json[i + 1] === "]") {
          result += char + json[++i];
          break;
        }
        depth++;
        result += char + newLine();
        break;
      case "}":
      case "]":
        depth--;
        result += newLine() + char;
        break;
      case ",":
        result += char + newLine();
        break;
      default:
        result += char === ":" ? ": " : char;
    }
  }
  return result;
}

/** The offset behind a string that begins at `start`. */
function stringEnd(json: string, start: number): number {
  let i = start + 1;
  while (json[i] !== '"') i += json[i] === "\\" ? 2 : 1;
  return i + 1;
}
