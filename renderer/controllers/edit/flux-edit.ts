// What Flux writes into the kustomization from its own object before it builds it.
// Source: fluxcd/pkg kustomize v1.39.0, GenerateManifest
import type { Collector } from "../../diagnostics/collector.ts";
import { field, type Mapping, type Node, placeOf, textAt } from "../../yaml/node.ts";
import type { FluxKustomization } from "../flux.ts";
import { append, itemsOf, listNode, mapNode, set, textNode } from "./nodes.ts";

export interface FluxEdit {
  /** Absent when no object builds the directory. */
  readonly kustomization: FluxKustomization | undefined;
  /** Whether the file was in the repository; Flux makes one where there is none. */
  readonly hasFile: boolean;
  /** Whether a component exists, by its path from the directory that is built. */
  readonly exists: (path: string) => boolean;
  readonly collector: Collector;
}

/** @param root  as written; what is deprecated in it stays */
export function editForFlux(root: Mapping, edit: FluxEdit): Mapping {
  const spec = edit.kustomization?.node();
  let result = root;
  if (edit.hasFile && itemsOf(root, "resources").length === 0) {
    // So that kustomize does not take the file for an empty one; it also annotates what components and generators make.
    result = set(
      root,
      "buildMetadata",
      listNode([textNode("originAnnotations", placeOf(root))], placeOf(root)),
    );
  }
  result = setField(result, "namespace", field(spec, "targetNamespace"));
  result = setField(result, "namePrefix", field(spec, "namePrefix"));
  result = setField(result, "nameSuffix", field(spec, "nameSuffix"));
  result = append(
    result,
    "patches",
    itemsOf(spec, "patches").map((item) => only(item, ["patch", "target"])),
  );
  result = addComponents(result, spec, edit);
  result = mergeImages(result, itemsOf(spec, "images"));
  const metadata = field(spec, "buildMetadata");
  return itemsOf(spec, "buildMetadata").length > 0 ? setField(result, "buildMetadata", metadata) : result;
}

function setField(root: Mapping, name: string, value: Node | undefined): Mapping {
  return value ? set(root, name, value) : root;
}

function addComponents(root: Mapping, spec: Node | undefined, { exists, collector }: FluxEdit): Mapping {
  const ignoresMissing = textAt(spec, "ignoreMissingComponents") === "true";
  const found = itemsOf(spec, "components").filter((item) => {
    const path = item.kind === "scalar" ? item.text : "";
    if (isLocal(path)) return !ignoresMissing || exists(path);
    return collector.halt("flux/invalid", `the component \`${path}\` must be a relative path`, {
      at: placeOf(item),
      help: "Flux takes components from its own artifact only; list others in the kustomization itself",
    });
  });
  return append(root, "components", found);
}

function isLocal(path: string): boolean {
  const lower = path.toLowerCase();
  const isUrl = remotePrefixes.some((prefix) => prefix.length < path.length && lower.startsWith(prefix));
  return !isUrl && !lower.replace(/^file:\/\//, "").startsWith("/");
}

const remotePrefixes = [
  "git::",
  "gh:",
  "ssh://",
  "https://",
  "http://",
  "git@",
  "github.com:",
  "github.com/",
];

// Field by field, but tag and digest are one thing: setting either replaces both.
function mergeImages(root: Mapping, images: readonly Node[]): Mapping {
  const list = field(root, "images") ?? images[0];
  if (!list || (images.length === 0 && list.kind === "sequence")) return root;
  const all = [...itemsOf(root, "images")];
  for (const image of images) {
    const name = textAt(image, "name") ?? "";
    const i = all.findIndex((item) => (textAt(item, "name") ?? "") === name);
    const before = all[i];
    const [newName, newTag, digest] = ["newName", "newTag", "digest"].map((part) => given(image, part));
    if (before?.kind !== "mapping") {
      all.push(only(image, ["name", "newName", "newTag", "digest"]));
      continue;
    }
    const kept = newTag || digest ? without(before, ["newTag", "digest"]) : before;
    let merged = newName ? set(kept, "newName", newName) : kept;
    if (newTag) merged = set(merged, "newTag", newTag);
    if (digest) merged = set(merged, "digest", digest);
    all[i] = merged;
  }
  return set(root, "images", listNode(all, list));
}

function given(image: Node, name: string): Node | undefined {
  return textAt(image, name) ? field(image, name) : undefined;
}

function only(item: Node, names: readonly string[]): Node {
  const entries = names.flatMap((name) => {
    const value = field(item, name);
    return value ? [[name, value] as const] : [];
  });
  return mapNode(Object.fromEntries(entries), placeOf(item));
}

function without(item: Mapping, names: readonly string[]): Mapping {
  const kept = item.keys.flatMap((key, i) => (names.includes(key.text) ? [] : [i]));
  return {
    ...item,
    keys: kept.map((i) => item.keys[i] as Mapping["keys"][number]),
    values: kept.map((i) => item.values[i] as Node),
  };
}
