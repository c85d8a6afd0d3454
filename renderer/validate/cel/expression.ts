// Expressions in CEL, the language of Kubernetes' own validation rules.
import type { Node } from "../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";
import { parseCel } from "./environment.ts";

export interface CelExpression {
  /** True or false; a text says why it could not be told. */
  readonly evaluate: (variables: Readonly<Record<string, unknown>>) => boolean | string;
}

export interface CelProblem {
  readonly error: string;
  /** Offset in the expression, where it is known. */
  readonly at: number;
}

/** @param variables  the names that it may use; their types are found out when it is evaluated */
export function compileCel(expression: string, variables: readonly string[]): CelExpression | CelProblem {
  try {
    const compiled = parseCel(expression, variables);
    const { valid, type, error } = compiled.check();
    if (!valid) return problem(error);
    if (type !== "bool" && type !== "dyn")
      return { error: `it gives a value of type ${type}, not true or false`, at: 0 };
    return {
      evaluate: (values) => {
        try {
          const result: unknown = compiled({ ...values });
          return typeof result === "boolean" ? result : `it gave ${typeof result}, not true or false`;
        } catch (thrown) {
          return problem(thrown).error;
        }
      },
    };
  } catch (thrown) {
    return problem(thrown);
  }
}

function problem(thrown: unknown): CelProblem {
  const { message, range } = thrown as {
    readonly message?: string;
    readonly range?: { readonly start: number };
  };
  // The first line says it; a code frame of the library's own follows.
  const [first = "it cannot be read"] = (message ?? "").replaceAll("re2Test", "matches").split("\n", 1);
  return { error: first, at: range?.start ?? 0 };
}

/** A node as CEL sees it: integers are integers, not floats. */
export function toCel(node: Node): unknown {
  switch (node.kind) {
    case "sequence":
      return node.items.map(toCel);
    case "mapping":
      return new Map(node.keys.map((key, i) => [key.text, toCel(node.values[i] as Node)]));
    case "scalar":
      if (node.tag === "null") return null;
      if (node.tag === "bool") return node.text.toLowerCase() === "true";
      if (node.tag === "int") return parseGoInt(node.text) ?? parseGoFloat(node.text) ?? node.text;
      if (node.tag === "float") return parseGoFloat(node.text) ?? Number.NaN;
      return node.text;
  }
}
