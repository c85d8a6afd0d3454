// From a finding to what is reported: at the last writer of the value, with what led there as notes.
import type { Diagnostic, Note, Severity } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/location.ts";
import { friendlyId } from "../resource/res-id.ts";
import { historyFrom } from "../yaml/history.ts";
import type { Node } from "../yaml/node.ts";
import { Value } from "./model/value.ts";
import type { Finding, Rule } from "./rule.ts";
import { subjectOf } from "./subject.ts";

/** Earlier values that are told; a value that every layer touched is explained by `gitops explain`. */
const earlierAtMost = 3;

export function toDiagnostic(finding: Finding, rule: Rule, severity: Severity): Diagnostic {
  const { message, related = [], help = rule.fix } = finding;
  const { id, field } = subjectOf(finding);
  return {
    code: rule.code,
    severity,
    message,
    at: placeOfFinding(finding),
    notes: distinct([
      ...historyNotes(finding),
      ...related.map(({ at, message: text }): Note => {
        return { message: text, at: at instanceof Value ? at.place : at };
      }),
    ]),
    help,
    ...(id ? { object: friendlyId(id) } : {}),
    ...(field === "" ? {} : { field }),
    ...(finding.edit ? { edit: finding.edit } : {}),
  };
}

/** Objects that one patch was made for say the same of the same line. */
function distinct(notes: readonly Note[]): readonly Note[] {
  const known = new Set<string>();
  return notes.filter(({ message, at }) => {
    const key = `${message}\0${at?.source.path}\0${at?.at}`;
    return !known.has(key) && known.add(key);
  });
}

function placeOfFinding({ at, atKey, within, isSecret }: Finding): Place {
  if (!(at instanceof Value)) return at;
  const place = within ?? (atKey ? at.keyPlace : at.place);
  if (isSecret) return { ...place, isSecret };
  // A ConfigMap may be made of files of any kind, and none of them is a secret.
  return at.object.id.kind === "ConfigMap" ? { ...place, isSecret: false } : place;
}

function historyNotes({ at, isSecret }: Finding): readonly Note[] {
  if (!(at instanceof Value)) return [];
  const present = nearestPresent(at);
  const notes: Note[] = [];
  let isFirst = true;
  let earlier = 0;
  for (const { value, at: place, by, entry } of historyFrom(present.object.node, present.path)) {
    if (isFirst) {
      if (entry) notes.push({ message: `this entry of \`${by}\` set it`, at: entry });
      if (present !== at) break;
      isFirst = false;
    } else if (!isSame(value, at.node)) {
      const text = isSecret || at.object.id.kind === "Secret" ? undefined : shown(value);
      notes.push({ message: text === undefined ? "an earlier value" : `was ${text}`, at: place });
      if (++earlier === earlierAtMost) break;
    }
  }
  return notes;
}

// A layer that says again what was there is no news.
function isSame(a: Node, b: Node | undefined): boolean {
  return a.kind === "scalar" && b?.kind === "scalar" && a.text === b.text && a.tag === b.tag;
}

/** The value itself, or what should hold it. */
function nearestPresent(value: Value): Value {
  let here = value;
  while (!here.node && here.parent) here = here.parent;
  return here;
}

function shown(node: Node): string | undefined {
  if (node.kind !== "scalar") return undefined;
  const line = node.text.split("\n", 1)[0] ?? "";
  return `\`${line.length > 60 || line !== node.text ? `${line.slice(0, 59)}…` : line}\``;
}
