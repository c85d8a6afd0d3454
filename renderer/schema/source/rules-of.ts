// Rules that a definition states as expressions. They are read here, and evaluated where there is an evaluator.
import type { SchemaRule } from "../schema.ts";
import { own, ownList, ownText } from "./json.ts";

const key = "x-kubernetes-validations";

/** Undefined when there are none. */
export function rulesOf(json: unknown): readonly SchemaRule[] | undefined {
  const rules = (ownList(json, key) ?? []).flatMap((entry): readonly SchemaRule[] => {
    const rule = ownText(entry, "rule")?.trim();
    return rule ? [{ rule, ...textsOf(entry), ...(isOptional(entry) ? { optionalOldSelf: true } : {}) }] : [];
  });
  return rules.length > 0 ? rules : undefined;
}

function isOptional(entry: unknown): boolean {
  return own(entry, "optionalOldSelf") === true;
}

const textFields = ["message", "messageExpression", "reason", "fieldPath"] as const;

function textsOf(entry: unknown): Partial<SchemaRule> {
  return Object.fromEntries(
    textFields.flatMap((name) => {
      const text = ownText(entry, name);
      return text ? [[name, text]] : [];
    }),
  );
}

/** Whether a rule stands anywhere in the schema. */
export function holdsRules(json: unknown): boolean {
  const queue: unknown[] = [json];
  while (queue.length > 0) {
    const part = queue.pop();
    if (typeof part !== "object" || part === null) continue;
    if (Object.hasOwn(part, key)) return true;
    for (const inner of Object.values(part)) queue.push(inner);
  }
  return false;
}
