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
  const result = resources.map((before) => {
    let resource = before;
    for (const spec of fieldSpecs) {
      // Asked again for each spec: one of them may write the name.
      if (!allIds(resource).some((id) => id.name === replica.name && isSelectedBy(id, spec))) continue;
      found = true;
      resource = setCount(resource, replica, spec, step, context);
    }
    if (resource !== before) context.watcher?.applied(step, { before, after: resource });
    return resource;
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

function setCount(
  resource: Resource,
  { count }: Replica,
  spec: FieldSpec,
  step: Step,
  { collector }: BuildContext,
): Resource {
  const shares = new SharedWrites();
  const fail = failWith("transform/failed", resource, step, collector);
  const set = (node: Node): Node => {
    if (node.kind !== "scalar") return fail("a replica count must be a scalar", node);
    return overwrite(node, String(count), "int", step, shares);
  };
  const root = applyFieldSpec(resource.node, resource.id, spec, { create: "scalar", step, set, fail });
  return withNode(resource, shares.spread(root));
}
