// Text to Kubernetes objects: the documents of a file, with lists opened and every object checked for a name.
import { attempt, Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { field, isEmpty, type Mapping, type Node, placeOf, textAt } from "../yaml/node.ts";
import { parseDocuments } from "../yaml/parse.ts";
import { throughJson } from "../yaml/through-json.ts";

const read = new WeakMap<SourceFile, readonly Mapping[]>();

/**
 * The objects of a text, in kustomize's order: the items of a `FooList` come after what else the text holds.
 *
 * Halts on text that is no YAML; reports each object without kind or name.
 * Source: kustomize api/resource/factory.go
 */
export function readObjects(source: SourceFile, collector: Collector): readonly Mapping[] {
  const known = read.get(source);
  if (known) return known;
  const objects = toObjects(parseDocuments(source, collector), collector);
  if (!collector.hasErrors) read.set(source, objects);
  return objects;
}

/** The same of a text that was parsed already. */
export function toObjects(documents: readonly Node[], collector: Collector): readonly Mapping[] {
  const queue: Node[] = [...documents];
  const objects: Mapping[] = [];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] as Node;
    if (isEmpty(node)) continue;
    if (!isObject(node, collector)) continue;
    const items = field(node, "items");
    if (!textAt(node, "kind")?.endsWith("List") || !items) objects.push(node);
    else if (items.kind === "sequence") queue.push(...items.items.map(throughJson));
    else if (!isEmpty(items)) {
      collector.report("resource/invalid", "`items` of a list must be a list", { at: placeOf(items) });
    }
  }
  return objects;
}

/** Whether a text parses as objects, if only as none. */
export function readsAsObjects(source: SourceFile): boolean {
  const trial = new Collector();
  // A source of its own, for what is read here is not worth remembering.
  attempt(() => readObjects({ ...source }, trial));
  return !trial.hasErrors;
}

function isObject(node: Node, collector: Collector): node is Mapping {
  const at = placeOf(node);
  if (node.kind !== "mapping") {
    collector.report("resource/invalid", `a Kubernetes object must be a map, not a ${kindName(node)}`, {
      at,
      help: "an object has apiVersion, kind and metadata.name",
    });
    return false;
  }
  const kind = textAt(node, "kind");
  if (!kind) {
    collector.report("resource/invalid", "the object has no `kind`", {
      at,
      help: "every object needs apiVersion, kind and metadata.name; values files and the like do not belong into resources",
    });
    return false;
  }
  if (kind.endsWith("List") || textAt(node, "metadata", "name")) return true;
  const metadata = field(node, "metadata");
  collector.report("resource/invalid", `the ${kind} has no \`metadata.name\``, {
    at: metadata ? placeOf(metadata) : at,
    help: "give it a name; kustomize cannot build objects with generateName",
  });
  return false;
}

function kindName(node: Node): string {
  return node.kind === "sequence" ? "list" : "scalar";
}
