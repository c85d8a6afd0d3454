// allOf, anyOf, oneOf and not: schemas that hold beside the one that names the fields.
import type { Node } from "../../yaml/node.ts";
import type { Combined, SchemaRef } from "../schema.ts";
import { type Check, report } from "./check.ts";
import { nameOf, type SchemaFinding, type Spot } from "./finding.ts";
import type { CheckValue } from "./list.ts";

export function checkCombined(
  node: Node,
  { all, any, one, not }: Combined,
  spot: Spot | undefined,
  check: Check,
  checkValue: CheckValue,
): void {
  const problemsOf = (schema: SchemaRef): readonly SchemaFinding[] => {
    const found: SchemaFinding[] = [];
    const { budget } = check;
    if (budget.alternatives-- <= 0) return found;
    const own = { ...budget, findings: 3 };
    checkValue(node, schema(), spot, { ...check, found, budget: own });
    budget.values = own.values;
    budget.alternatives = own.alternatives;
    return found;
  };
  for (const schema of all) if (check.budget.alternatives-- > 0) checkValue(node, schema(), spot, check);
  if (not && problemsOf(not).length === 0)
    report(check, {
      code: "schema/combination",
      spot,
      node,
      message: `${nameOf(spot)} has a form that is ruled out`,
    });
  if (any.length > 0) checkAlternatives(any.map(problemsOf), false, { node, spot }, check);
  if (one.length > 0) checkAlternatives(one.map(problemsOf), true, { node, spot }, check);
}

function checkAlternatives(
  problems: readonly (readonly SchemaFinding[])[],
  isOneOnly: boolean,
  at: { readonly node: Node; readonly spot: Spot | undefined },
  check: Check,
): void {
  const fitting = problems.filter((found) => found.length === 0).length;
  if (fitting === 1 || (fitting > 1 && !isOneOnly)) return;
  const [only] = problems;
  if (fitting === 0 && only && problems.length === 1) {
    check.found.push(...only);
    return;
  }
  report(check, {
    code: "schema/combination",
    ...at,
    message: `${nameOf(at.spot)} ${fitting === 0 ? "fits none of its allowed forms" : `fits ${fitting} forms of which one is allowed`}`,
    help: fitting === 0 ? helpOf(problems) : undefined,
  });
}

/** What is missing to each form. */
function helpOf(problems: readonly (readonly SchemaFinding[])[]): string {
  const reasons = new Set(problems.flatMap(([first]) => (first ? first.message : [])));
  return [...reasons].slice(0, 4).join("; or ");
}
