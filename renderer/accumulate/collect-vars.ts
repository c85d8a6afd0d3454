// Vars name an object and a field; the object remembers the var, because its own name may still change.
import type { Place } from "../diagnostics/location.ts";
import type { KustomizationFile } from "../kustomization/read.ts";
import type { Var, VarTarget } from "../kustomization/schema.ts";
import type { BuildContext } from "../load/context.ts";
import { type Gvk, parseApiVersion, sameGvk } from "../resource/gvk.ts";
import { idString, makeResId } from "../resource/res-id.ts";
import { allIds, type Resource, withState } from "../resource/resource.ts";
import { placeOf } from "../yaml/node.ts";
import type { Accumulated } from "./accumulated.ts";

/** Source: kustomize api/internal/accumulator/resaccumulator.go, MergeVars */
export function collectVars(
  accumulated: Accumulated,
  file: KustomizationFile,
  context: BuildContext,
): Accumulated {
  const declared = file.value.vars ?? [];
  if (declared.length === 0) return accumulated;
  let resources = accumulated.resources;
  const vars = [...accumulated.vars];
  declared.forEach((value, i) => {
    const at = file.place("vars", i);
    const twin = vars.find((known) => known.value.name === value.name);
    if (twin) {
      context.collector.report("kustomization/invalid", `the var \`${value.name}\` is defined twice`, {
        at,
        notes: [{ message: "it is defined first here", at: twin.at }],
      });
      return;
    }
    resources = markTarget(resources, value, at, context);
    vars.push({ value, at });
  });
  return { ...accumulated, resources, vars };
}

function markTarget(
  resources: readonly Resource[],
  { name = "", objref = {} }: Var,
  at: Place,
  context: BuildContext,
): readonly Resource[] {
  const gvk = gvkOf(objref);
  // kustomize does not know here that a kind has no namespace: with one, no object of the kind is found.
  const id = makeResId(gvk, objref.name ?? "", objref.namespace ?? "", false);
  const exact = id.namespace !== "";
  const found = resources.filter((resource) =>
    allIds(resource).some(
      (own) =>
        own.name === id.name &&
        sameGvk(own, id) &&
        (!exact || own.effectiveNamespace === id.effectiveNamespace),
    ),
  );
  const [target] = found;
  if (!target) return resources;
  if (found.length > 1) {
    context.collector.report(
      "kustomization/invalid",
      `the var \`${name}\` could take its value from several objects`,
      {
        at,
        notes: found.map((resource) => ({ message: idString(resource.id), at: placeOf(resource.node) })),
        help: "add a namespace to its objref",
      },
    );
    return resources;
  }
  const marked = withState(target, { varNames: [...target.build.varNames, name] });
  return resources.with(resources.indexOf(target), marked);
}

function gvkOf(objref: VarTarget): Gvk {
  const { group = "", version = "", kind = "" } = objref;
  return objref.apiVersion ? { kind, ...parseApiVersion(objref.apiVersion) } : { group, version, kind };
}
