// What makes a finding the same one tomorrow: not its line, which moves, but its rule, object, field and words.
import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** 16 hexadecimal digits. */
export function fingerprintOf({ code, message, object, field, at }: Diagnostic): string {
  const place = object === undefined ? (at?.source.path ?? "") : `${object}\0${field ?? ""}`;
  return createHash("sha256").update(`${code}\0${place}\0${message}`).digest("hex").slice(0, 16);
}
