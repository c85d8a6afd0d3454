// The overrides of an Application, written into the kustomization as Argo CD does it: by `kustomize edit`, one command
// after the other, and for patches by hand.
// Source: argo-cd v3.5.1 util/kustomize/kustomize.go; kustomize v5.8.1 kustomize/commands/edit
import type { Collector } from "../../diagnostics/collector.ts";
import type { Path } from "../../kustomization/shape.ts";
import { splitImage } from "../../transform/images.ts";
import { field, type Mapping, type Node, placeOf, scalar, textAt } from "../../yaml/node.ts";
import type { Application, KustomizeOverrides, SourceEntry } from "../argocd.ts";
import { addLabels, addPairs } from "./add-pairs.ts";
import { expandNames } from "./expand.ts";
import { append, itemsByName, itemsOf, mapNode, set, sortedByName, textNode } from "./nodes.ts";

export interface ApplicationEdit {
  readonly application: Application;
  readonly entry: SourceEntry;
  /** The commit that Argo CD would build; undefined when nobody said. */
  readonly revision: string | undefined;
  /** Whether a component of the repository exists, by its path from the directory that is built. */
  readonly exists: (path: string) => boolean;
  readonly collector: Collector;
}

/** @param root  with deprecated fields moved to their successors, as `kustomize edit` leaves them */
export function editForApplication(root: Mapping, edit: ApplicationEdit): Mapping {
  const { application, entry, collector } = edit;
  const overrides = entry.source.kustomize;
  if (!overrides) return root;
  const node = (...path: Path): Node | undefined => application.node(...entry.path, "kustomize", ...path);
  if (overrides.version) {
    collector.report(
      "argocd/not-emulated",
      `kustomize ${overrides.version} is asked for, and this is 5.8.1`,
      {
        at: application.place(...entry.path, "kustomize", "version"),
        help: "Argo CD builds with the binary that its settings register under this version",
      },
    );
  }
  let result = setText(root, "namePrefix", node("namePrefix"));
  result = setText(result, "nameSuffix", node("nameSuffix"));
  result = setImages(result, overrides, node, edit);
  result = setReplicas(result, overrides, node, edit);
  result = setLabels(result, overrides, node, edit);
  result = setAnnotations(result, overrides, node, edit);
  result = setText(result, "namespace", node("namespace"));
  result = append(result, "patches", itemsOf(node(), "patches"));
  return addComponents(result, overrides, node, edit);
}

type NodeOf = (...path: Path) => Node | undefined;

function setText(root: Mapping, name: string, value: Node | undefined): Mapping {
  return value?.kind === "scalar" && value.text !== "" ? set(root, name, value) : root;
}

// All images of the kustomization are sorted by this, also those that it does not concern.
function setImages(
  root: Mapping,
  { images = [] }: KustomizeOverrides,
  node: NodeOf,
  edit: ApplicationEdit,
): Mapping {
  if (images.length === 0) return root;
  const known = itemsByName(root, "images");
  const all = new Map(known);
  images.forEach((written, i) => {
    const at = placeOf(node("images", i) as Node);
    const argument = expand(written, node("images", i), edit);
    const [, name, value = ""] = /^(?:([^=]*)=)?(.*)$/s.exec(argument) ?? [];
    const parts = splitImage(value);
    if (parts.name === argument) {
      edit.collector.halt(
        "argocd/override",
        `\`${argument}\` says neither a new name nor a tag nor a digest`,
        {
          at,
          help: "write name=newName, name:newTag, name@digest, or name=newName:newTag",
        },
      );
    }
    const key = name || parts.name;
    const before = known.get(key);
    // A star keeps what the kustomization says.
    const kept = (part: string, fieldName: string): string =>
      part === "*" ? (textAt(before, fieldName) ?? "") : part;
    const entries = {
      newName: name ? kept(parts.name, "newName") : "",
      newTag: kept(parts.tag, "newTag"),
      digest: kept(parts.digest, "digest"),
    };
    const given = Object.entries(entries).filter(([, text]) => text !== "");
    all.set(
      key,
      mapNode(
        { name: textNode(key, at), ...Object.fromEntries(given.map(([k, text]) => [k, textNode(text, at)])) },
        at,
      ),
    );
  });
  return withList(root, "images", all, node("images"));
}

