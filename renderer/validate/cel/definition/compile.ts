// Rules of definitions, ready to be evaluated as far as that is certain to give what the API server would say.
import type { ASTNode, ParseResult } from "@marcbachmann/cel-js";
import type { SchemaRule } from "../../../schema/schema.ts";
import { nodesOf, noValue, parseCel } from "../environment.ts";
import type { Measure } from "./measure.ts";

export interface CompiledRule {
  readonly kind: "compiled";
  readonly spec: SchemaRule;
  readonly expression: ASTNode;
  readonly evaluate: (self: unknown) => Answer;
  /** Undefined when there is none to be had. */
  readonly message: (self: unknown) => string | undefined;
  /** Whether it cannot be evaluated about values of this kind. */
  readonly isLostOn: (measure: Measure, isObject: boolean) => boolean;
  /** Paths below `self` that it reads, by the names that the fields have in rules. */
  readonly reads: readonly (readonly string[])[];
}

export type Answer = { readonly is: boolean } | { readonly error: string; readonly isCertain: boolean };

/** A rule that says nothing of new objects, or that cannot be evaluated here. */
export type Compiled =
  | CompiledRule
  | { readonly kind: "transition" }
  | { readonly kind: "unknown"; readonly why: string };

const longestRule = 20_000;

export function compileRule(spec: SchemaRule): Compiled {
  const { rule, messageExpression = "", optionalOldSelf = false } = spec;
  if (rule.length + messageExpression.length > longestRule) return { kind: "unknown", why: "it is too long" };
  const parsed = checked(rule);
  if (typeof parsed === "string") return { kind: "unknown", why: parsed };
  const names = [...nodesOf(parsed.ast)];
  if (!optionalOldSelf && names.some(isOldSelf)) return { kind: "transition" };
  if (names.some(isUnsigned)) return { kind: "unknown", why: "it has unsigned integers" };
  const message = messageExpression === "" ? undefined : checked(messageExpression);
  const isAscii = /^[\n\r\t -~]*$/.test(rule);
  const reads = readsOf(parsed.ast);
  const isOfText = names.some((node) => node.op === "rcall" && asciiOnly.has(node.args[0]));
  const readsStatus = reads.some(([first]) => first === "status");
  return {
    kind: "compiled",
    spec,
    expression: parsed.ast,
    evaluate: (self) => answerOf(parsed, variablesFor(self)),
    message: (self) => (typeof message === "function" ? textOf(message, variablesFor(self)) : undefined),
    isLostOn: (measure, isObject) => (isOfText && !(isAscii && measure.isAscii)) || (isObject && readsStatus),
    reads,
  };
}

/** The library takes UTF-16 code units for characters, and knows capitals of other alphabets. */
const asciiOnly = new Set(
  "charAt indexOf lastIndexOf substring split replace reverse lowerAscii upperAscii trim".split(" "),
);

function variablesFor(self: unknown): Record<string, unknown> {
  return { self, oldSelf: noValue() };
}

/** What can be evaluated, or why it cannot. */
function checked(text: string): ParseResult | string {
  try {
    const parsed = parseCel(text, ["self", "oldSelf"]);
    const { valid, error } = parsed.check();
    return valid ? parsed : summaryOf(error);
  } catch (thrown) {
    return summaryOf(thrown);
  }
}

function isOldSelf(node: ASTNode): boolean {
  return node.op === "id" && node.args === "oldSelf";
}

/** The library does not take them for equal to other integers in lists and maps. */
function isUnsigned(node: ASTNode): boolean {
  if (node.op === "call") return node.args[0] === "uint";
  return node.op === "value" && typeof node.args === "object" && node.args !== null && "value" in node.args;
}

function answerOf(parsed: ParseResult, variables: Record<string, unknown>): Answer {
  try {
    const is: unknown = parsed(variables);
    return typeof is === "boolean" ? { is } : { error: "it gives no boolean", isCertain: false };
  } catch (thrown) {
    const { code } = thrown as { readonly code?: unknown };
    const isCertain = code === "no_such_key" || code === "index_out_of_bounds";
    return { error: summaryOf(thrown), isCertain };
  }
}

function textOf(parsed: ParseResult, variables: Record<string, unknown>): string | undefined {
  try {
    const text: unknown = parsed(variables);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The library's message without its code frame. */
function summaryOf(thrown: unknown): string {
  const { summary, message = "" } = thrown as { readonly summary?: string; readonly message?: string };
  const [first = ""] = (summary ?? message).replaceAll("re2Test", "matches").split("\n", 1);
  return first.charAt(0).toLowerCase() + first.slice(1);
}

function readsOf(root: ASTNode): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const node of nodesOf(root)) {
    const path = pathOf(node);
    if (path && path.length > 0) found.set(path.join("."), path);
  }
  // `self.a.b` goes by way of `self.a`.
  return [...found]
    .filter(([text]) => ![...found.keys()].some((other) => other.startsWith(`${text}.`)))
    .map(([, path]) => path);
}

function pathOf(node: ASTNode): readonly string[] | undefined {
  if (node.op === "id") return node.args === "self" ? [] : undefined;
  if (node.op !== "." && node.op !== ".?") return undefined;
  const above = pathOf(node.args[0]);
  return above && [...above, node.args[1]];
}
