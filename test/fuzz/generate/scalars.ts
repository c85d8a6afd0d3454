// Scalars that readers and emitters get wrong.
import type { Random } from "../random.ts";
import { type Value, Verbatim } from "./value.ts";

const looksLikeElse =
  "null ~ true True yes Yes no on off y n nan .nan .inf = << - -- --- ... ? : # %a @a !a &a *a | > ' { } [ ] , a:b 0 1 -1 +1 01 010 0o7 0x1F 0b1 1_000 1e3 1e 1E-3 1. .5 +.5 1.5 1.0 1:2 12:30 12:30:45 2020-01-01 2020-01-01T00:00:00Z 1e400 18446744073709551615 99999999999999999999".split(
    " ",
  );

const odd = [
  ...[
    "",
    " ",
    "  ",
    " a",
    "a ",
    "a  b",
    "a: b",
    "a #b",
    "- a",
    "a\tb",
    "\ta",
    "a\r\nb",
    "a\nb",
    "a\nb\n",
    "a\nb\n\n",
  ],
  ...["\na", "\n", " a\nb", "a\n b\n", "a \nb", "a\n\nb", "é☃", "\u{1f600}", "\u00a0", "\ufeff", "a\u2028b"],
  ...["it's", 'say "hi"', "a\\b", "\u0000", "\u0007", "\u001f", "<a&b>", "$(A)", "$$(A)", "{{ a }}", "a=b,c"],
];

const words =
  'lorem ipsum dolor sit amet, consectetur: adipiscing elit; it\'s "sed" do -- # eiusmod é ☃ https://a.b/c'.split(
    " ",
  );

/** A text with something odd about it. */
export function oddText(random: Random): string {
  return random.oneOf(
    [4, () => random.pick(looksLikeElse)],
    [4, () => random.pick(odd)],
    [2, () => random.many(8, 40, () => random.pick(words)).join(random.pick([" ", " ", "  "]))],
    [2, () => random.many(2, 6, () => random.many(1, 20, () => random.pick(words)).join(" ")).join("\n")],
    [1, () => `${random.many(2, 5, () => random.pick(words)).join("\n")}\n`],
    [1, () => "x".repeat(70 + random.int(20)) + random.pick([" y", "  y", " y z ", ": y"])],
  );
}

const numbers =
  "0 1 -1 +1 010 0o17 0x10 0b11 1_000 1.0 1.50 1e3 1E+2 .5 -.5 1e21 1e-7 123456789.123456789 0.1 9223372036854775807 9223372036854775808 18446744073709551615 -9223372036854775808 1e400 0.30000000000000004 5e-324 -0 -0.0 1e6 1e20 100000000000000000000".split(
    " ",
  );

const plainForms =
  'true True TRUE false yes No ON off y N null ~ Null 2020-01-01 2020-01-01T10:00:00Z 2020-1-1 12:30 12:30:45 nan = << a:b x#y -x -- ... 0x 1e 08 09 1__0 _1 1_ ?a :a a: !!str<sp>5 !!int<sp>"5" !!float<sp>3 !!binary<sp>aGVsbG8= !!str<sp>true !foo<sp>x !!null<sp>x !!bool<sp>yes !!int<sp>x !!binary<sp>x !!timestamp<sp>x !<sp>5 !!str !!null<sp>"" "" \'\' a<sp>b https://a.b/c?d=e#f é "\\u00e9" "\\x41" \'it\'\'s\''
    .split(" ")
    .map((form) => form.replaceAll("<sp>", " "))
    .filter((form) => !form.endsWith(":"));

/**
 * Texts with tags. None of them looks like something else: kustomize remembers that a tagged text needs no quotes, and
 * gives a number in its place the tag.
 */
export const taggedTexts: readonly string[] = [
  "!!str web",
  "!!binary aGVsbG8=",
  "! db",
  "!foo prod",
  "!!str",
];

/** Anything that a field of any type may hold, in a form that YAML has opinions about. */
export function oddScalar(random: Random): Value {
  return random.oneOf<Value>(
    [3, () => oddText(random)],
    [2, () => new Verbatim(random.pick(numbers))],
    [2, () => new Verbatim(random.pick(plainForms))],
    [1, () => random.int(100000)],
    [1, () => random.chance(0.5)],
    [1, () => null],
    [0.05, () => new Verbatim(random.pick([".inf", "-.Inf", ".nan", ".NaN"]))],
    [1, () => "text"],
  );
}
