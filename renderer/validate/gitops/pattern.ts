// Patterns of Argo CD: `*` for any characters, `?` for one. In time that is linear in pattern times text.

/** @param separator  a character that neither stands for */
export function matchesPattern(pattern: string, text: string, separator?: string): boolean {
  const isPlain = (i: number): boolean => text[i] !== separator;
  let star = -1;
  let from = 0;
  let p = 0;
  let t = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      from = t;
    } else if (pattern[p] === text[t] || (pattern[p] === "?" && isPlain(t))) {
      p++;
      t++;
    } else if (star >= 0 && isPlain(from)) {
      p = star + 1;
      t = ++from;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
