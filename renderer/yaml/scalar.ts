// The type of a plain scalar, by the rules of the two YAML libraries that kustomize uses: v3 for manifests, v2 (YAML
// 1.1) for kustomization files, JSON patches and the output.
import type { ScalarTag } from "./node.ts";
import { binaryText } from "./scalar-text.ts";

const words: ReadonlyMap<string, ScalarTag> = new Map<string, ScalarTag>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, "null"] as const),
  ...["true", "True", "TRUE", "false", "False", "FALSE"].map((word) => [word, "bool"] as const),
  ...[".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF"].map((word) => [word, "float"] as const),
  ...["+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"].map((word) => [word, "float"] as const),
  ["<<", "merge"],
]);

/** Words that are booleans in YAML 1.1 only. */
const oldBooleans: ReadonlySet<string> = new Set([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"],
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF"],
]);

/** The implicit type of a plain scalar in a manifest. Source: go.yaml.in/yaml/v3, resolve.go */
export function resolveTag(text: string): ScalarTag {
  // Most scalars begin with a letter that begins no word and no number.
  const start = starts[text.charCodeAt(0)] ?? (text === "" ? startOf.word : startOf.nothing);
  if (start === startOf.nothing) return "str";
  const word = words.get(text);
  if (word) return word;
  if (start === startOf.word) return "str";
  if (isCount(text)) return "int";
  if (isTimestamp(text)) return "timestamp";
  const plain = text.startsWith(".") ? text : text.replaceAll("_", "");
  if (parseInteger(plain, true) !== undefined) return "int";
  return isFloat(plain) ? "float" : "str";
}

/** The implicit type in a kustomization file. Source: go.yaml.in/yaml/v2, resolve.go */
export function resolveTagV2(text: string): ScalarTag {
  return oldBooleans.has(text) ? "bool" : resolveTag(text);
}

/** Whether a text can be of a type that it is said to have. */
export function canBe(text: string, tag: ScalarTag): boolean {
  if (tag === "str" || tag === "merge") return true;
  if (tag === "binary") return binaryText(text) !== undefined;
  const read = resolveTag(text);
  return read === tag || (tag === "float" && read === "int");
}

/** What a text of more than a string can begin with: digits, + - . ~ < and the letters of null, true and false. */
const startOf = { nothing: 0, word: 1, number: 2 } as const;
const starts = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ("+-.0123456789".includes(character)) return startOf.number;
  return "~<nNtTfF".includes(character) ? startOf.word : startOf.nothing;
});

/** A decimal number without sign or leading zero, and small enough not to need a closer look. */
function isCount(text: string): boolean {
  if (text.length > 15 || (text.charCodeAt(0) === 0x30 && text.length > 1)) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function isFloat(text: string): boolean {
  // Go reads no number that is beyond all floats.
  return /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text) && Number.isFinite(Number(text));
}

function isTimestamp(text: string): boolean {
  const found = timestamp.exec(text);
  if (!found) return false;
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDate = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDate && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d*)?(?:Z|[-+]\d{2}:\d{2}| )?)?$/;

/** The value of an integer as v3 reads it; underscores are allowed between digits. */
export function parseGoInt(text: string): bigint | undefined {
  return parseInteger(text.replaceAll("_", ""), true);
}

function parseInteger(text: string, newOctal: boolean): bigint | undefined {
  const sign = text.startsWith("-") ? -1n : 1n;
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  const value = magnitude(digits, newOctal);
  if (value === undefined) return undefined;
  const signed = sign * value;
  // Beyond 64 bits it is a float.
  return signed < -(2n ** 63n) || signed >= 2n ** 64n ? undefined : signed;
}

function magnitude(digits: string, newOctal: boolean): bigint | undefined {
  if (/^(0|[1-9][0-9]*)$/.test(digits)) return BigInt(digits);
  if (/^0[xX][0-9a-fA-F]+$/.test(digits) || /^0[bB][01]+$/.test(digits)) return BigInt(digits.toLowerCase());
  const [, sign, bits] = /^0b([-+])([01]+)$/.exec(digits) ?? [];
  if (bits) return BigInt(`0b${bits}`) * (sign === "-" ? -1n : 1n);
  if (newOctal && /^0[oO][0-7]+$/.test(digits)) return BigInt(digits.toLowerCase());
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  return undefined;
}

/** The value of a float as Go reads it; infinities and NaN included. */
export function parseGoFloat(text: string): number | undefined {
  const plain = text.replaceAll("_", "");
  if (/^\.nan$/i.test(plain)) return Number.NaN;
  if (/^[-+]?\.inf$/i.test(plain))
    return plain.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return isFloat(plain) ? Number(plain) : undefined;
}
