// Label selectors: `app=web,tier in (front,back),!canary`.
// Source: Kubernetes apimachinery pkg/labels, the copy of v0.19.8 that kustomize uses
import { invalidLabelKey, invalidLabelValue } from "./label-syntax.ts";

type Operator = "=" | "==" | "!=" | "in" | "notin" | ">" | "<" | "exists" | "!";

interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** All requirements must hold; none at all selects everything. */
export interface LabelSelector {
  readonly requirements: readonly Requirement[];
}

/** Reads a selector; the message says what stands where something else should. */
export function parseLabelSelector(text: string): LabelSelector | { readonly error: string } {
  try {
    return { requirements: parseRequirements(new Tokens(text)) };
  } catch (thrown) {
    if (thrown instanceof SelectorError) return { error: thrown.message };
    throw thrown;
  }
}

export function matchesLabelSelector(selector: LabelSelector, labels: ReadonlyMap<string, string>): boolean {
  return selector.requirements.every((requirement) => holds(requirement, labels));
}

function holds({ key, operator, values }: Requirement, labels: ReadonlyMap<string, string>): boolean {
  const value = labels.get(key);
  switch (operator) {
    case "in":
    case "=":
    case "==":
      return value !== undefined && values.includes(value);
    case "notin":
    case "!=":
      return value === undefined || !values.includes(value);
    case "exists":
      return value !== undefined;
    case "!":
      return value === undefined;
    default: {
      const own = parseInt64(value ?? "");
      const limit = parseInt64(values[0] ?? "");
      if (own === undefined || limit === undefined) return false;
      return operator === ">" ? own > limit : own < limit;
    }
  }
}

/** Breaks off the parser; never leaves this module. */
class SelectorError extends Error {}

function fail(token: string, expected: string): never {
  throw new SelectorError(`found ${token === "" ? "the end" : `\`${token}\``}, expected ${expected}`);
}

const symbols = ["==", "!=", "=", "!", ">", "<", "(", ")", ","];
const isSymbolStart = (char: string): boolean => "=!()<>,".includes(char);
const isBlank = (char: string): boolean => char === " " || char === "\t" || char === "\r" || char === "\n";

/** Words and symbols one after the other; the empty token is the end. */
class Tokens {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  peek(): string {
    return this.#tokens[this.#next] ?? "";
  }

  take(): string {
    return this.#tokens[this.#next++] ?? "";
  }
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const symbol = symbols.find((candidate) => text.startsWith(candidate, start));
    if (isBlank(text[at] as string)) at++;
    else if (symbol) at += symbol.length;
    else while (at < text.length && !isSymbolStart(text[at] as string) && !isBlank(text[at] as string)) at++;
    if (!isBlank(text[start] as string)) tokens.push(text.slice(start, at));
  }
  return tokens;
}

function isWord(token: string): boolean {
  return token !== "" && !isSymbolStart(token[0] as string);
}

function parseRequirements(tokens: Tokens): Requirement[] {
  const requirements: Requirement[] = [];
  while (tokens.peek() !== "") {
    requirements.push(parseRequirement(tokens));
    const separator = tokens.take();
    if (separator === "") break;
    if (separator !== ",") fail(separator, "`,` or the end");
    if (!isWord(tokens.peek()) && tokens.peek() !== "!") fail(tokens.peek(), "a label key after `,`");
  }
  return requirements;
}

function parseRequirement(tokens: Tokens): Requirement {
  const negated = tokens.peek() === "!";
  if (negated) tokens.take();
  const key = tokens.take();
  if (!isWord(key)) fail(key, "a label key");
  const wrong = invalidLabelKey(key);
  if (wrong) throw new SelectorError(`the key \`${key}\` is not valid: ${wrong}`);
  if (negated) return { key, operator: "!", values: [] };
  if (tokens.peek() === "" || tokens.peek() === ",") return { key, operator: "exists", values: [] };
  const operator = parseOperator(tokens);
  const values = operator === "in" || operator === "notin" ? parseValues(tokens) : [parseValue(tokens)];
  checkValues(key, operator, values);
  return { key, operator, values };
}

const binaryOperators = ["=", "==", "!=", "in", "notin", ">", "<"] as const;

function parseOperator(tokens: Tokens): Operator {
  const token = tokens.take();
  return (
    binaryOperators.find((operator) => operator === token) ??
    fail(token, "`=`, `==`, `!=`, `in`, `notin`, `>` or `<`")
  );
}

function parseValue(tokens: Tokens): string {
  if (tokens.peek() === "" || tokens.peek() === ",") return "";
  const value = tokens.take();
  return isWord(value) ? value : fail(value, "a value");
}

// A comma without a value beside it stands for the empty value. As in Kubernetes, `(a,,)` is an error.
function parseValues(tokens: Tokens): string[] {
  const open = tokens.take();
  if (open !== "(") fail(open, "`(`");
  if (tokens.peek() === ")") {
    tokens.take();
    return [""];
  }
  const values: string[] = [];
  for (;;) {
    const token = tokens.take();
    if (isWord(token)) {
      values.push(token);
      if (tokens.peek() !== "," && tokens.peek() !== ")") fail(tokens.peek(), "`,` or `)`");
    } else if (token === ",") {
      if (values.length === 0) values.push("");
      if (tokens.peek() === ",") {
        tokens.take();
        values.push("");
        continue;
      }
      if (tokens.peek() === ")") values.push("");
    } else {
      fail(token, "`,` or a value");
    }
    if (tokens.peek() === ")") {
      tokens.take();
      return values;
    }
  }
}

function checkValues(key: string, operator: Operator, values: readonly string[]): void {
  if ((operator === ">" || operator === "<") && parseInt64(values[0] ?? "") === undefined) {
    throw new SelectorError(`\`${key}${operator}${values[0]}\` does not compare with an integer`);
  }
  for (const value of values) {
    const wrong = invalidLabelValue(value);
    if (wrong) throw new SelectorError(`the value \`${value}\` is not valid: ${wrong}`);
  }
}

const largestInt64 = 2n ** 63n - 1n;

/** Go's strconv.ParseInt(text, 10, 64). */
function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text) || text.length > 1000) return undefined;
  const value = text.startsWith("+") ? BigInt(text.slice(1)) : BigInt(text);
  return value > largestInt64 || value < -largestInt64 - 1n ? undefined : value;
}
