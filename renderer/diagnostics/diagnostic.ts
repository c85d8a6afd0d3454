// What went wrong, as a value: structure now, wording and presentation later (report/).
import type { Code } from "./codes.ts";
import { severityOf } from "./codes.ts";
import type { Place } from "./location.ts";

export type Severity = "error" | "warning" | "info";

/** A second place that explains the first one. */
export interface Note {
  readonly message: string;
  readonly at?: Place;
}

/** The code of a validation rule; their catalogue is the rules themselves. */
export type RuleCode =
  `${"schema" | "patch" | "reference" | "security" | "practice" | "emqx" | "broker" | "gitops" | "custom"}/${string}`;

/** Replaces a text in a source. */
export interface Edit {
  readonly at: Place;
  /** What must stand there; anything else, and nothing is changed. */
  readonly old: string;
  readonly text: string;
}

export interface Diagnostic {
  readonly code: Code | RuleCode;
  readonly severity: Severity;
  /** One sentence, no full stop. */
  readonly message: string;
  /** The source that caused it; absent only when no file is to blame (an argument, the environment). */
  readonly at?: Place;
  readonly notes: readonly Note[];
  /** The way out. */
  readonly help?: string;
  /** The rendered object that it is about: `StatefulSet/emqx in mqtt`. */
  readonly object?: string;
  /** The field of the object: `spec.replicas`. */
  readonly field?: string;
  /** A change of the source that puts it right without a decision. */
  readonly edit?: Edit;
  /** The overlays that show it, when several were looked at. */
  readonly overlays?: readonly string[];
}

/** What a caller may add to a code and a message. */
export interface Details {
  readonly at?: Place | undefined;
  readonly notes?: readonly Note[];
  readonly help?: string | undefined;
}

/** Makes a diagnostic with the severity that its code has in the catalogue. */
export function diagnostic(code: Code, message: string, details: Details = {}): Diagnostic {
  const { at, notes = [], help } = details;
  return {
    code,
    severity: severityOf(code),
    message,
    notes,
    ...(at ? { at } : {}),
    ...(help ? { help } : {}),
  };
}
