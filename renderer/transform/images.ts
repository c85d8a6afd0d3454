// `images:` changes name, tag and digest of container images.
import { nearest } from "../diagnostics/suggest.ts";
import { applyFieldSpec } from "../fieldspecs/apply.ts";
import type { FieldSpec } from "../fieldspecs/field-spec.ts";
import type { BuildContext } from "../load/context.ts";
import { type Resource, withNode } from "../resource/resource.ts";
import { compileGoRegexp } from "../text/go-regexp.ts";
import { mapItems, withValueAt } from "../yaml/edit.ts";
import { indexOfKey, isNull, type Mapping, type Node, type Step } from "../yaml/node.ts";
import { type Fail, failWith } from "./failure.ts";
import { overwrite } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

export interface ImageChange {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
  readonly tagSuffix?: string;
}

/**
 * kustomize looks for images twice: below every `containers` and `initContainers`, and where the field specs point.
 * Both passes apply the change, so a `tagSuffix` is added twice to an ordinary container.
 *
 * Source: kustomize api/filters/imagetag
 */
export function setImage(
  resources: readonly Resource[],
  change: ImageChange,
  fieldSpecs: readonly FieldSpec[],
  step: Step,
  context: BuildContext,
): readonly Resource[] {
  const pattern = compileGoRegexp(`^${change.name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`);
  if (!pattern) {
    context.collector.report(
      "transform/failed",
      `images: name \`${change.name}\` is not a valid regular expression`,
      {
        at: step,
        help: "the name is matched as a regular expression; escape special characters with a backslash",
      },
    );
    return resources;
  }
  context.watcher?.started(step, change.name);
  let isUsed = false;
  const others = new Set<string>();
  const changed = resources.map((resource) => {
    if (resource.id.kind === "CustomResourceDefinition") return resource;
    let isMatched = false;
    const shares = new SharedWrites();
    const fail = failWith("transform/failed", resource, step, context.collector);
    const set = (node: Node): Node => {
      if (node.kind !== "scalar") return fail("an image must be a scalar", node);
      if (!pattern.test(node.text)) {
        if (context.watcher && !isUsed) others.add(splitImage(node.text).name);
        return node;
      }
      isMatched = isUsed = true;
      const text = changedImage(node.text, change);
      return text === node.text ? node : overwrite(node, text, "", step, shares);
    };
    let root = updateContainers(resource.node, set, fail) as Mapping;
    for (const spec of fieldSpecs) root = applyFieldSpec(root, resource.id, spec, { step, set, fail });
    const after = withNode(resource, shares.spread(root));
    if (isMatched) context.watcher?.applied(step, { before: resource, after });
    return after;
  });
  const meant = isUsed ? undefined : nameMeant(change.name, others);
  if (meant) context.watcher?.missed(step, `did you mean ${meant}?`);
  return changed;
}

/** The name has to be the whole name, registry included. */
function nameMeant(name: string, others: ReadonlySet<string>): string | undefined {
  return [...others].find((other) => other.endsWith(`/${name}`)) ?? nearest(name, others);
}

function updateContainers(node: Node, set: (node: Node) => Node, fail: Fail): Node {
  if (node.kind === "sequence") return mapItems(node, (item) => updateContainers(item, set, fail));
  if (node.kind === "scalar") return node;
  let result = node;
  for (let i = 0; i < node.values.length; i++) {
    const before = node.values[i] as Node;
    if (before.kind === "scalar") continue;
    const value = updateContainers(before, set, fail);
    const key = node.keys[i]?.text;
    const holds = key === "containers" || key === "initContainers";
    result = withValueAt(
      result,
      i,
      holds && value.kind === "sequence" ? updateItems(value, set, fail) : value,
    );
  }
  return result;
}

function updateItems(list: Node & { kind: "sequence" }, set: (node: Node) => Node, fail: Fail): Node {
  return mapItems(list, (container) => {
    if (isNull(container)) return container;
    if (container.kind !== "mapping") return fail("a container must be a map", container);
    const i = indexOfKey(container, "image");
    const image = container.values[i];
    return image ? withValueAt(container, i, set(image)) : container;
  });
}

function changedImage(image: string, change: ImageChange): string {
  const parts = splitImage(image);
  const name = change.newName || parts.name;
  let { tag, digest } = parts;
  if (change.newTag || change.digest) {
    tag = change.newTag ?? "";
    digest = change.digest ?? "";
  } else if (change.tagSuffix) {
    tag += change.tagSuffix;
    digest = "";
  }
  return name + (tag ? `:${tag}` : "") + (digest ? `@${digest}` : "");
}

/** Splits `registry:5000/name:tag@digest`; a colon before the first slash belongs to the registry. */
export function splitImage(image: string): { name: string; tag: string; digest: string } {
  const slash = Math.max(image.indexOf("/"), 0);
  const at = image.indexOf("@", slash);
  const colon = image.indexOf(":", slash);
  if (at < 0 && colon < 0) return { name: image, tag: "", digest: "" };
  if (at >= 0 && (at < colon || colon < 0)) {
    return { name: image.slice(0, at), tag: "", digest: image.slice(at + 1) };
  }
  if (at >= 0) {
    return { name: image.slice(0, colon), tag: image.slice(colon + 1, at), digest: image.slice(at + 1) };
  }
  return { name: image.slice(0, colon), tag: image.slice(colon + 1), digest: "" };
}
