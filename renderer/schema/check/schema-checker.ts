// Checks an object against what is known of its kind. Pure: nothing is read, nothing is reported.
import { parseApiVersion } from "../../resource/gvk.ts";
import type { Resource } from "../../resource/resource.ts";
import { field, type Mapping, textAt } from "../../yaml/node.ts";
import type { TypeSource } from "../type-source.ts";
import { type Budget, type Check, fullBudget, report } from "./check.ts";
import { below, type SchemaFinding, type Spot } from "./finding.ts";
import { checkLifecycle, checkNames, reportUnknownKind, type Subject } from "./identity.ts";
import { minorOf } from "./lifecycle.ts";
import { checkValue } from "./value.ts";

export interface SchemaOptions {
  /** The cluster's release, such as `1.36`: decides which API versions it serves. */
  readonly kubernetesVersion?: string;
}

/** The release that the package's own types are of. */
export const defaultKubernetesVersion = "1.36";

/** Combined schemas can make work of very little: an object gets a share of what all may take. */
const mostAlternatives = { ofObject: 20_000, ofAll: 1_000_000 };

export interface ObjectCheck {
  readonly found: readonly SchemaFinding[];
  /** It took nothing of what all objects share, so it comes to the same whatever else is checked. */
  readonly isOfItself: boolean;
}

/**
 * Makes a function that finds what the API server, or a strict client in front of it, would refuse about an object.
 *
 * A kind that nothing describes gives the one finding `schema/unknown-kind` or `schema/unknown-version`: what that means
 * is for policy to decide. At most a thousand findings come back of an object; hostile schemas end with
 * `schema/too-complex`.
 */
export function schemaChecker(
  types: TypeSource,
  options: SchemaOptions = {},
): (resource: Resource) => ObjectCheck {
  const minor = minorOf(options.kubernetesVersion ?? defaultKubernetesVersion) ?? 0;
  let left = mostAlternatives.ofAll;
  return ({ node }) => {
    const alternatives = Math.min(left, mostAlternatives.ofObject);
    const budget = fullBudget(alternatives);
    const found: SchemaFinding[] = [];
    checkObject(node, undefined, { types, found, budget, minor });
    left -= alternatives - Math.max(budget.alternatives, 0);
    return { found, isOfItself: budget.alternatives === alternatives };
  };
}

interface Run {
  readonly types: TypeSource;
  readonly found: SchemaFinding[];
  readonly budget: Budget;
  readonly minor: number;
}

function checkObject(node: Mapping, spot: Spot | undefined, run: Run): void {
  const apiVersion = textAt(node, "apiVersion") ?? "";
  const kind = textAt(node, "kind") ?? "";
  const { group } = parseApiVersion(apiVersion);
  const check: Check = { ...run, isPartial: false, isSecret: kind === "Secret" && group === "" };
  const subject: Subject = { node, spot, apiVersion, kind, minor: run.minor };
  if (isList(node, kind)) return checkItems(node, spot, run);
  const schema = run.types.schemaOf(apiVersion, kind);
  const isGone = checkLifecycle(subject, check);
  if (!schema) {
    if (!isGone) reportUnknownKind(subject, check);
    return;
  }
  checkValue(node, schema, spot, check);
  checkNames(subject, check);
  if (run.budget.values <= 0 || run.budget.alternatives < 0)
    report(check, {
      code: "schema/too-complex",
      spot,
      node,
      message:
        "the object was not checked whole: its schema has too many alternatives, or the object too many values",
    });
}

/** `v1` List, DeploymentList and the like: objects one after the other. */
function isList(node: Mapping, kind: string): boolean {
  return (
    kind.endsWith("List") && field(node, "items")?.kind === "sequence" && field(node, "spec") === undefined
  );
}

function checkItems(node: Mapping, spot: Spot | undefined, run: Run): void {
  const items = field(node, "items");
  if (items?.kind !== "sequence") return;
  for (const [i, item] of items.items.entries())
    if (item.kind === "mapping") checkObject(item, below(below(spot, "items"), i), run);
}
