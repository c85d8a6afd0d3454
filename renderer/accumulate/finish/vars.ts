// Vars: `$(NAME)` in the fields that varReference names becomes the value of another object's field.
import { applyFieldSpec } from "../../fieldspecs/apply.ts";
import type { FieldSpec } from "../../fieldspecs/field-spec.ts";
import type { BuildContext } from "../../load/context.ts";
import { type Resource, withNode } from "../../resource/resource.ts";
import { failWith } from "../../transform/failure.ts";
import { SharedWrites } from "../../transform/shared-scalars.ts";
import { mapItems } from "../../yaml/edit.ts";
import { isHeldString } from "../../yaml/held.ts";
import {
  isNull,
  type Mapping,
  type Node,
  type Scalar,
  type Step,
  scalar,
  withValues,
} from "../../yaml/node.ts";
import type { CollectedVar } from "../accumulated.ts";
import { expand } from "./expand.ts";
import { readVarValues, type VarValue } from "./var-values.ts";

/**
 * Expands all vars, in all objects.
 *
 * @param vars  of the whole build; the objects remember which of them take their value from it
 * Source: kustomize api/internal/accumulator/refvartransformer.go and api/filters/refvar
 */
export function resolveVars(
  resources: readonly Resource[],
  vars: readonly CollectedVar[],
  fieldSpecs: readonly FieldSpec[],
  context: BuildContext,
): readonly Resource[] {
  if (vars.length === 0) return resources;
  const work: Work = { values: readVarValues(resources, vars, context), used: new Set() };
  const resolved = resources.map((resource) => resolveOne(resource, fieldSpecs, work, context));
  for (const { value, at } of vars) {
    const { name = "" } = value;
    if (work.used.has(name)) continue;
    context.collector.report("kustomization/unused-var", `the var \`${name}\` is used nowhere`, {
      at,
      help: `nothing refers to it as $(${name}), or only fields that varReference does not name do`,
    });
  }
  return resolved;
}

interface Work {
  readonly values: ReadonlyMap<string, VarValue>;
  readonly used: Set<string>;
}

function resolveOne(
  resource: Resource,
  fieldSpecs: readonly FieldSpec[],
  work: Work,
  context: BuildContext,
): Resource {
  const shares = new SharedWrites();
  const step: Step = { by: "vars", source: resource.node.source, at: resource.node.at };
  const fail = failWith("transform/failed", resource, step, context.collector);
  const setString = (node: Node): Node =>
    isString(node) ? expanded(shares.latest(node), work, shares) : node;
  const set = (node: Node): Node => {
    if (isNull(node)) return node;
    if (node.kind === "mapping") return setValues(node, setString, fail);
    if (node.kind === "scalar") return setString(node);
    return mapItems(node, (item) =>
      isString(item) ? setString(item) : fail("an item is not a string", item),
    );
  };
  let root = resource.node;
  for (const spec of fieldSpecs) root = applyFieldSpec(root, resource.id, spec, { step, set, fail });
  return withNode(resource, shares.spread(root));
}

function setValues(
  node: Mapping,
  setString: (node: Node) => Node,
  fail: (message: string, node: Node) => never,
): Mapping {
  for (const key of node.keys) if (key.tag !== "str") fail(`the key \`${key.text}\` is not a string`, key);
  const values = node.values.map(setString);
  return values.every((value, i) => value === node.values[i]) ? node : withValues(node, values);
}

function isString(node: Node): node is Scalar {
  return node.kind === "scalar" && isHeldString(node);
}

function expanded(node: Scalar, { values, used }: Work, shares: SharedWrites): Scalar {
  if (!node.text.includes("$")) return isSettled(node) ? node : shares.replace(node, asText(node, node.text));
  let last: VarValue | undefined;
  const text = expand(node.text, (name) => {
    const value = values.get(name);
    if (!value) return undefined;
    used.add(name);
    last = value;
    return value.text;
  });
  // A reference that is the whole text takes over the type of the value.
  const whole = node.text.startsWith("$(") ? values.get(node.text.slice(2, -1)) : undefined;
  if (whole && node.text === `$(${whole.name})`)
    return shares.replace(node, asWritten(whole.scalar, whole, node));
  if (!last) return shares.replace(node, asText(node, text));
  const { source, at } = last.scalar;
  return shares.replace(node, asWritten(scalar(text, "str", "plain", source, at), last, node));
}

/** Whether making it a plain string, vars or not, changes nothing that shows. */
function isSettled({ style, held }: Scalar): boolean {
  return held === undefined && style !== "folded";
}

function asText({ source, at, written }: Scalar, text: string): Scalar {
  return scalar(text, "str", "plain", source, at, written);
}

function asWritten(value: Scalar, { step }: VarValue, earlier: Scalar): Scalar {
  return { ...value, written: { step, earlier } };
}
