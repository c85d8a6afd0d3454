// Puts characters on lines the way go-yaml v3's emitter does: it remembers whether anything but indentation stands on
// the line, and leaves a blank line after a comment at the end of a block.
// Source: go-yaml v3 emitterc.go (write_indent, write_indicator, write_comment)

export class Writer {
  #text = "";
  #column = 0;
  /** The last character is a blank, or the line is empty. */
  #isAfterSpace = true;
  /** Nothing but indentation and list dashes stands on the line. */
  #isIndentation = true;
  #footIndent = -1;

  get text(): string {
    return this.#text;
  }

  /** Starts a line at an indentation, unless the line is there already. */
  indent(width: number): void {
    const column = this.#column;
    if (!this.#isIndentation || column > width || (column === width && !this.#isAfterSpace)) this.lineBreak();
    if (this.#footIndent === width) this.lineBreak();
    while (this.#column < width) this.#put(" ");
    this.#isAfterSpace = true;
    this.#footIndent = -1;
  }

  lineBreak(): void {
    this.#text += "\n";
    this.#column = 0;
    this.#isIndentation = true;
  }

  /** A dash, colon, bracket or quote. */
  indicator(text: string, { space = false, blank = false, dash = false } = {}): void {
    if (space && !this.#isAfterSpace) this.#put(" ");
    this.#put(text);
    this.#isAfterSpace = blank;
    this.#isIndentation &&= dash;
  }

  /** Text of a scalar. */
  content(text: string): void {
    this.#put(text);
    this.#isIndentation = false;
    this.#isAfterSpace = false;
  }

  /** A line of a block scalar or a comment, which is always ended by a line break. */
  line(text: string): void {
    this.#put(text);
    this.#isIndentation = false;
  }

  /** A space before a plain scalar. */
  space(): void {
    if (!this.#isAfterSpace) this.#put(" ");
  }

  /** Says that what follows needs no space. */
  afterSpace(): void {
    this.#isAfterSpace = true;
  }

  /** A comment of one or more lines, and the end of its last one. */
  comment(text: string, width: number): void {
    text
      .replace(/\n$/, "")
      .split("\n")
      .forEach((line, i) => {
        if (line !== "" && i > 0) this.indent(width);
        if (line !== "") this.line(line);
        this.lineBreak();
      });
    this.#isAfterSpace = true;
  }

  lineComment(text: string | undefined, width: number): void {
    if (text === undefined) return;
    if (!this.#isAfterSpace) this.#put(" ");
    this.comment(text, width);
  }

  headComment(text: string | undefined, width: number): void {
    if (text === undefined) return;
    this.indent(width);
    this.comment(text, width);
  }

  footComment(text: string | undefined, width: number): void {
    if (text === undefined) return;
    this.headComment(text, width);
    this.#footIndent = width;
  }

  /** A comment behind the whole document. */
  endComment(text: string | undefined): void {
    this.#footIndent = 0;
    this.footComment(text, 0);
  }

  #put(text: string): void {
    this.#text += text;
    this.#column += text.length;
  }
}
