// What the exit status says.

export const exitCodes = {
  clean: 0,
  /** Findings or differences. */
  findings: 1,
  /** The tree cannot be rendered, or the output cannot be written. */
  failed: 2,
  usage: 64,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
