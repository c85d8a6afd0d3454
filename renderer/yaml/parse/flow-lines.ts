// go-yaml does not look at indentation between brackets; the `yaml` package wants it there, and ends the brackets
// without. A line that it complains of is joined to the one before, in spaces, so that offsets stay.

/** How many lines are joined at most, and how much text is read again for it. */
const most = { lines: 50, characters: 5_000_000 };

export interface ParseError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/**
 * Parses a text, with the lines joined that stop it.
 *
 * @returns what parsing the text as it stands gives, where joining lines does not help
 */
export function parseJoiningLines<T>(
  text: string,
  parse: (text: string) => T,
  firstError: (parsed: T) => ParseError | undefined,
): T {
  const parsed = parse(text);
  const tries = Math.min(most.lines, Math.ceil(most.characters / (text.length + 1)));
  let joined: string | undefined = text;
  let error = firstError(parsed);
  for (let i = 0; i < tries && error; i++) {
    joined = endsBracketsEarly(error) ? withLineJoined(joined, error.pos[0]) : undefined;
    if (joined === undefined) return parsed;
    const again = parse(joined);
    error = firstError(again);
    if (!error) return again;
  }
  return parsed;
}

function endsBracketsEarly({ code, message }: ParseError): boolean {
  return code === "BAD_INDENT" && message.startsWith("Flow ");
}

/**
 * Not where a comment, an empty line or more than one space would become part of a text, or a key of several lines one
 * that is allowed.
 *
 * @param at  the first character of the line that is not blank
 */
function withLineJoined(text: string, at: number): string | undefined {
  const lineBreak = text.lastIndexOf("\n", at - 1);
  const blanks = text.slice(lineBreak + 1, at);
  if (lineBreak < 0 || !/^[ \t]*$/.test(blanks)) return undefined;
  const before = text.slice(text.lastIndexOf("\n", lineBreak - 1) + 1, lineBreak).trimEnd();
  const isDocumentMark = blanks === "" && /^(---|\.\.\.)/.test(text.slice(at, at + 3));
  if (before === "" || /(^|\s)#/.test(before) || isDocumentMark || text.startsWith(":", at)) return undefined;
  const from = text[lineBreak - 1] === "\r" ? lineBreak - 1 : lineBreak;
  const isInText = !/[,[{:]$/.test(before) && !/^[,\]}]/.test(text.slice(at, at + 1));
  if (isInText && at - from > 1) return undefined;
  return `${text.slice(0, from)}${" ".repeat(at - from)}${text.slice(at)}`;
}
