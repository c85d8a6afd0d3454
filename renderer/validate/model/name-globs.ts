// Patterns of names in policies: `*` stands for any characters.

/** Whether a name matches one of the patterns. */
export function globMatcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => false;
  const parts = patterns.map((pattern) => pattern.split("*"));
  return (name) => parts.some((texts) => matchesParts(name, texts));
}

// The texts between the stars, one after the other; no regular expression, because a policy may hold any text.
function matchesParts(name: string, texts: readonly string[]): boolean {
  const [first = "", ...rest] = texts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const text of rest) {
    const found = name.indexOf(text, at);
    if (found < 0 || found + text.length > end) return false;
    at = found + text.length;
  }
  return true;
}
