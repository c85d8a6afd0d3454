// Diagnostics for programs. The shape is an interface: fields are added, never changed.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";

export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  const found = diagnostics.map(({ at, notes, ...rest }) => ({
    ...rest,
    ...(at ? positionOf(at) : {}),
    notes: notes.map((note) => ({ message: note.message, ...(note.at ? positionOf(note.at) : {}) })),
  }));
  return `${JSON.stringify({ version: 1, diagnostics: found }, null, 2)}\n`;
}
