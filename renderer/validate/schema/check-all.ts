// Checks all objects of a cluster against their types, once for all rules of this area.
import type { SchemaCode, SchemaFinding } from "../../schema/check/finding.ts";
import { schemaChecker } from "../../schema/check/schema-checker.ts";
import { builtInSource } from "../../schema/source/built-in.ts";
import { definitionSource, isDefinition } from "../../schema/source/definitions.ts";
import { joinSources, type TypeSource } from "../../schema/type-source.ts";
import { isSameList } from "../../text/same-list.ts";
import { type Mapping, type Node, textAt } from "../../yaml/node.ts";
import { ruleChecker, type Unevaluated } from "../cel/definition/check.ts";
import { isFluxKustomization, patchesKustomizations } from "../gitops/sync.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import { isAddedValue } from "./added-values.ts";

export interface Checked {
  readonly object: KubeObject;
  readonly finding: SchemaFinding;
}

/** The findings by code; asked through `cluster.once`. */
export function checkAll(cluster: Cluster): ReadonlyMap<SchemaCode, readonly Checked[]> {
  const { kubernetesVersion } = cluster.facts;
  const types = cluster.once(typesOf);
  const check = keepingChecker(cluster, schemaChecker(types, { kubernetesVersion }));
  const checkRules = ruleChecker();
  const unevaluated = new UnevaluatedRules();
  const byCode = new Map<SchemaCode, Checked[]>();
  const add = (checked: Checked): void => {
    const known = byCode.get(checked.finding.code);
    if (known) known.push(checked);
    else byCode.set(checked.finding.code, [checked]);
  };
  for (const object of cluster.objects) {
    const { node } = object.resource;
    // The cluster sees neither the field nor the encrypted values: SOPS takes them out.
    if (object.root.get("sops", "mac").exists) continue;
    const found = check(object).filter(
      (finding) => !holdsVariable(finding.node) && !isAddedValue(object, finding),
    );
    const isCompleted = isFluxKustomization(object) && patchesKustomizations(cluster);
    for (const finding of found)
      if (!isCompleted || finding.code !== "schema/missing-field") add({ object, finding });
    const schema = types.schemaOf(textAt(node, "apiVersion") ?? "", object.kind);
    // As in the API server: what does not even fit its type is not looked at any further.
    if (!schema?.hasRules || found.some(({ code }) => misfits.has(code))) continue;
    const { findings, unevaluated: rules } = checkRules(node, schema);
    for (const finding of findings) add({ object, finding });
    unevaluated.add(object, rules);
  }
  for (const checked of unevaluated.findings()) add(checked);
  return byCode;
}

/** What the types of an overlay come from. */
interface Basis {
  readonly kubernetesVersion: string;
  readonly definitions: readonly Mapping[];
  readonly types: readonly TypeSource[];
}

interface KeptCheck {
  readonly basis: Basis;
  readonly found: readonly SchemaFinding[];
}

const kept = new WeakMap<KubeObject, KeptCheck>();

/** Checks an object again only when it or the types are others than before. */
function keepingChecker(
  cluster: Cluster,
  check: ReturnType<typeof schemaChecker>,
): (object: KubeObject) => readonly SchemaFinding[] {
  const basis = basisOf(cluster);
  return (object) => {
    const known = kept.get(object);
    if (known && isSameBasis(known.basis, basis)) return known.found;
    const { found, isOfItself } = check(object.resource);
    if (isOfItself) kept.set(object, { basis, found });
    return found;
  };
}

function basisOf({ objects, facts }: Cluster): Basis {
  const { kubernetesVersion, types = [] } = facts;
  const definitions = objects.map(({ resource }) => resource.node).filter(isDefinition);
  return { kubernetesVersion, definitions, types };
}

function isSameBasis(a: Basis, b: Basis): boolean {
  const isVersion = a.kubernetesVersion === b.kubernetesVersion;
  return isVersion && isSameList(a.definitions, b.definitions) && isSameList(a.types, b.types);
}

/** Flux puts a value in, or gitops/variable-left says that nothing does. */
function holdsVariable(node: Node): boolean {
  return node.kind === "scalar" && /\$\{[A-Za-z_]\w*[^}]*\}/.test(node.text);
}

const misfits: ReadonlySet<SchemaCode> = new Set<SchemaCode>([
  "schema/wrong-type",
  "schema/missing-field",
  "schema/limit",
  "schema/too-complex",
]);

/** One finding for each kind, at its first object. */
class UnevaluatedRules {
  readonly #byKind = new Map<
    string,
    { readonly object: KubeObject; readonly rules: Map<string, Unevaluated> }
  >();

  add(object: KubeObject, rules: readonly Unevaluated[]): void {
    if (rules.length === 0) return;
    const key = `${object.group}/${object.version}/${object.kind}`;
    const known = this.#byKind.get(key) ?? { object, rules: new Map() };
    for (const each of rules) known.rules.set(each.rule, each);
    this.#byKind.set(key, known);
  }

  findings(): readonly Checked[] {
    return [...this.#byKind.values()].map(({ object, rules }) => ({
      object,
      finding: toFinding(object, rules),
    }));
  }
}

function toFinding({ kind, resource }: KubeObject, rules: ReadonlyMap<string, Unevaluated>): SchemaFinding {
  const all = [...rules.values()];
  const shown = all
    .slice(0, 3)
    .map(({ rule, why }) => `\`${rule.length > 80 ? `${rule.slice(0, 79)}…` : rule}\`: ${why}`);
  const more = all.length > shown.length ? `; and ${all.length - shown.length} more` : "";
  return {
    code: "schema/unevaluated-rule",
    message: `${all.length} ${all.length === 1 ? "rule" : "rules"} of the definition of ${kind} could not be evaluated`,
    help: `${shown.join("; ")}${more}`.replace(/\s+/g, " "),
    path: ["kind"],
    target: "value",
    node: resource.node,
    wantsQuotes: false,
    isSecret: false,
  };
}

/** Definitions of the tree itself come first, then what the policy and the command name, then what everybody has. */
export function typesOf({ objects, facts }: Cluster): TypeSource {
  const defined = definitionSource(objects.map(({ resource }) => resource.node));
  return joinSources([...(defined ? [defined] : []), ...(facts.types ?? []), builtInSource()]);
}
