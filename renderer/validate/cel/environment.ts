// CEL, the language of Kubernetes' own validation rules: the library, loaded when the first expression needs it, and the
// functions that Kubernetes adds to the language.
import type { ASTNode, Environment, ParseResult } from "@marcbachmann/cel-js";
import { compileGoRegexp } from "../../text/go-regexp.ts";
import { onDemand } from "../../text/on-demand.ts";
import { once } from "../../text/once.ts";
import { listFunctions } from "./functions/lists.ts";
import { networkFunctions } from "./functions/network.ts";
import { quantityFunctions } from "./functions/quantity.ts";
import { textFunctions } from "./functions/text.ts";
import { withoutOddHas } from "./has.ts";

const library = onDemand<typeof import("@marcbachmann/cel-js")>("@marcbachmann/cel-js");

/** A function of the language: `string.charAt(int): string`, or a type that functions take. */
export interface CelFunctions {
  /** Constructors by the name of their type. */
  readonly types?: Readonly<Record<string, new (...args: never) => object>>;
  /** Values by name, with their type: what stands before a dot, as in `sets.contains(…)`. */
  readonly constants?: Readonly<Record<string, readonly [type: string, value: object]>>;
  readonly functions: Readonly<Record<string, CelFunction>>;
}

/** The library has found out that the arguments are of the types that the signature names. */
// biome-ignore lint/suspicious/noExplicitAny: the types stand in the signature, which no compiler reads
export type CelFunction = (...args: any[]) => unknown;

const mostOddHas = 100;
const limits = { maxAstNodes: 5000, maxDepth: 100 };
const environments = new Map<string, Environment>();

/** @param variables  the names that expressions may use; their types are found out when they are evaluated */
export function celEnvironment(variables: readonly string[]): Environment {
  const key = variables.join("\0");
  const known = environments.get(key) ?? makeEnvironment(variables);
  environments.set(key, known);
  return known;
}

function makeEnvironment(variables: readonly string[]): Environment {
  const { Environment } = library();
  // Values of unknown type stand in literals beside others: only what is evaluated shows whether they fit.
  const made = new Environment({ limits, enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  for (const name of variables) made.registerVariable(name, "dyn");
  for (const { types = {}, constants = {}, functions } of [
    safeMatch,
    textFunctions,
    listFunctions,
    quantityFunctions,
    networkFunctions,
  ]) {
    for (const [name, type] of Object.entries(types)) made.registerType(name, type);
    for (const [name, [type, value]] of Object.entries(constants)) made.registerConstant(name, type, value);
    for (const [signature, handler] of Object.entries(functions))
      made.registerFunction(signature, handler, { async: false });
  }
  return made;
}

/** No value for an `oldSelf` that may be missing. */
export function noValue(): unknown {
  return library().Optional.none();
}

/** The language's own duration; undefined when the text is none. */
export function durationOf(text: string): unknown {
  try {
    return parseDuration()({ text });
  } catch {
    return undefined;
  }
}

const parseDuration = once(() => celEnvironment(["text"]).parse("duration(text)"));

/** Throws what the library throws. */
export function parseCel(expression: string, variables: readonly string[]): ParseResult {
  let parsed = celEnvironment(variables).parse(expression);
  for (let i = 0; i < mostOddHas; i++) {
    const other = withoutOddHas(parsed.ast.input, nodesOf(parsed.ast));
    if (other === undefined) break;
    parsed = celEnvironment(variables).parse(other);
  }
  for (const node of nodesOf(parsed.ast)) if (isMatch(node)) node.args[0] = "re2Test";
  return parsed;
}

// CEL's regular expressions are RE2, which take linear time; the library's own `matches` would use JavaScript's.
const safeMatch: CelFunctions = {
  functions: {
    "string.re2Test(string): bool": (text: string, pattern: string): boolean => {
      const compiled = compileGoRegexp(pattern);
      if (!compiled) throw new Error(`\`${pattern}\` is no regular expression`);
      return compiled.test(text);
    },
  },
};

function isMatch(node: ASTNode): node is ASTNode & { args: [string, ASTNode, ASTNode[]] } {
  return node.op === "rcall" && node.args[0] === "matches";
}

/** All nodes of an expression. */
export function* nodesOf(root: ASTNode): Iterable<ASTNode> {
  const queue = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    yield node;
    queue.push(...childrenOf(node));
  }
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "list":
      return node.args;
    case "map":
      return node.args.flat();
    case "!_":
    case "-_":
      return [node.args];
    default:
      return node.args;
  }
}
