// What evaluating an expression costs at most, found without evaluating it: rules and the objects they look at may be
// anybody's. On the way it notices what the library would answer in another way than the API server does.
import type { ASTNode } from "@marcbachmann/cel-js";
import type { Schema } from "../../../schema/schema.ts";
import { escaped } from "./escape.ts";
import { type Measure, measureText, nothing } from "./measure.ts";

/** A value that an expression may have. */
interface Known extends Measure {
  /** Undefined where it is not known. */
  readonly schema: Schema | undefined;
}

export interface Bound {
  /** Steps, of which an evaluation takes some ten millions a second. */
  readonly steps: number;
  /** The answer could be wrong: it depends on lists whose order does not count. */
  readonly comparesSets: boolean;
}

/** @param measure  of `self` */
export function boundOf(expression: ASTNode, measure: Measure, schema: Schema): Bound {
  const walk = new Walk(holdsSets(schema, 0));
  walk.visit(expression, new Map([["self", { ...measure, schema }]]));
  return walk;
}

type Variables = ReadonlyMap<string, Known>;

const scalar: Known = { ...nothing, schema: { type: "any" } };

class Walk implements Bound {
  steps = 0;
  comparesSets = false;
  readonly #hasSets: boolean;

  constructor(hasSets: boolean) {
    this.#hasSets = hasSets;
  }

  visit(node: ASTNode, variables: Variables): Known {
    this.steps++;
    const visit = (inner: ASTNode): Known => this.visit(inner, variables);
    switch (node.op) {
      case "value":
        return { ...scalar, ...measureText(typeof node.args === "string" ? node.args : "") };
      case "id":
        return variables.get(node.args) ?? scalar;
      case ".":
      case ".?":
        return partOf(visit(node.args[0]), (schema) => fieldOf(schema, node.args[1]));
      case "[]":
      case "[?]":
        visit(node.args[1]);
        return partOf(visit(node.args[0]), ({ items, values }) => items?.() ?? values?.());
      case "list":
        return literal(node.args.map(visit));
      case "map":
        return literal(node.args.flat().map(visit));
      case "?:":
        visit(node.args[0]);
        return either(visit(node.args[1]), visit(node.args[2]));
      case "call":
        return this.#call(node.args[0], node.args[1].map(visit));
      case "rcall":
        return this.#method(node.args, variables);
      case "!_":
      case "-_":
        visit(node.args);
        return scalar;
      case "==":
      case "!=":
      case "in":
      case "+":
        return this.#operator(node.op, visit(node.args[0]), visit(node.args[1]));
      default:
        for (const operand of node.args) visit(operand);
        return scalar;
    }
  }

  #operator(op: "==" | "!=" | "in" | "+", left: Known, right: Known): Known {
    this.steps += sizeOf(left) + sizeOf(right);
    if (this.#hasSets && (op === "in" ? mayBeSet(left) : mayBeSet(left) && mayBeSet(right)))
      this.comparesSets = true;
    if (op !== "+") return scalar;
    return { ...added(left, right), schema: left.schema === right.schema ? left.schema : undefined };
  }

