// strings.TrimSpace of Go. JavaScript's trim also takes byte order marks away, and leaves next-line characters.

const spaces = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** The text without the white space of Unicode at its ends. */
export function trimGoSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && spaces.test(text[start] ?? "")) start++;
  while (end > start && spaces.test(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}
