// The text of a scalar with the tag !!binary.

/** The bytes as text; undefined when they are no base64. What is not UTF-8 becomes the replacement character, as in Go. */
export function binaryText(base64: string): string | undefined {
  const compact = base64.replace(/[\r\n]/g, "");
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
  return isBase64 ? new TextDecoder().decode(Buffer.from(compact, "base64")) : undefined;
}
