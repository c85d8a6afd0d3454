// What others have written, in a report: names and lines of a pull request must not steer the terminal or the log that shows
// them.

/** Control characters, and those that turn the direction of a text; tabs and line breaks are neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** As many characters as before, none of them steers what shows it. */
export function visible(text: string): string {
  return text.replace(steering, "\uFFFD");
}

/** The same in one line. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " "));
}

/**
 * The lines of a whole report, none of which is a command to GitHub's runner: it looks for `::` at the begin of a line, behind
 * blanks as well, and for `##[` anywhere. Source: actions/runner, src/Runner.Common/ActionCommand.cs
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
