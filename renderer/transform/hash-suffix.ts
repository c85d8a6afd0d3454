// The content hash at the end of generated names: a changed ConfigMap gets a new name, and its users roll.
import type { BuildContext } from "../load/context.ts";
import { type Resource, withNode, withPreviousId } from "../resource/resource.ts";
import { withField } from "../yaml/edit.ts";
import { goJson, goJsonString } from "../yaml/go-json.ts";
import {
  field,
  indexOfKey,
  type Mapping,
  type Node,
  placeOf,
  type Step,
  withItems,
  withValues,
} from "../yaml/node.ts";
import { setText } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

/** Source: kustomize api/hasher and api/internal/builtins/HashTransformer.go */
export function addHashSuffixes(resources: readonly Resource[], context: BuildContext): readonly Resource[] {
  return resources.map((resource) => {
    if (!resource.build.needsHash) return resource;
    checkKind(resource, context);
    const result = suffixed.get(resource) ?? addHashSuffix(resource);
    suffixed.set(resource, result);
    return result;
  });
}

/** Builds that share bases share what is hashed, too. */
const suffixed = new WeakMap<Resource, Resource>();

function checkKind({ id, node }: Resource, { collector }: BuildContext): void {
  if (kindOf(node) === "ConfigMap" || kindOf(node) === "Secret") return;
  collector.report("resource/other-hash", `${id.kind}/${id.name} gets another hash from kustomize`, {
    at: placeOf(node),
    help: "of this kind kustomize hashes comments and line numbers too; only ConfigMaps and Secrets get the same name",
  });
}

function addHashSuffix(resource: Resource): Resource {
  const named = withPreviousId(resource);
  const metadata = field(named.node, "metadata");
  const name = field(metadata, "name");
  // Without a name the object is refused in the end.
  if (metadata?.kind !== "mapping" || !name) return resource;
  const step: Step = { by: "hash suffix", source: name.source, at: name.at };
  const text = `${resource.id.name}-${contentHash(named.node)}`;
  const renamed = setText(metadata, "name", text, step, new SharedWrites());
  const key = named.node.keys[indexOfKey(named.node, "metadata")];
  return key ? withNode(named, withField(named.node, key, renamed)) : named;
}

/** The first ten hex digits of the content's SHA-256, in an alphabet that spells no words. */
function contentHash(node: Mapping): string {
  const json = hashedJson(node);
  // Not imported: loading it takes longer than building a small tree that has no such names.
  const { createHash } = process.getBuiltinModule("node:crypto");
  const hex = createHash("sha256").update(json).digest("hex").slice(0, 10);
  return hex.replace(/[013ae]/g, (digit) => letters[digit] ?? digit);
}

function hashedJson(node: Mapping): string {
  switch (kindOf(node)) {
    case "ConfigMap":
      return configMapJson(node);
    case "Secret":
      return secretJson(node);
    default:
      return goJson(node);
  }
}

const letters: Readonly<Record<string, string>> = { 0: "g", 1: "h", 3: "k", a: "m", e: "t" };

function kindOf(node: Mapping): string {
  const kind = field(node, "kind");
  return kind?.kind === "scalar" ? kind.text : "";
}

/** The content is read once more for its hash, and Go then reads every number as a float. */
function withFloats(node: Node): Node {
  if (node.kind === "mapping") return withValues(node, node.values.map(withFloats));
  if (node.kind === "sequence") return withItems(node, node.items.map(withFloats));
  return node.tag === "int" ? { ...node, tag: "float" } : node;
}

function contentJson(node: Node): string {
  return goJson(withFloats(node));
}

function configMapJson(node: Mapping): string {
  const binary = field(node, "binaryData");
  const binaryData = binary?.kind === "mapping" ? `"binaryData":${contentJson(binary)},` : "";
  return `{${binaryData}"data":${valueJson(field(node, "data"))},"kind":"ConfigMap","name":""}`;
}

function secretJson(node: Mapping): string {
  const strings = field(node, "stringData");
  const stringData = strings?.kind === "mapping" ? `,"stringData":${contentJson(strings)}` : "";
  const data = valueJson(field(node, "data"));
  return `{"data":${data},"kind":"Secret","name":""${stringData},"type":${valueJson(field(node, "type"))}}`;
}

function valueJson(node: Node | undefined): string {
  if (!node) return '""';
  return node.kind === "scalar" ? goJsonString(node.text) : contentJson(node);
}
