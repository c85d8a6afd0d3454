// What goes into a function and what comes out of it: a ResourceList.
// Source: kyaml kio/byteio_writer.go, kio/byteio_reader.go and fn/runtime/runtimeutil/runtimeutil.go
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { readObjects } from "../load/objects.ts";
import { emitDocument } from "../yaml/emit.ts";
import { field, type Mapping, placeOf, textAt } from "../yaml/node.ts";
import { withAnnotations } from "./annotations.ts";

/** The text of the input; every object carries where it stood, as functions expect. */
export function printResourceList(
  items: readonly Mapping[],
  functionConfig: Mapping,
  collector: Collector,
): string {
  const numbered = items.map((item, i) =>
    withAnnotations(item, {
      "config.kubernetes.io/index": String(i),
      "internal.config.kubernetes.io/index": String(i),
      "internal.config.kubernetes.io/annotations-migration-resource-id": String(i),
      "internal.config.kubernetes.io/id": String(i + 1),
      "config.k8s.io/id": String(i + 1),
    }),
  );
  const list = numbered.map((item) => `- ${indented(print(item, collector))}`).join("");
  const config = `  ${indented(print(functionConfig, collector))}`;
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:${list === "" ? " []\n" : `\n${list}`}functionConfig:\n${config}`;
}

/** A document as YAML, as the build would print it. */
export function print(node: Mapping, collector: Collector): string {
  return emitDocument(node, ({ message, node: value, help }) => {
    collector.report("emit/not-representable", message, { at: placeOf(value), help });
  });
}

// Two more columns for all lines but the first; empty ones stay empty.
function indented(text: string): string {
  return text.replace(/\n(?=[^\n])/g, "\n  ");
}

/** The objects of an output: the items of a ResourceList, or documents as they are. */
export function readResourceList(source: SourceFile, collector: Collector): readonly Mapping[] {
  return readObjects(source, collector).filter(
    // One without items is a list of none.
    (object) => textAt(object, "kind") !== "ResourceList" || field(object, "functionConfig") === undefined,
  );
}