  #call(name: string, args: readonly Known[]): Known {
    const sizes = args.map(sizeOf);
    this.steps += sizes.reduce((sum, size) => sum + size, 0);
    const [only = scalar] = args;
    if (name === "dyn" || name === "string" || name === "bytes") return only;
    return scalar;
  }

  #method(
    [name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
    variables: Variables,
  ): Known {
    const [first, second] = args;
    if (name === "bind" && first?.op === "id" && args[2] && second) {
      const bound = this.visit(second, variables);
      return this.visit(args[2], new Map([...variables, [first.args, bound]]));
    }
    const on = this.visit(receiver, variables);
    if (loops.has(name) && first?.op === "id" && second) {
      const inner = new Map([...variables, [first.args, elementOf(on)]]);
      return this.#loop(name, on, args.slice(1), inner);
    }
    const given = args.map((arg) => this.visit(arg, variables));
    this.steps += [on, ...given].reduce((sum, each) => sum + sizeOf(each), 0);
    if (scalarMethods.has(name)) return scalar;
    if (sameMethods.has(name)) return given.reduce(either, on);
    // Whatever else there is makes at most a text of as many characters for each of the characters and items.
    const all = [on, ...given].reduce(added);
    const characters = (all.items + all.characters + 1) * (all.characters + 1);
    const items = all.items + all.characters + 1;
    return { items, characters, values: items, isAscii: all.isAscii, schema: undefined };
  }

  #loop(name: string, on: Known, bodies: readonly ASTNode[], variables: Variables): Known {
    const before = this.steps;
    const made = bodies.map((body) => this.visit(body, variables));
    this.steps = before + on.items * (this.steps - before + 1);
    if (name === "filter") return on;
    const last = made.at(-1);
    if (name !== "map" || !last) return scalar;
    const { schema } = last;
    return {
      items: Math.max(on.items, last.items),
      characters: last.characters,
      values: on.items * last.values + 1,
      isAscii: last.isAscii,
      schema: schema && { type: "list", items: () => schema },
    };
  }
}

const loops = new Set(["all", "exists", "exists_one", "map", "filter"]);
const scalarMethods = new Set(
  "size startsWith endsWith contains re2Test indexOf lastIndexOf hasValue isSorted intersects equivalent".split(
    " ",
  ),
);
const sameMethods = new Set(
  "orValue or value of lowerAscii upperAscii trim substring charAt reverse min max".split(" "),
);

function sizeOf({ values, characters }: Known): number {
  return values + characters / 8;
}

function partOf(known: Known, next: (schema: Schema) => Schema | undefined): Known {
  const schema = known.schema && next(known.schema);
  const isScalar =
    schema !== undefined && schema.type !== "map" && schema.type !== "list" && schema.type !== "any";
  return isScalar ? { ...known, items: 0, values: 1, schema } : { ...known, schema };
}

function fieldOf({ fields, values }: Schema, name: string): Schema | undefined {
  const direct = fields?.get(name);
  if (direct) return direct();
  for (const [field, read] of fields ?? []) if (escaped(field) === name) return read();
  return values?.();
}

/** What a loop has for its variable: an item of a list, or a key of a map. */
function elementOf(known: Known): Known {
  if (known.schema?.type === "map") return { ...scalar, characters: known.characters };
  return partOf(known, ({ items }) => items?.());
}

function literal(parts: readonly Known[]): Known {
  const most = parts.reduce(either, scalar);
  const values = parts.reduce((sum, part) => sum + part.values, 1);
  return { ...most, items: Math.max(parts.length, most.items), values, schema: undefined };
}

function either(a: Known, b: Known): Known {
  return {
    items: Math.max(a.items, b.items),
    characters: Math.max(a.characters, b.characters),
    values: Math.max(a.values, b.values),
    isAscii: a.isAscii && b.isAscii,
    schema: a.schema === scalar.schema ? b.schema : a.schema,
  };
}

function added(a: Known, b: Known): Known {
  return {
    items: a.items + b.items,
    characters: a.characters + b.characters,
    values: a.values + b.values,
    isAscii: a.isAscii && b.isAscii,
    schema: undefined,
  };
}

/** Whether a value can be, or hold, a list whose order does not count. */
function mayBeSet({ schema, items }: Known): boolean {
  if (schema === scalar.schema) return false;
  return schema ? holdsSets(schema, 0) : items > 0;
}

const sets = new WeakMap<Schema, boolean>();

function holdsSets(schema: Schema, depth: number): boolean {
  if (schema.list) return true;
  const known = sets.get(schema);
  if (known !== undefined) return known;
  if (depth > deepestType) return true;
  sets.set(schema, false); // for types that hold themselves
  const inner = [...(schema.fields?.values() ?? []), schema.items, schema.values];
  const holds = inner.some((read) => read !== undefined && holdsSets(read(), depth + 1));
  sets.set(schema, holds);
  return holds;
}

const deepestType = 100;
