// A text in double quotes as go-yaml v3 writes it.
// Source: go-yaml v3 emitterc.go (write_double_quoted)
const shortEscapes: ReadonlyMap<number, string> = new Map([
  ...([
    [0, "0"],
    [7, "a"],
    [8, "b"],
    [9, "t"],
    [10, "n"],
    [11, "v"],
    [12, "f"],
    [13, "r"],
    [0x1b, "e"],
  ] as const),
  ...([
    [0x22, '"'],
    [0x5c, "\\"],
    [0x85, "N"],
    [0xa0, "_"],
    [0x2028, "L"],
    [0x2029, "P"],
  ] as const),
]);

/** What stands between the quotes. */
export function doubleQuoted(text: string): string {
  let result = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isPlain =
      (code >= 0x20 && code <= 0x7e && code !== 0x22 && code !== 0x5c) ||
      (code >= 0xa0 && code < 0xd800 && code !== 0x2028 && code !== 0x2029) ||
      (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff);
    const short = shortEscapes.get(code);
    if (isPlain) result += char;
    else if (short !== undefined) result += `\\${short}`;
    else if (code <= 0xff) result += `\\x${hex(code, 2)}`;
    else result += code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  }
  return result;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, "0");
}
