// Objects on their way through a function: kustomize tells it what it remembers of them in annotations, and takes the
// annotations that come back for its memory. A function that makes an object anew makes the build forget.
import { attempt, Collector } from "../diagnostics/collector.ts";
import { readHiddenState } from "../resource/hidden-state.ts";
import type { ResId } from "../resource/res-id.ts";
import type { BuildState, Resource } from "../resource/resource.ts";
import {
  noTrail,
  type OriginRecord,
  originAnnotation,
  type Trail,
  trailTexts,
  transformationsAnnotation,
} from "../resource/trail.ts";
import { withField, withoutField } from "../yaml/edit.ts";
import { field, indexOfKey, type Mapping, mapping, type Node, scalar, textAt } from "../yaml/node.ts";
import { parseDocument } from "../yaml/parse.ts";

const domain = "internal.config.kubernetes.io/";
const idKey = "kustomize.config.k8s.io/id";

/** The object as a function gets to see it. Source: kustomize api/internal/plugins/utils, GetResMapWithIDAnnotation */
export function annotatedNode({ node, id, build, trail }: Resource): Mapping {
  const { previousIds, prefixes, suffixes, needsHash, behavior, fromHelm } = build;
  const joined = (pick: (id: ResId) => string): string => previousIds.map(pick).join(",");
  return withAnnotations(node, {
    ...(previousIds.length > 0 && {
      [`${domain}previousKinds`]: joined((old) => old.kind),
      [`${domain}previousNames`]: joined((old) => old.name),
      [`${domain}previousNamespaces`]: joined((old) => old.namespace),
    }),
    ...(prefixes.length > 0 && { [`${domain}prefixes`]: prefixes.join(",") }),
    ...(suffixes.length > 0 && { [`${domain}suffixes`]: suffixes.join(",") }),
    ...((needsHash || behavior !== "unspecified") && { [`${domain}generatorBehavior`]: behavior }),
    ...(needsHash && { [`${domain}needsHashSuffix`]: "enabled" }),
    ...(fromHelm && { [`${domain}helm-generated`]: "true" }),
    ...(trail && Object.fromEntries(trailTexts(trail))),
    [idKey]: idText(id),
  });
}

function idText({ group, version, kind, name, namespace }: ResId): string {
  return Object.entries({ group, kind, name, namespace, version })
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");
}

/** Sets annotations on an object. */
export function withAnnotations(root: Mapping, values: Readonly<Record<string, string>>): Mapping {
  const { source, at } = root;
  const key = (name: string) => scalar(name, "str", "plain", source, at);
  const empty = mapping([], [], source, at);
  const metadata = field(root, "metadata");
  const before = field(metadata, "annotations");
  let annotations = before?.kind === "mapping" ? before : empty;
  for (const [name, text] of Object.entries(values)) {
    annotations = withField(annotations, key(name), scalar(text, "str", "plain", source, at));
  }
  const parent = metadata?.kind === "mapping" ? metadata : empty;
  return withField(root, key("metadata"), withField(parent, key("annotations"), annotations));
}

export interface Returned {
  readonly node: Mapping;
  readonly state: Partial<BuildState>;
  readonly trail: Trail;
}

/** Takes what kustomize remembers out of an object that a function gave back. */
export function returnedObject(root: Mapping, collector: Collector): Returned {
  const annotations = field(field(root, "metadata"), "annotations");
  const origin = recordOf(parsed(textAt(annotations, originAnnotation)));
  const steps = parsed(textAt(annotations, transformationsAnnotation));
  const transformations =
    steps?.kind === "sequence" ? steps.items.flatMap((item) => recordOf(item) ?? []) : [];
  const rest = withoutAnnotations(root, [originAnnotation, transformationsAnnotation, idKey]);
  const { node, state } = readHiddenState(rest, collector);
  return { node, state: { ...state, annotated: true }, trail: { ...noTrail, origin, transformations } };
}

/** Removes annotations, and the map of annotations with the last of them. */
export function withoutAnnotations(root: Mapping, names: readonly string[]): Mapping {
  const metadata = field(root, "metadata");
  const annotations = field(metadata, "annotations");
  if (metadata?.kind !== "mapping" || annotations?.kind !== "mapping") return root;
  const rest = names.reduce(withoutField, annotations);
  const metadataKey = root.keys[indexOfKey(root, "metadata")];
  const key = metadata.keys[indexOfKey(metadata, "annotations")];
  if (rest === annotations || !metadataKey || !key) return root;
  const next =
    rest.keys.length === 0 ? withoutField(metadata, "annotations") : withField(metadata, key, rest);
  return withField(root, metadataKey, next);
}

function parsed(text: string | undefined): Node | undefined {
  if (text === undefined) return undefined;
  return attempt(() => parseDocument({ path: "annotation", text }, new Collector()));
}

function recordOf(node: Node | undefined): OriginRecord | undefined {
  if (node?.kind !== "mapping") return undefined;
  const pick = (from: Node | undefined, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = textAt(from, name);
        return value ? [[name, value]] : [];
      }),
    );
  const by = field(node, "configuredBy");
  const configuredBy = { apiVersion: "", kind: "", ...pick(by, ["apiVersion", "kind", "name", "namespace"]) };
  return { ...pick(node, ["path", "repo", "ref", "configuredIn"]), ...(by ? { configuredBy } : {}) };
}
