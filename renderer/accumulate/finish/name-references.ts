// After prefixes, suffixes, namespaces and hashes have changed names, the fields that refer to them follow.

import { applyFieldSpec, findsAnything } from "../../fieldspecs/apply.ts";
import type { NameReference } from "../../fieldspecs/config.ts";
import type { FieldSpec } from "../../fieldspecs/field-spec.ts";
import type { BuildContext } from "../../load/context.ts";
import { type Gvk, isSelectedBy } from "../../resource/gvk.ts";
import { idString } from "../../resource/res-id.ts";
import { originalId, type Resource, withNode } from "../../resource/resource.ts";
import { failWith } from "../../transform/failure.ts";
import { overwrite, setText } from "../../transform/setters.ts";
import { SharedWrites } from "../../transform/shared-scalars.ts";
import { mapItems } from "../../yaml/edit.ts";
import { field, isNull, type Mapping, type Node, placeOf, type Scalar, type Step } from "../../yaml/node.ts";
import { Candidates, type Question } from "./referral-candidates.ts";
import { checkReferrers } from "./referrers.ts";

/** Source: kustomize api/filters/nameref and api/internal/accumulator/namereferencetransformer.go */
export function updateNameReferences(
  resources: readonly Resource[],
  references: readonly NameReference[],
  context: BuildContext,
): readonly Resource[] {
  checkReferrers(resources, references, context);
  const candidates = new Candidates(resources);
  if (candidates.isEmpty) return resources;
  const specsOf = specsByType(references, candidates);
  return resources.map((referrer) => {
    let result = referrer;
    for (const { spec, target } of specsOf(referrer)) {
      if (!findsAnything(result.node, spec)) continue; // as for most specs
      result = updateField(
        result,
        spec,
        { referrer, target, roleRef: spec.path.endsWith("roleRef/name") },
        candidates,
        context,
      );
    }
    return result;
  });
}

interface TargetedSpec {
  readonly spec: FieldSpec;
  readonly target: NameReference;
}

// Most of the some 200 specs belong to other kinds, or to targets that no object of the build could be.
function specsByType(
  references: readonly NameReference[],
  candidates: Candidates,
): (resource: Resource) => readonly TargetedSpec[] {
  const known = new Map<string, readonly TargetedSpec[]>();
  return (resource) => {
    const id = originalId(resource);
    const key = `${id.group}\0${id.version}\0${id.kind}`;
    const found = known.get(key);
    if (found) return found;
    const specs = specsOf(id, key, references).filter(({ target }) => candidates.hasKind(target.kind));
    known.set(key, specs);
    return specs;
  };
}

/** Most builds have the same references, those that are built in, and several builds the same kinds. */
const specsOfAll = new WeakMap<readonly NameReference[], Map<string, readonly TargetedSpec[]>>();

function specsOf(id: Gvk, key: string, references: readonly NameReference[]): readonly TargetedSpec[] {
  const known = specsOfAll.get(references) ?? new Map<string, readonly TargetedSpec[]>();
  specsOfAll.set(references, known);
  const specs =
    known.get(key) ??
    references.flatMap((target) =>
      target.fieldSpecs
        .filter((spec) => isSelectedBy(id, spec))
        .map((spec) => ({ spec: { ...spec, group: "", version: "", kind: "" }, target })),
    );
  known.set(key, specs);
  return specs;
}

function updateField(
  resource: Resource,
  spec: FieldSpec,
  question: Pick<Question, "referrer" | "target" | "roleRef">,
  candidates: Candidates,
  context: BuildContext,
): Resource {
  const shares = new SharedWrites();
  const step: Step = { by: "name reference", source: resource.node.source, at: resource.node.at };
  const fail = failWith("transform/failed", resource, step, context.collector);
  const select = (node: Node, name: string, namespace?: string): Resource | undefined => {
    const meant = candidates.select({ ...question, name, namespace, isMap: node.kind === "mapping" });
    return meant.length > 1 ? reportAmbiguous(meant, node, name, context) : meant[0];
  };
  const setOne = (node: Node): Node => {
    if (isNull(node)) return node;
    if (node.kind === "scalar") return updateScalar(node, select, shares);
    if (node.kind === "mapping") return updateMapping(node, select, shares, fail);
    return fail("a name must be a string or a map with a name", node);
  };
  const set = (node: Node): Node => (node.kind === "sequence" ? mapItems(node, setOne) : setOne(node));
  const root = applyFieldSpec(resource.node, resource.id, spec, { step, set, fail });
  return withNode(resource, shares.spread(root));
}

type Select = (node: Node, name: string, namespace?: string) => Resource | undefined;

function updateScalar(node: Scalar, select: Select, shares: SharedWrites): Node {
  const referral = select(node, node.text);
  if (!referral || referral.id.name === node.text) return node;
  return overwrite(node, referral.id.name, "", renamedBy(referral), shares);
}

function updateMapping(
  node: Mapping,
  select: Select,
  shares: SharedWrites,
  fail: (message: string, node: Node) => never,
): Node {
  const written = field(node, "name");
  if (!written) return fail("the reference has no `name`", node);
  if (written.kind !== "scalar") return node;
  const name = written.text;
  const referral = select(node, name, namespaceIn(node));
  if (!referral) return node;
  const { name: newName, namespace } = referral.id;
  const step = renamedBy(referral);
  const named = newName === name ? node : setText(node, "name", newName, step, shares);
  return namespace === "" ? named : setText(named, "namespace", namespace, step, shares);
}

// The reference changed because its target's name did: the step leads to the place of that name.
function renamedBy(referral: Resource): Step {
  const metadata = referral.node.values[referral.node.keys.findIndex((key) => key.text === "metadata")];
  const name =
    metadata?.kind === "mapping"
      ? metadata.values[metadata.keys.findIndex((key) => key.text === "name")]
      : undefined;
  const node = name ?? referral.node;
  return { by: `name of ${referral.id.kind}/${referral.id.name}`, source: node.source, at: node.at };
}

function reportAmbiguous(
  candidates: readonly Resource[],
  node: Node,
  name: string,
  context: BuildContext,
): undefined {
  context.collector.report(
    "names/ambiguous-reference",
    `\`${name}\` could mean ${candidates.length} objects`,
    {
      at: placeOf(node),
      notes: candidates.map((resource) => ({
        message: `it could be ${idString(resource.id)}`,
        at: placeOf(resource.node),
      })),
      help: "give the objects different names, or build them in separate kustomizations",
    },
  );
  return undefined;
}

/** A null is a namespace of that name, and what is no text is one without a name. */
function namespaceIn(node: Mapping): string | undefined {
  const namespace = field(node, "namespace");
  return namespace?.kind === "scalar" ? namespace.text : namespace && "";
}