function setReplicas(
  root: Mapping,
  { replicas = [] }: KustomizeOverrides,
  node: NodeOf,
  { collector }: ApplicationEdit,
): Mapping {
  if (replicas.length === 0) return root;
  const all = new Map(itemsByName(root, "replicas"));
  replicas.forEach(({ name = "", count }, i) => {
    const item = node("replicas", i) as Node;
    const at = placeOf(field(item, "count") ?? item);
    const digits = count === undefined ? "0" : String(count);
    if (!/^[+-]?\d+$/.test(digits) || name === "" || name.includes("=")) {
      collector.halt("argocd/override", "a replica override needs a name and a whole number", {
        at,
        help: "write `name: web` and `count: 3`",
      });
    }
    const number = scalar(digits.replace(/^\+/, ""), "int", "plain", at.source, at.at);
    all.set(name, mapNode({ name: textNode(name, at), count: number }, placeOf(item)));
  });
  return withList(root, "replicas", all, node("replicas"));
}

function withList(
  root: Mapping,
  name: string,
  items: ReadonlyMap<string, Node>,
  written: Node | undefined,
): Mapping {
  const list = field(root, name) ?? written;
  return list?.kind === "sequence" ? set(root, name, { ...list, items: sortedByName(items) }) : root;
}

function setLabels(
  root: Mapping,
  overrides: KustomizeOverrides,
  node: NodeOf,
  edit: ApplicationEdit,
): Mapping {
  const labels = node("commonLabels");
  if (labels?.kind !== "mapping" || labels.keys.length === 0) return root;
  const { labelWithoutSelector = false, labelIncludeTemplates = false } = overrides;
  if (labelIncludeTemplates && !labelWithoutSelector) {
    edit.collector.halt("argocd/override", "`labelIncludeTemplates` needs `labelWithoutSelector`", {
      at: placeOf(node("labelIncludeTemplates") ?? labels),
      help: "set `labelWithoutSelector: true`, too",
    });
  }
  const options = { force: overrides.forceCommonLabels ?? false, collector: edit.collector };
  const pairs = expandValues(labels, edit);
  if (labelWithoutSelector) return addLabels(root, pairs, labelIncludeTemplates, options);
  return addPairs(root, "commonLabels", pairs, options);
}

function setAnnotations(
  root: Mapping,
  overrides: KustomizeOverrides,
  node: NodeOf,
  edit: ApplicationEdit,
): Mapping {
  const annotations = node("commonAnnotations");
  if (annotations?.kind !== "mapping" || annotations.keys.length === 0) return root;
  const pairs = overrides.commonAnnotationsEnvsubst ? expandValues(annotations, edit) : annotations;
  const options = { force: overrides.forceCommonAnnotations ?? false, collector: edit.collector };
  return addPairs(root, "commonAnnotations", pairs, options);
}

function addComponents(
  root: Mapping,
  { ignoreMissingComponents = false }: KustomizeOverrides,
  node: NodeOf,
  { exists, collector }: ApplicationEdit,
): Mapping {
  let result = root;
  for (const item of itemsOf(node(), "components")) {
    const path = item.kind === "scalar" ? item.text : "";
    if (ignoreMissingComponents && !exists(path)) continue;
    if (/[*?[]/.test(path)) {
      collector.halt("argocd/override", `the component \`${path}\` is a pattern`, {
        at: placeOf(item),
        help: "name each component",
      });
    }
    const isThere = itemsOf(result, "components").some(
      (other) => other.kind === "scalar" && other.text === path,
    );
    if (!isThere) result = append(result, "components", [item]);
  }
  return result;
}

function expandValues(pairs: Mapping, edit: ApplicationEdit): Mapping {
  const values = pairs.values.map((value) =>
    value.kind === "scalar" ? textNode(expand(value.text, value, edit), placeOf(value)) : value,
  );
  return { ...pairs, values };
}

/** The build environment of Argo CD. Source: argo-cd v3.5.1 reposerver/repository, newEnv */
function expand(
  text: string,
  node: Node | undefined,
  { application, entry, revision, collector }: ApplicationEdit,
): string {
  const { source } = entry;
  const known: Readonly<Record<string, string | undefined>> = {
    ARGOCD_APP_NAME: application.name,
    ARGOCD_APP_NAMESPACE: application.spec.destination?.namespace ?? "",
    ARGOCD_APP_PROJECT_NAME: application.spec.project ?? "",
    ARGOCD_APP_SOURCE_REPO_URL: source.repoURL ?? "",
    ARGOCD_APP_SOURCE_PATH: source.path ?? "",
    ARGOCD_APP_SOURCE_TARGET_REVISION: source.targetRevision ?? "",
    ARGOCD_APP_REVISION: revision,
    ARGOCD_APP_REVISION_SHORT: revision?.slice(0, 7),
    ARGOCD_APP_REVISION_SHORT_8: revision?.slice(0, 8),
  };
  return expandNames(text, (name) => {
    if (!Object.hasOwn(known, name)) return "";
    const value = known[name];
    if (value !== undefined) return value;
    return collector.halt("argocd/override", `\`${name}\` is the commit that Argo CD builds`, {
      at: node ? placeOf(node) : application.at,
      help: "say which one with --app-revision",
    });
  });
}
