// Colours for people; nothing but text when they did not ask for them.

export interface Style {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  /** The width of the terminal; what goes elsewhere is not wrapped. */
  readonly columns?: number;
}

const same = (text: string): string => text;

export const plainStyle: Style = { error: same, warning: same, note: same, strong: same, faint: same };

const ansi =
  (code: string) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

export const colourStyle: Style = {
  error: ansi("1;31"),
  warning: ansi("1;33"),
  note: ansi("36"),
  strong: ansi("1"),
  faint: ansi("2"),
};
