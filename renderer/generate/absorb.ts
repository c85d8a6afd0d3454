// Takes generated objects into the build: `behavior` says whether they are new or change what is there.
import type { BuildContext } from "../load/context.ts";
import { friendlyId, idKey } from "../resource/res-id.ts";
import { type Resource, toResource } from "../resource/resource.ts";
import { idIndexOf } from "../resource/resource-list.ts";
import { noTrail, type Trail } from "../resource/trail.ts";
import { rewrittenKey, withField, withoutField } from "../yaml/edit.ts";
import {
  field,
  indexOfKey,
  isNull,
  type Mapping,
  mapping,
  type Node,
  placeOf,
  type Scalar,
  type Step,
  scalar,
} from "../yaml/node.ts";
import { styleOfNewString } from "../yaml/yaml11.ts";

/** Source: kustomize api/resmap/reswrangler.go, appendReplaceOrMerge */
export function absorb(
  resources: readonly Resource[],
  generated: Resource,
  step: Step,
  context: BuildContext,
): readonly Resource[] {
  const found = idIndexOf(resources).matching(idKey(generated.id));
  const { behavior } = generated.build;
  const changes = behavior === "merge" || behavior === "replace";
  const [first, ...more] = found;
  const old = first === undefined ? undefined : resources[first];
  if (first === undefined || !old) {
    if (!changes) return [...resources, generated];
    return context.collector.halt(
      "generator/no-target",
      `${step.by}: there is no ${friendlyId(generated.id)} to ${behavior}`,
      { at: step, help: "behavior create, or none, makes a new one; check name and namespace otherwise" },
    );
  }
  if (more.length > 0) {
    return context.collector.halt("generator/no-target", `several objects are ${friendlyId(generated.id)}`, {
      at: step,
      notes: found.map((i) => ({ message: "one of them", at: placeOf((resources[i] as Resource).node) })),
    });
  }
  if (!changes) {
    return context.collector.halt(
      "resource/duplicate-id",
      `${friendlyId(generated.id)} is already part of the build`,
      {
        at: step,
        notes: [{ message: "it comes from here", at: placeOf(old.node) }],
        help: "set `behavior: merge` or `behavior: replace` to change it",
      },
    );
  }
  return resources.with(first, combine(old, generated, behavior, step));
}

// Name, namespace and history are the old object's; labels and annotations of both are united; type and the like
// are the new one's, even the default type of a Secret.
function combine(old: Resource, generated: Resource, behavior: "merge" | "replace", step: Step): Resource {
  let node = generated.node;
  for (const name of ["labels", "annotations"]) {
    node = withMetadata(
      node,
      name,
      unite(field(field(old.node, "metadata"), name), field(field(node, "metadata"), name), step),
    );
  }
  for (const name of ["name", "namespace"]) {
    const before = field(field(old.node, "metadata"), name);
    node = withMetadata(node, name, isNull(before) ? undefined : before);
  }
  if (behavior === "merge") {
    for (const name of ["data", "binaryData"]) {
      const united = unite(field(old.node, name), field(node, name), step);
      node = united ? withField(node, keyOf(node, old.node, name), united) : withoutField(node, name);
    }
  }
  const needsHash = old.build.needsHash && generated.build.needsHash;
  return {
    ...toResource(node, old.listedAt, { ...old.build, needsHash, annotated: true }),
    trail: behavior === "replace" ? withOriginOf(generated, old.trail) : old.trail,
  };
}

// Where an object comes from is an annotation like others to kustomize, and the newer one wins; but merging keeps it.
function withOriginOf({ trail: newer }: Resource, trail: Trail | undefined): Trail | undefined {
  return newer?.origin ? { ...(trail ?? noTrail), origin: newer.origin } : trail;
}

function withMetadata(root: Mapping, name: string, value: Node | undefined): Mapping {
  const metadata = field(root, "metadata") as Mapping;
  const key = keyOf(metadata, metadata, name);
  const next = value ? withField(metadata, key, value) : withoutField(metadata, name);
  return withField(root, keyOf(root, root, "metadata"), next);
}

function keyOf(node: Mapping, other: Mapping, name: string): Scalar {
  return (
    node.keys[indexOfKey(node, name)] ??
    other.keys[indexOfKey(other, name)] ??
    scalar(name, "str", "plain", node.source, node.at)
  );
}

// Both maps as strings; the newer value wins and remembers the one it replaced.
function unite(old: Node | undefined, newer: Node | undefined, step: Step): Mapping | undefined {
  let result = mapping([], [], step.source, step.at, { step });
  for (const map of [old, newer]) {
    if (map?.kind !== "mapping") continue;
    map.keys.forEach((key, i) => {
      const value = asString(map.values[i] as Node);
      const earlier = field(result, key.text);
      result = withField(
        result,
        rewrittenKey(key),
        earlier ? { ...value, written: { step, earlier } } : value,
      );
    });
  }
  return result.keys.length > 0 ? result : undefined;
}

// Written anew, so that quotes are gone which a later patch would leave.
function asString(node: Node): Scalar {
  const text = node.kind === "scalar" && node.tag !== "null" ? node.text : "";
  return scalar(text, "str", styleOfNewString(text), node.source, node.at, node.written);
}
