// The entries of builds for programs. The shape is an interface: fields are added, never changed.
import { positionOf } from "../diagnostics/location.ts";
import type { RecordedEntry, RecordedField, RecordedObject } from "../patch/report/entry-recorder.ts";
import { apiVersionOf } from "../resource/gvk.ts";
import type { ResId } from "../resource/res-id.ts";
import { toPlain } from "../yaml/json.ts";
import type { Node } from "../yaml/node.ts";
import { printPath } from "../yaml/path.ts";
import { hiddenText, isSecretField } from "./value-text.ts";

/** The entries of one build as plain values. */
export function entriesJson(directory: string, entries: readonly RecordedEntry[]): unknown {
  return {
    directory,
    entries: entries.map(({ step, what, objects }) => ({
      by: step.by,
      what,
      ...positionOf(step),
      objects: objects.map(objectJson),
    })),
  };
}

function objectJson({ id, isRemoved, fields }: RecordedObject): unknown {
  return {
    apiVersion: apiVersionOf(id),
    kind: id.kind,
    name: id.name,
    ...(id.namespace === "" ? {} : { namespace: id.namespace }),
    ...(isRemoved ? { removed: true } : {}),
    fields: fields.map((changed) => fieldJson(changed, id)),
  };
}

function fieldJson({ path, before, after, overrides }: RecordedField, id: ResId): unknown {
  const value = (node: Node): unknown => (isSecretField(id, path) ? hiddenText : toPlain(node));
  return {
    field: printPath(path),
    ...(before ? { before: value(before) } : {}),
    ...(after ? { after: value(after) } : {}),
    ...(overrides ? { overrides: { by: overrides.by, ...positionOf(overrides) } } : {}),
  };
}
