// `replicas:` sets the count of the workloads of a name.
import { applyFieldSpec } from "../fieldspecs/apply.ts";
import type { FieldSpec } from "../fieldspecs/field-spec.ts";
import type { BuildContext } from "../load/context.ts";
import { isSelectedBy } from "../resource/gvk.ts";
import { allIds, type Resource, withNode } from "../resource/resource.ts";
import type { Node, Step } from "../yaml/node.ts";
import { failWith } from "./failure.ts";
import { overwrite } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

export interface Replica {
  readonly name: string;
  readonly count: bigint | number;
}

/** Source: kustomize api/internal/builtins/ReplicaCountTransformer.go; a name that matches nothing is an error there too */
export function setReplicas(
  resources: readonly Resource[],
  replica: Replica,
  fieldSpecs: readonly FieldSpec[],
  step: Step,
  context: BuildContext,
): readonly Resource[] {
  context.watcher?.started(step, replica.name);
  let found = false;
  const result = resources.map((resource) => {
    const named = allIds(resource).filter((id) => id.name === replica.name);
    if (named.length === 0) return resource;
    let root = resource.node;
    const shares = new SharedWrites();
    const fail = failWith("transform/failed", resource, step, context.collector);
    const set = (node: Node): Node => {
      if (node.kind !== "scalar") return fail("a replica count must be a scalar", node);
      return overwrite(node, String(replica.count), "int", step, shares);
    };
    for (const spec of fieldSpecs) {
      if (!named.some((id) => isSelectedBy(id, spec))) continue;
      found = true;
      root = applyFieldSpec(root, resource.id, spec, { create: "scalar", step, set, fail });
    }
    const after = withNode(resource, shares.spread(root));
    if (root !== resource.node) context.watcher?.applied(step, { before: resource, after });
    return after;
  });
  if (!found) {
    const kinds = [...new Set(fieldSpecs.map((spec) => spec.kind))].join(", ");
    const names = resources.filter((resource) => fieldSpecs.some((spec) => spec.kind === resource.id.kind));
    context.collector.report(
      "transform/no-target",
      `replicas: nothing scalable is named \`${replica.name}\``,
      {
        at: step,
        help:
          names.length > 0
            ? `there is ${names.map((resource) => `${resource.id.kind}/${resource.id.name}`).join(", ")}`
            : `only ${kinds} have replicas, and none is part of this build`,
      },
    );
  }
  return result;
}
