// `validators:` are transformers that look at everything and may change nothing.
import type { Layer } from "../load/layer.ts";
import { idString } from "../resource/res-id.ts";
import type { Resource } from "../resource/resource.ts";
import type { RecordedRun } from "../transform/transformer.ts";
import { runTransformers } from "../transform/transformers.ts";
import { withField, withoutField } from "../yaml/edit.ts";
import { emitDocument } from "../yaml/emit.ts";
import { field, indexOfKey, type Mapping, placeOf } from "../yaml/node.ts";

/** The one label that a validator may leave behind. */
const validatedBy = "validated-by";

export function runValidators(
  resources: readonly Resource[],
  validators: readonly RecordedRun[],
  { context, file }: Layer,
): readonly Resource[] {
  let result = resources;
  for (const validator of validators) {
    const checked = runTransformers(result, [validator]);
    const changed = checked.find((resource, i) => textOf(resource) !== textOf(result[i]));
    if (changed || checked.length !== result.length) {
      context.collector.report("transform/failed", "a validator changed what it was to validate", {
        at: file.place("validators"),
        notes: changed ? [{ message: `it changed ${idString(changed.id)}`, at: placeOf(changed.node) }] : [],
        help: "list it under `transformers` if it is meant to change objects",
      });
    }
    result = checked;
  }
  return result;
}

function textOf(resource: Resource | undefined): string {
  return resource ? emitDocument(withoutMark(resource.node), () => undefined) : "";
}

function withoutMark(root: Mapping): Mapping {
  const metadata = field(root, "metadata");
  const labels = field(metadata, "labels");
  if (metadata?.kind !== "mapping" || labels?.kind !== "mapping" || !field(labels, validatedBy)) return root;
  const rest = withoutField(labels, validatedBy);
  const key = metadata.keys[indexOfKey(metadata, "labels")];
  const metadataKey = root.keys[indexOfKey(root, "metadata")];
  if (!key || !metadataKey) return root;
  const next = rest.keys.length === 0 ? withoutField(metadata, "labels") : withField(metadata, key, rest);
  return withField(root, metadataKey, next);
}
