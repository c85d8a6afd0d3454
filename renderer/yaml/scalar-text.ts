// The text of a scalar with the tag !!binary.

/** The bytes as text; undefined when they are no base64. */
export function binaryText(base64: string): string | undefined {
  const compact = base64.replace(/[\r\n]/g, "");
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
  return isBase64 ? decoded(Buffer.from(compact, "base64")) : undefined;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const longestCharacter = 4;

/** In Go every byte that is part of no character becomes a replacement character of its own. */
function decoded(bytes: Uint8Array): string {
  const whole = decodedStrictly(bytes);
  if (whole !== undefined) return whole;
  let result = "";
  for (let i = 0; i < bytes.length; ) {
    let length = 1;
    let character = decodedStrictly(bytes.subarray(i, i + length));
    while (character === undefined && length < longestCharacter) {
      length++;
      character = decodedStrictly(bytes.subarray(i, i + length));
    }
    result += character ?? "\ufffd";
    i += character === undefined ? 1 : length;
  }
  return result;
}

function decodedStrictly(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
