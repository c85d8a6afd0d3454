// Diagnostics for programs. The shape is an interface, docs/validate.md describes it: fields are added, never changed.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Report } from "./summary.ts";

export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  return print({ version: 1, diagnostics: diagnostics.map(diagnosticJson) });
}

export function validationJson({ diagnostics, overlays, uncounted, known }: Report): string {
  return print({
    version: 1,
    overlays,
    diagnostics: diagnostics.map((found) => ({
      ...diagnosticJson(found),
      fingerprint: fingerprintOf(found),
    })),
    notShown: Object.fromEntries(uncounted),
    inBaseline: known,
  });
}

/** A diagnostic as plain values. */
export function diagnosticJson({ at, notes, edit, ...rest }: Diagnostic): object {
  return {
    ...rest,
    ...(at ? positionOf(at) : {}),
    ...(edit ? { edit: { ...positionOf(edit.at), old: edit.old, text: edit.text } } : {}),
    notes: notes.map((note) => ({ message: note.message, ...(note.at ? positionOf(note.at) : {}) })),
  };
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
