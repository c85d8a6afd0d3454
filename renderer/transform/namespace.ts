// `namespace:` moves objects, and what refers to their namespace in fixed places, into one namespace.
import { applyFieldSpec } from "../fieldspecs/apply.ts";
import type { FieldSpec } from "../fieldspecs/field-spec.ts";
import type { BuildContext } from "../load/context.ts";
import { apiVersionOf } from "../resource/gvk.ts";
import { friendlyId, idKey, isClusterScoped } from "../resource/res-id.ts";
import { type Resource, withNode, withPreviousId } from "../resource/resource.ts";
import { keyScalar, mapItems, withField, withValueAt } from "../yaml/edit.ts";
import {
  indexOfKey,
  isEmpty,
  isNull,
  type Mapping,
  type Node,
  placeOf,
  type Step,
  textAt,
} from "../yaml/node.ts";
import { type Fail, failWith } from "./failure.ts";
import { overwrite, stringScalar } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

export type SubjectMode = "defaultOnly" | "allServiceAccounts" | "none";

export interface NamespaceOptions {
  readonly namespace: string;
  readonly fieldSpecs: readonly FieldSpec[];
  /** Leaves values alone that are set already. */
  readonly unsetOnly: boolean;
  /** Which service account subjects of role bindings move along. */
  readonly subjects: SubjectMode;
}

/** Source: kustomize api/filters/namespace and api/internal/builtins/NamespaceTransformer.go */
export function setNamespace(
  resources: readonly Resource[],
  options: NamespaceOptions,
  step: Step,
  context: BuildContext,
): readonly Resource[] {
  if (options.namespace === "") return resources;
  context.watcher?.started(step, options.namespace);
  const moved = resources.map((before) => {
    if (before.build.fromHelm) return before;
    const after = moveOne(withPreviousId(before), options, step, context);
    if (after.node !== before.node) context.watcher?.applied(step, { before, after });
    return after;
  });
  reportConflicts(moved, step, context);
  return moved;
}

function moveOne(resource: Resource, options: NamespaceOptions, step: Step, context: BuildContext): Resource {
  const shares = new SharedWrites();
  const fail = failWith("transform/failed", resource, step, context.collector);
  const set = (node: Node): Node => setScalar(node, options, step, shares, fail);
  const write = { create: "scalar", step, set, fail } as const;
  let root = resource.node;
  if (!isClusterScoped(resource.id)) root = applyFieldSpec(root, resource.id, metadataNamespace, write);
  const isBinding = resource.id.kind === "RoleBinding" || resource.id.kind === "ClusterRoleBinding";
  if (isBinding) root = moveSubjects(root, options.subjects, set, step, fail);
  for (const spec of options.fieldSpecs) {
    if (spec.path === "metadata/namespace") continue;
    if (spec.path === "metadata/name" && apiVersionOf(resource.id) !== "v1") continue;
    if (isBinding && spec.path === "subjects/namespace" && isBindingKind(spec.kind)) continue;
    root = applyFieldSpec(root, resource.id, spec, write);
  }
  return withNode(resource, shares.spread(root));
}

const metadataNamespace: FieldSpec = {
  group: "",
  version: "",
  kind: "",
  path: "metadata/namespace",
  create: true,
};

function isBindingKind(kind: string): boolean {
  return kind === "RoleBinding" || kind === "ClusterRoleBinding";
}

function setScalar(
  node: Node,
  options: NamespaceOptions,
  step: Step,
  shares: SharedWrites,
  fail: Fail,
): Node {
  if (node.kind !== "scalar") return fail("a namespace must be a scalar", node);
  if (options.unsetOnly && !isNull(node) && node.text !== "") return node;
  return overwrite(node, options.namespace, "str", step, shares);
}

function moveSubjects(
  root: Mapping,
  mode: SubjectMode,
  set: (node: Node) => Node,
  step: Step,
  fail: Fail,
): Mapping {
  const i = indexOfKey(root, "subjects");
  const subjects = root.values[i];
  if (mode === "none" || !subjects || isNull(subjects)) return root;
  if (subjects.kind !== "sequence") return fail("`subjects` must be a list", subjects);
  const moved = mapItems(subjects, (subject) => {
    if (isNull(subject)) return subject;
    if (subject.kind !== "mapping") return fail("a subject must be a map", subject);
    const moves =
      mode === "allServiceAccounts"
        ? textAt(subject, "kind") === "ServiceAccount"
        : textAt(subject, "name") === "default";
    if (!moves) return subject;
    const at = indexOfKey(subject, "namespace");
    const before = subject.values[at];
    return before
      ? withValueAt(subject, at, set(before))
      : withField(subject, keyScalar("namespace", step), set(stringScalar("", step)));
  });
  return withValueAt(root, i, moved);
}

function reportConflicts(resources: readonly Resource[], step: Step, context: BuildContext): void {
  const seen = new Map<string, Resource>();
  for (const resource of resources) {
    if (isEmpty(resource.node)) continue;
    const key = idKey(resource.id);
    const first = seen.get(key);
    if (!first) seen.set(key, resource);
    else {
      context.collector.report(
        "transform/id-conflict",
        `the namespace makes two objects the same: ${friendlyId(resource.id)}`,
        {
          at: step,
          notes: [
            { message: "the first object", at: placeOf(first.node) },
            { message: "the second object", at: placeOf(resource.node) },
          ],
          help: "rename one of them, or build them in separate kustomizations with a namespace each",
        },
      );
    }
  }
}
