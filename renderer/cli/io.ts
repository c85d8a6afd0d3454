// The process as the commands see it; tests bring their own.
import { colourStyle, plainStyle, type Style } from "../report/style.ts";

export interface Io {
  readonly workingDirectory: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** How messages on stderr look. */
  readonly style: Style;
}

export function processIo(): Io {
  const { env, stdout, stderr } = process;
  const coloured =
    !env["NO_COLOR"] && env["TERM"] !== "dumb" && (Boolean(env["FORCE_COLOR"]) || stderr.isTTY);
  return {
    workingDirectory: process.cwd(),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    style: coloured ? colourStyle : plainStyle,
  };
}
