// Checks all objects of a cluster against their types, once for all rules of this area.
import type { SchemaCode, SchemaFinding } from "../../schema/check/finding.ts";
import { schemaChecker } from "../../schema/check/schema-checker.ts";
import { builtInSource } from "../../schema/source/built-in.ts";
import { definitionSource } from "../../schema/source/definitions.ts";
import { joinSources, type TypeSource } from "../../schema/type-source.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";

export interface Checked {
  readonly object: KubeObject;
  readonly finding: SchemaFinding;
}

/** The findings by code; asked through `cluster.once`. */
export function checkAll(cluster: Cluster): ReadonlyMap<SchemaCode, readonly Checked[]> {
  const { kubernetesVersion } = cluster.facts;
  const check = schemaChecker(typesOf(cluster), { kubernetesVersion });
  const byCode = new Map<SchemaCode, Checked[]>();
  for (const object of cluster.objects) {
    for (const finding of check(object.resource)) {
      const known = byCode.get(finding.code);
      if (known) known.push({ object, finding });
      else byCode.set(finding.code, [{ object, finding }]);
    }
  }
  return byCode;
}

/** Definitions of the tree itself come first, then what the policy and the command name, then what everybody has. */
export function typesOf({ objects, facts }: Cluster): TypeSource {
  const defined = definitionSource(objects.map(({ resource }) => resource.node));
  return joinSources([...(defined ? [defined] : []), ...(facts.types ?? []), builtInSource()]);
}
