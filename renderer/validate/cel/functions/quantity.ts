// Kubernetes' quantity library. Source: kubernetes.io/docs/reference/using-api/cel (quantity library);
// k8s.io/apimachinery pkg/api/resource
import { formatProblem } from "../../../schema/check/formats.ts";
import type { CelFunctions } from "../environment.ts";

/** A fraction, so that nothing is rounded. */
export class Quantity {
  readonly over: bigint;
  readonly under: bigint;

  constructor(over: bigint, under: bigint) {
    this.over = over;
    this.under = under;
  }
}

export const quantityFunctions: CelFunctions = {
  types: { Quantity },
  functions: {
    "isQuantity(string): bool": isQuantity,
    "quantity(string): Quantity": parseQuantity,
    "Quantity.sign(): int": ({ over }: Quantity) => (over > 0n ? 1n : over < 0n ? -1n : 0n),
    "Quantity.isInteger(): bool": ({ over, under }: Quantity) => over % under === 0n,
    "Quantity.asInteger(): int": ({ over, under }: Quantity) => {
      if (over % under !== 0n) throw new Error("the quantity is no integer");
      return over / under;
    },
    "Quantity.asApproximateFloat(): double": ({ over, under }: Quantity) => Number(over) / Number(under),
    "Quantity.compareTo(Quantity): int": compare,
    "Quantity.isGreaterThan(Quantity): bool": (a: Quantity, b: Quantity) => compare(a, b) > 0n,
    "Quantity.isLessThan(Quantity): bool": (a: Quantity, b: Quantity) => compare(a, b) < 0n,
    "Quantity.add(Quantity): Quantity": add,
    "Quantity.add(int): Quantity": (a: Quantity, b: bigint) => add(a, new Quantity(b, 1n)),
    "Quantity.sub(Quantity): Quantity": (a: Quantity, b: Quantity) => add(a, minus(b)),
    "Quantity.sub(int): Quantity": (a: Quantity, b: bigint) => add(a, new Quantity(-b, 1n)),
  },
};

function isQuantity(text: string): boolean {
  return formatProblem("quantity", text) === undefined;
}

const form = /^([+-]?)([0-9]*)\.?([0-9]*)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?[0-9]{1,2}))?$/;
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

function parseQuantity(text: string): Quantity {
  const [, sign, whole = "", part = "", powerOfTwo, letter, exponent] = form.exec(text) ?? [];
  if (sign === undefined || text.length > 64 || !isQuantity(text))
    throw new Error(`\`${text}\` is no quantity`);
  const digits = BigInt(`${whole}${part}`) * (sign === "-" ? -1n : 1n);
  const under = 10n ** BigInt(part.length);
  if (powerOfTwo) return new Quantity(digits * 1024n ** BigInt(binary.indexOf(powerOfTwo) + 1), under);
  const power = BigInt(letter ? (decimal[letter] ?? 0) : Number(exponent ?? 0));
  return power < 0n
    ? new Quantity(digits, under * 10n ** -power)
    : new Quantity(digits * 10n ** power, under);
}

function compare(a: Quantity, b: Quantity): bigint {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1n : left > right ? 1n : 0n;
}

function add(a: Quantity, b: Quantity): Quantity {
  return new Quantity(a.over * b.under + b.over * a.under, a.under * b.under);
}

function minus({ over, under }: Quantity): Quantity {
  return new Quantity(-over, under);
}
