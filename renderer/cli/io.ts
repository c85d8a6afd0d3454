// The process as the commands see it; tests bring their own.

import { colourStyle, plainStyle, type Style } from "../report/style.ts";
import { writeErr, writeOut } from "./output-streams.ts";

export interface Io {
  readonly workingDirectory: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Calls back when the user wants the command to end; absent where nobody can. */
  readonly onInterrupt?: (stop: () => void) => void;
  /** How messages on stderr look. */
  readonly style: Style;
  /** How text for people looks on stdout, which may lead elsewhere than stderr; plain when absent. */
  readonly outStyle?: Style;
}

export function processIo(): Io {
  // A stream is opened when it is first used, which takes a moment; most runs have nothing to say on stderr.
  return {
    workingDirectory: process.cwd(),
    out: writeOut,
    err: writeErr,
    onInterrupt: (stop) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
    },
    get style() {
      return styleOf(process.stderr);
    },
    get outStyle() {
      return styleOf(process.stdout);
    },
  };
}

function styleOf({ isTTY, columns }: NodeJS.WriteStream): Style {
  const { env } = process;
  const { FORCE_COLOR: forced = "" } = env;
  const isForced = forced === "" ? isTTY : forced !== "0" && forced !== "false";
  const coloured = !env["NO_COLOR"] && env["TERM"] !== "dumb" && isForced;
  const style = coloured ? colourStyle : plainStyle;
  return isTTY && columns >= 40 ? { ...style, columns } : style;
}
