// Kubernetes' list library and cel-go's sets extension.
// Sources: kubernetes.io/docs/reference/using-api/cel (list library); github.com/google/cel-go ext/sets.go
import type { CelFunctions } from "../environment.ts";

class Sets {}

/** What the functions compare here: other values are left to the library's operators, which these cannot call. */
type Simple = string | bigint | number | boolean;

export const listFunctions: CelFunctions = {
  types: { Sets },
  constants: { sets: ["Sets", new Sets()] },
  functions: {
    "list.isSorted(): bool": (list: readonly unknown[]) => {
      const items = simple(list);
      return items.every((item, i) => i === 0 || (items[i - 1] as Simple) <= item);
    },
    "list.sum(): dyn": (list: readonly unknown[]) => sumOf(list),
    "list.min(): dyn": (list: readonly unknown[]) => extreme(list, (a, b) => a < b),
    "list.max(): dyn": (list: readonly unknown[]) => extreme(list, (a, b) => a > b),
    "list.indexOf(dyn): int": (list: readonly unknown[], item: unknown) =>
      BigInt(simple(list).indexOf(only(item))),
    "list.lastIndexOf(dyn): int": (list: readonly unknown[], item: unknown) =>
      BigInt(simple(list).lastIndexOf(only(item))),
    "Sets.contains(list, list): bool": (_: Sets, list: readonly unknown[], sub: readonly unknown[]) =>
      holds(list, sub),
    "Sets.equivalent(list, list): bool": (_: Sets, a: readonly unknown[], b: readonly unknown[]) =>
      holds(a, b) && holds(b, a),
    "Sets.intersects(list, list): bool": (_: Sets, a: readonly unknown[], b: readonly unknown[]) => {
      const all = new Set(simple(a));
      return simple(b).some((item) => all.has(item));
    },
  },
};

function holds(list: readonly unknown[], sub: readonly unknown[]): boolean {
  const all = new Set(simple(list));
  return simple(sub).every((item) => all.has(item));
}

function simple(list: readonly unknown[]): readonly Simple[] {
  const items = list.map(only);
  // Numbers of different types may be equal without being the same.
  if (new Set(items.map((item) => typeof item)).size > 1) throw new Error("the items are of several types");
  return items;
}

function only(item: unknown): Simple {
  switch (typeof item) {
    case "string":
    case "bigint":
    case "number":
    case "boolean":
      return item;
    default:
      throw new Error("only lists of texts, numbers and booleans are known here");
  }
}

function extreme(list: readonly unknown[], isBetter: (a: Simple, b: Simple) => boolean): Simple {
  const [first, ...rest] = simple(list);
  if (first === undefined) throw new Error("the list is empty");
  return rest.reduce((best, item) => (isBetter(item, best) ? item : best), first);
}

function sumOf(list: readonly unknown[]): bigint | number {
  const items = simple(list);
  if (typeof items[0] === "number") return items.reduce<number>((sum, item) => sum + Number(item), 0);
  if (items.some((item) => typeof item !== "bigint")) throw new Error("only numbers have a sum");
  return items.reduce<bigint>((sum, item) => sum + BigInt(item), 0n);
}
