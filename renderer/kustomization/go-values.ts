// What kustomize sees of a scalar: kustomization files are read by YAML 1.1 rules, turned into JSON and decoded by Go.
import { shortestFloat } from "../yaml/go-number.ts";
import type { Node, Scalar, ScalarTag } from "../yaml/node.ts";
import { parseGoFloat, parseGoInt, resolveTag, resolveTagV2 } from "../yaml/scalar.ts";

/** The type that a scalar has by YAML 1.1, where `yes` is a boolean and a date is a string. */
export function yaml11Tag(node: Scalar): ScalarTag {
  const isExplicit = node.style !== "plain" || node.tag !== resolveTag(node.text);
  const tag = isExplicit ? node.tag : resolveTagV2(node.text);
  return tag === "timestamp" || tag === "merge" ? "str" : tag;
}

/** A key as JSON has it; undefined where kustomize refuses the key. */
export function keyText(key: Scalar): string | undefined {
  switch (yaml11Tag(key)) {
    case "str":
      return key.text;
    case "bool":
      return String(isTrue(key.text));
    case "int": {
      const value = parseGoInt(key.text);
      return value === undefined || value > maxInt64 ? undefined : String(value);
    }
    case "float":
      return float32Text(parseGoFloat(key.text) ?? Number.NaN);
    default:
      return undefined;
  }
}

const maxInt64 = 2n ** 63n - 1n;

/** A number as sigs.k8s.io/yaml writes it into a key: Go's %g with the digits of a 32-bit float. */
function float32Text(value: number): string {
  const rounded = Math.fround(value);
  if (!Number.isFinite(rounded)) return rounded > 0 ? ".inf" : rounded < 0 ? "-.inf" : ".nan";
  let digits = 1;
  while (digits < 9 && Math.fround(Number(rounded.toPrecision(digits))) !== rounded) digits++;
  const [mantissa = "", exponent = ""] = rounded.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${exponent}`));
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** A node as a plain value; integers that a number cannot hold become bigints. */
export function toValue(node: Node): unknown {
  if (node.kind === "sequence") return node.items.map(toValue);
  if (node.kind === "mapping") {
    // fromEntries, because assigning to `__proto__` would not make a field
    return Object.fromEntries(node.keys.map((key, i) => [key.text, toValue(node.values[i] as Node)]));
  }
  switch (node.tag) {
    case "null":
      return null;
    case "bool":
      return isTrue(node.text);
    case "float":
      return Number(parseGoInt(node.text) ?? parseGoFloat(node.text)); // integers too, as `!!float 010` or free-form
    case "int": {
      const exact = parseGoInt(node.text) ?? 0n;
      const value = Number(exact);
      return Number.isSafeInteger(value) ? value : exact;
    }
    default:
      return node.text;
  }
}

/** The text that Go makes of a number or a boolean where a text is meant; other scalars are texts already. */
export function goText(node: Scalar): string {
  switch (yaml11Tag(node)) {
    case "bool":
      return String(isTrue(node.text));
    case "int":
      return String(parseGoInt(node.text) ?? node.text);
    case "float":
      return shortestFloat(Number(parseGoInt(node.text) ?? parseGoFloat(node.text)));
    default:
      return node.text;
  }
}

/** Of a scalar that is a boolean, by YAML 1.1. */
export function isTrue(text: string): boolean {
  return /^(y|yes|on|true)$/i.test(text);
}
