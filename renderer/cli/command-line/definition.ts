// How a command is defined: its name and what it is for, and the rest when it is the one that runs.
import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";

export interface Definition {
  readonly name: string;
  /** For the list of commands. */
  readonly summary: string;
  /**
   * Gives the command its arguments, its options and its action. The module of the action is loaded when it runs, so that
   * no command waits for what another needs.
   *
   * @param done  to be told how the action ended
   */
  define(command: Command, io: Io, done: (exit: ExitCode) => void): void;
}
