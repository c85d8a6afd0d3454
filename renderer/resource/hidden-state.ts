// Objects may arrive with the annotations in which kustomize keeps its memory of them (output of a former step, or of
// a function). They are taken for what they say and leave the object.
import type { Collector } from "../diagnostics/collector.ts";
import { withoutField, withValueAt } from "../yaml/edit.ts";
import { field, indexOfKey, type Mapping, placeOf } from "../yaml/node.ts";
import { parseApiVersion } from "./gvk.ts";
import { makeResId } from "./res-id.ts";
import type { BuildState } from "./resource.ts";

const domain = "internal.config.kubernetes.io/";

const hidden: readonly string[] = [
  ...["previousKinds", "previousNames", "previousNamespaces", "prefixes", "suffixes", "allowNameChange"],
  ...["allowKindChange", "refBy", "generatorBehavior", "needsHashSuffix", "path", "index", "seqindent", "id"],
  ...["annotations-migration-resource-id", "helm-generated"],
].map((name) => domain + name);
const hiddenLegacy = ["config.kubernetes.io/path", "config.kubernetes.io/index", "config.k8s.io/id"];
const allHidden: ReadonlySet<string> = new Set([...hidden, ...hiddenLegacy]);

/** Separates an object from its hidden annotations; most objects have none and come back as they are. */
export function readHiddenState(
  root: Mapping,
  collector: Collector,
): { readonly node: Mapping; readonly state: Partial<BuildState> } {
  const metadata = field(root, "metadata");
  const annotations = field(metadata, "annotations");
  if (metadata?.kind !== "mapping" || annotations?.kind !== "mapping") return { node: root, state: {} };
  const found = annotations.keys.flatMap(({ text }) => (allHidden.has(text) ? [text] : []));
  if (found.length === 0) return { node: root, state: {} };
  const rest = found.reduce((map, name) => withoutField(map, name), annotations);
  const next =
    rest.keys.length === 0
      ? withoutField(metadata, "annotations")
      : withValueAt(metadata, indexOfKey(metadata, "annotations"), rest);
  const node = withValueAt(root, indexOfKey(root, "metadata"), next);
  return { node, state: { ...toState(root, annotations, collector), annotated: true } };
}

function toState(root: Mapping, annotations: Mapping, collector: Collector): Partial<BuildState> {
  const list = (name: string): readonly string[] => {
    const node = field(annotations, domain + name);
    return node?.kind === "scalar" ? node.text.split(",") : [];
  };
  const [names, namespaces, kinds] = [
    list("previousNames"),
    list("previousNamespaces"),
    list("previousKinds"),
  ];
  if (names.length > 0 && (names.length !== namespaces.length || names.length !== kinds.length)) {
    collector.report(
      "resource/invalid",
      "the annotations that list former names, namespaces and kinds disagree",
      {
        at: placeOf(annotations),
        help: `remove the annotations that begin with ${domain}; the build makes them itself`,
      },
    );
    return {};
  }
  const apiVersion = field(root, "apiVersion");
  const api = parseApiVersion(apiVersion?.kind === "scalar" ? apiVersion.text : "");
  const behavior = list("generatorBehavior")[0];
  return {
    previousIds: names.map((name, i) =>
      makeResId({ ...api, kind: kinds[i] ?? "" }, name, namespaces[i] ?? "", false),
    ),
    prefixes: list("prefixes"),
    suffixes: list("suffixes"),
    needsHash: list("needsHashSuffix")[0] === "enabled",
    fromHelm: list("helm-generated")[0] === "true",
    ...(behavior === "create" || behavior === "merge" || behavior === "replace" ? { behavior } : {}),
  };
}
