// One check of an object: what is known, what was found, and how much work is left.
import type { Node, Scalar } from "../../yaml/node.ts";
import type { TypeSource } from "../type-source.ts";
import { below, pathOf, type SchemaCode, type SchemaFinding, type Spot } from "./finding.ts";
import { type Show, shortened } from "./scalar.ts";

export interface Check {
  readonly types: TypeSource;
  readonly found: SchemaFinding[];
  /** Values may be missing: a patch says only what changes. */
  readonly isPartial: boolean;
  /** The object is a Secret: what it holds must not show. */
  readonly isSecret: boolean;
  readonly budget: Budget;
}

/** Shared by the checks of one object and its alternatives, so that hostile schemas end. */
export interface Budget {
  /** Values that may still be looked at. */
  values: number;
  /** Parts of combined schemas that may still be tried. */
  alternatives: number;
  /** How deep the check is in schemas and values. */
  depth: number;
  /** Findings that may still be kept. */
  findings: number;
}

/** Enough for every object that an API server would take, which are at most 3 MB. */
const mostValues = 1_000_000;
const mostFindings = 1_000;

export function fullBudget(alternatives: number): Budget {
  return { values: mostValues, alternatives, depth: 0, findings: mostFindings };
}

export interface Report {
  readonly code: SchemaCode;
  readonly spot: Spot | undefined;
  readonly node: Node;
  readonly message: string;
  readonly help?: string | undefined;
  readonly target?: "key" | "value";
  readonly wantsQuotes?: boolean | undefined;
}

export function report(check: Check, { code, spot, node, message, help, ...more }: Report): void {
  if (check.budget.findings <= 0) return;
  check.budget.findings--;
  const path = pathOf(spot);
  const { target = "value", wantsQuotes = false } = more;
  check.found.push({
    code,
    message,
    ...(help === undefined ? {} : { help }),
    path,
    target,
    node,
    wantsQuotes,
    isSecret: isSecretAt(check, path),
  });
}

/** Reports a field of a map for its name. */
export function reportKey(
  check: Check,
  key: Scalar,
  above: Spot | undefined,
  about: Pick<Report, "code" | "message" | "help">,
): void {
  report(check, { ...about, spot: below(above, key.text), node: key, target: "key" });
}

/** Shows a value in a message, unless it is a secret. */
export function showAt(check: Check, spot: Spot | undefined): Show {
  return check.isSecret && isSecretAt(check, pathOf(spot)) ? () => "(hidden)" : shortened;
}

function isSecretAt(check: Check, [first, second]: readonly (string | number)[]): boolean {
  return check.isSecret && (first === "data" || first === "stringData") && second !== undefined;
}
