// The entries of a build for people: what each was applied to, and what it changed there.
import { positionOf } from "../diagnostics/location.ts";
import type { RecordedEntry, RecordedField, RecordedObject } from "../patch/report/entry-recorder.ts";
import { hasEffect, hasTarget } from "../patch/report/entry-recorder.ts";
import { friendlyId, type ResId } from "../resource/res-id.ts";
import { toPlain } from "../yaml/json.ts";
import type { Node } from "../yaml/node.ts";
import { printPath } from "../yaml/path.ts";
import { oneLine, visible, withoutCommands } from "./printable.ts";
import type { Style } from "./style.ts";
import { hiddenText, isSecretField, valueText } from "./value-text.ts";

const width = 80;

/** Most objects of an entry, and fields of an object, that are listed; the rest is counted. */
const objectsAtMost = 4;
const fieldsAtMost = 8;

/** Longest text of a map or list, in characters: its beginning says which it is. */
const collectionAtMost = 60;

/** One block a file, in the order of the build; `directory` is what was built. */
export function entriesText(directory: string, entries: readonly RecordedEntry[], style: Style): string {
  const files = new Map<string, RecordedEntry[]>();
  for (const entry of entries) {
    const { path } = positionOf(entry.step);
    files.set(path, [...(files.get(path) ?? []), entry]);
  }
  const lines = [style.strong(`${oneLine(directory)}: ${count(entries.length, "entry", "entries")}`)];
  for (const [path, own] of files)
    lines.push("", oneLine(path), ...own.flatMap((entry) => entryLines(entry, style)));
  return withoutCommands(`${lines.join("\n")}\n`);
}

function entryLines(entry: RecordedEntry, style: Style): readonly string[] {
  const { step, what, objects } = entry;
  const line = String(positionOf(step).line).padStart(5);
  const name = `${line}  ${step.by} ${oneLine(what.split("\n", 1)[0] ?? "")}`;
  const [text, paint] = effect(entry, style);
  const room = width - name.length - text.length;
  const head = `${name}${" ".repeat(Math.max(2, room))}${paint(text)}`;
  // What goes to every object would only repeat itself.
  if (!hasTarget(step)) return [head];
  const shown = objects.filter(({ isRemoved, fields }) => isRemoved || fields.length > 0);
  return [
    head,
    ...shown.slice(0, objectsAtMost).flatMap((object) => objectLines(object, style)),
    ...more(shown.length - objectsAtMost, "object", "objects", " ".repeat(9)),
  ];
}

function effect(entry: RecordedEntry, style: Style): readonly [string, Style["error"]] {
  const { objects, step } = entry;
  if (objects.length === 0) return ["nothing matches", hasTarget(step) ? style.error : style.faint];
  const where = count(objects.length, "object", "objects");
  if (!hasEffect(entry)) return [`${where}, no change`, style.warning];
  const fields = objects.reduce((sum, object) => sum + object.fields.length, 0);
  const removed = objects.filter(({ isRemoved }) => isRemoved).length;
  const parts = [
    ...(fields > 0 ? [count(fields, "field", "fields")] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  return [`${where}, ${parts.join(", ")}`, style.faint];
}

function objectLines({ id, isRemoved, fields }: RecordedObject, style: Style): readonly string[] {
  const indent = " ".repeat(9);
  if (isRemoved) return [`${indent}${oneLine(friendlyId(id))} ${style.warning("is removed")}`];
  return [
    `${indent}${oneLine(friendlyId(id))}`,
    ...fields.slice(0, fieldsAtMost).flatMap((changed) => fieldLines(changed, id, style)),
    ...more(fields.length - fieldsAtMost, "field", "fields", `${indent}  `),
  ];
}

function fieldLines({ path, before, after }: RecordedField, id: ResId, style: Style): readonly string[] {
  const indent = " ".repeat(11);
  const text = (node: Node | undefined): string =>
    node === undefined ? "(none)" : isSecretField(id, path) ? hiddenText : shortText(node);
  const name = oneLine(printPath(path));
  const [was, is] = [text(before), text(after)];
  if (indent.length + name.length + was.length + is.length + 5 <= width)
    return [`${indent}${name}: ${style.faint(was)} → ${is}`];
  const values =
    `${indent}  ${was} → ${is}`.length <= width
      ? [`${style.faint(was)} → ${is}`]
      : [style.faint(was), `→ ${is}`];
  return [`${indent}${name}:`, ...values.map((value) => `${indent}  ${value}`)];
}

function shortText(node: Node): string {
  if (node.kind === "scalar") return valueText(node);
  const text = visible(JSON.stringify(toPlain(node)));
  return text.length > collectionAtMost ? `${text.slice(0, collectionAtMost - 1)}…` : text;
}

function more(number: number, one: string, many: string, indent: string): readonly string[] {
  return number > 0 ? [`${indent}… and ${count(number, `more ${one}`, `more ${many}`)}`] : [];
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
