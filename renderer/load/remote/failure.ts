// Why something remote cannot be had: a value, which open.ts turns into a diagnostic at the entry that asked for it.

export interface RemoteFailure {
  readonly kind: "failure";
  /** What went wrong, to follow "… cannot be fetched: ". */
  readonly reason: string;
  /** The way out. */
  readonly help: string;
}

export function failure(reason: string, help: string): RemoteFailure {
  return { kind: "failure", reason, help };
}
