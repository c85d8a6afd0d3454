// Numbers as kustomize prints them: a float passes through Go's encoding/json, is read again and printed with the
// shortest form of strconv's 'g', so 1e3 becomes 1000 and 123456789.5 becomes 1.234567895e+08.
import type { Scalar } from "./node.ts";
import { parseGoFloat, parseGoInt } from "./scalar.ts";

/**
 * The JSON text of a scalar with tag int or float.
 *
 * @returns undefined for what JSON has no number for (infinities and NaN), and for what is no number
 */
export function jsonNumber(node: Scalar): string | undefined {
  const { text } = node;
  if (node.tag === "int" && isPlainDecimal(text)) return text;
  const integer = parseGoInt(text);
  if (node.tag === "int") return integer?.toString();
  const float = integer === undefined ? parseGoFloat(text) : Number(integer);
  if (float === undefined || !Number.isFinite(float)) return undefined;
  return jsonFloat(float);
}

/** The YAML text of the same scalar. */
export function yamlNumber(node: Scalar): string | undefined {
  const json = jsonNumber(node);
  return json === undefined || node.tag === "int" ? json : rereadNumber(json);
}

/** An integer that is printed as it is written: no sign but minus, no leading zero, well within 64 bits. */
function isPlainDecimal(text: string): boolean {
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
  const digits = text.length - start;
  if (digits === 0 || digits > 18) return false;
  if (text.charCodeAt(start) === 0x30) return text === "0";
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x30 || c > 0x39) return false;
  }
  return true;
}

/** Go's encoding/json: decimal notation between 1e-6 and 1e21, exponents without padding. */
export function jsonFloat(value: number): string {
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const size = Math.abs(value);
  if (size < 1e-6 || size >= 1e21) {
    const { sign, digits, exponent } = decimal(value);
    const form = `${sign}${mantissa(digits)}e${exponent < 0 ? "-" : "+"}`;
    return form + Math.abs(exponent).toString();
  }
  // JavaScript changes to exponents at the same sizes, and prints the same shortest digits in between.
  return value.toString();
}

/** Reads the JSON form of a float as go-yaml v2 does (integers of up to 64 bits stay integers) and prints it. */
function rereadNumber(json: string): string {
  if (/^-?\d+$/.test(json)) {
    const integer = BigInt(json);
    if (integer >= -(2n ** 63n) && integer < 2n ** 64n) return integer.toString();
  }
  return shortestFloat(Number(json));
}

/** strconv.FormatFloat(value, 'g', -1, 64): exponents below 1e-4 and from 1e6 on. */
export function shortestFloat(value: number): string {
  const { sign, digits, exponent } = decimal(value);
  if (exponent < -4 || exponent >= exponentFrom) {
    const padded = Math.abs(exponent).toString().padStart(2, "0");
    return `${sign}${mantissa(digits)}e${exponent < 0 ? "-" : "+"}${padded}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, "0");
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

const exponentFrom = 6;

/** The shortest digits that read back as the value, and the power of ten of the first one. */
function decimal(value: number): { sign: string; digits: string; exponent: number } {
  const [digits = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return { sign, digits: digits.replace(".", ""), exponent: Number(exponent) };
}

function mantissa(digits: string): string {
  return digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
}
