// Vars: `$(NAME)` in the fields that varReference names becomes a value of another object.
import { applyFieldSpec } from "../../fieldspecs/apply.ts";
import type { FieldSpec } from "../../fieldspecs/field-spec.ts";
import type { BuildContext } from "../../load/context.ts";
import { type Resource, withNode } from "../../resource/resource.ts";
import { splitBracketedPath } from "../../text/path-splitter.ts";
import { failWith } from "../../transform/failure.ts";
import { SharedWrites } from "../../transform/shared-scalars.ts";
import { mapItems } from "../../yaml/edit.ts";
import {
  field,
  isEmpty,
  isNull,
  type Node,
  placeOf,
  type Scalar,
  type Step,
  withValues,
} from "../../yaml/node.ts";
import type { CollectedVar } from "../accumulated.ts";
import { expand } from "./expand.ts";

/** Source: kustomize api/internal/accumulator/refvartransformer.go and api/filters/refvar */
export function resolveVars(
  resources: readonly Resource[],
  vars: readonly CollectedVar[],
  fieldSpecs: readonly FieldSpec[],
  context: BuildContext,
): readonly Resource[] {
  if (vars.length === 0) return resources;
  const values = readValues(resources, vars, context);
  const used = new Set<string>();
  const resolved = resources.map((resource) => resolveOne(resource, values, used, fieldSpecs, context));
  for (const { value, at } of vars) {
    if (used.has(value.name ?? "") || !values.has(value.name ?? "")) continue;
    context.collector.report("kustomization/unused-var", `the var \`${value.name}\` is used nowhere`, {
      at,
      help: `nothing refers to it as $(${value.name}), or only fields that varReference does not name do`,
    });
  }
  return resolved;
}

interface Value {
  /** Scalars only: what stands in the place of a whole value keeps its type. */
  readonly node: Scalar;
  readonly step: Step;
}

function readValues(
  resources: readonly Resource[],
  vars: readonly CollectedVar[],
  context: BuildContext,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const { value, at } of vars) {
    const { name = "", fieldref } = value;
    const source = resources.find((resource) => resource.build.varNames.includes(name));
    if (!source) {
      context.collector.halt(
        "kustomization/invalid",
        `the var \`${name}\` takes its value from an object that is not there`,
        {
          at,
          help: "its objref names kind, apiVersion and the name before prefixes",
        },
      );
    }
    const path = fieldref?.fieldPath || "metadata.name";
    const node = lookup(source.node, path);
    if (!node || isEmpty(node)) {
      context.collector.halt(
        "kustomization/invalid",
        `${source.id.kind}/${source.id.name} has no field ${path}`,
        {
          at,
          notes: [{ message: "the object", at: placeOf(source.node) }],
        },
      );
    }
    if (node.kind === "scalar") values.set(name, { node, step: { by: `var ${name}`, ...placeOf(node) } });
  }
  return values;
}

function lookup(root: Node, path: string): Node | undefined {
  let here: Node | undefined = root;
  for (const part of splitBracketedPath(path.replace(/\[(\d+)\]/g, ".$1"), ".")) {
    if (part === "") continue;
    here = here?.kind === "sequence" ? here.items[Number(part)] : field(here, part);
  }
  return here;
}

function resolveOne(
  resource: Resource,
  values: ReadonlyMap<string, Value>,
  used: Set<string>,
  fieldSpecs: readonly FieldSpec[],
  context: BuildContext,
): Resource {
  const shares = new SharedWrites();
  let root = resource.node;
  const step: Step = { by: "vars", source: root.source, at: root.at };
  const fail = failWith("transform/failed", resource, step, context.collector);
  const setScalar = (node: Node): Node => {
    if (node.kind !== "scalar" || node.tag !== "str") return node;
    return replaced(node, values, used, shares);
  };
  const set = (node: Node): Node => {
    if (isNull(node)) return node;
    if (node.kind === "scalar") return setScalar(node);
    if (node.kind === "mapping") {
      const values = node.values.map(setScalar);
      return values.every((value, i) => value === node.values[i]) ? node : withValues(node, values);
    }
    return mapItems(node, (item) =>
      item.kind === "scalar" && item.tag === "str"
        ? setScalar(item)
        : fail("vars: an item is no string", item),
    );
  };
  for (const spec of fieldSpecs) root = applyFieldSpec(root, resource.id, spec, { step, set, fail });
  return withNode(resource, shares.spread(root));
}

function replaced(
  node: Scalar,
  values: ReadonlyMap<string, Value>,
  used: Set<string>,
  shares: SharedWrites,
): Scalar {
  if (!node.text.includes("$")) return node;
  let last: Value | undefined;
  const whole = /^\$\(([^)]*)\)$/.exec(node.text)?.[1];
  const text = expand(node.text, (name) => {
    const value = values.get(name);
    if (!value) return undefined;
    used.add(name);
    last = value;
    return value.node.text;
  });
  if (!last) return text === node.text ? node : { ...node, text };
  const isWhole = whole !== undefined && values.has(whole);
  const next: Scalar = {
    ...(last as Value).node,
    text,
    tag: isWhole ? (last as Value).node.tag : "str",
    style: "plain",
    written: { step: (last as Value).step, earlier: node },
  };
  return shares.replace(node, next);
}
