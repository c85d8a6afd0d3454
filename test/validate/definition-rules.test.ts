// Rules in CEL that CustomResourceDefinitions state about their objects. What is expected follows Kubernetes'
// documentation of validation rules, its libraries for CEL (kubernetes.io/docs/reference/using-api/cel), the API server's
// own tests (apiextensions-apiserver, schema/cel/validation_test.go) and the language's definition (cel-spec).
import { describe, expect, test } from "vitest";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { readObjects } from "../../renderer/load/objects.ts";
import { definitionSource } from "../../renderer/schema/source/definitions.ts";
import { type RuleCheck, ruleChecker } from "../../renderer/validate/cel/definition/check.ts";
import type { Mapping } from "../../renderer/yaml/node.ts";
import { printPath } from "../../renderer/yaml/path.ts";
import { lampDefinition } from "./trees.ts";

/** A definition of Lamp whose spec has these properties and rules. */
function lamps(properties: string, rules: string, more = ""): string {
  return lampDefinition(`          ${more}
          properties:
            spec:
              type: object
              x-kubernetes-validations: ${rules}
              properties: ${properties}
            status: {type: object, properties: {ready: {type: boolean}}}`);
}

function objectsOf(text: string): readonly Mapping[] {
  const collector = new Collector();
  const objects = readObjects({ path: "objects.yaml", text }, collector);
  if (collector.hasErrors) throw new Error(collector.sorted()[0]?.message);
  return objects;
}

function checkLamp(definition: string, spec: string): RuleCheck {
  const schema = definitionSource(objectsOf(definition))?.schemaOf("example.org/v1", "Lamp");
  const [lamp] = objectsOf(`{apiVersion: example.org/v1, kind: Lamp, metadata: {name: desk}, spec: ${spec}}`);
  if (!schema?.hasRules || !lamp) throw new Error("there are no rules");
  return ruleChecker()(lamp, schema);
}

/** `true`, `false`, the error that the API server would refuse the object with, or `?` where that cannot be told. */
function answer(properties: string, spec: string, rule: string): string {
  const { findings, unevaluated } = checkLamp(lamps(properties, JSON.stringify([{ rule }])), spec);
  if (unevaluated.length > 0) return "?";
  const [finding] = findings;
  if (finding?.code === "schema/too-complex") return "too complex";
  if (finding?.message.includes("cannot do without")) return finding.message.split("a value: ")[1] ?? "";
  return finding ? "false" : "true";
}

/** Rows of an answer and the rules that have it. */
type Rows = readonly (readonly [answer: string, ...rules: string[]])[];

function asks(name: string, properties: string, spec: string, rows: Rows): void {
  describe(name, () => {
    test.each(rows.flatMap(([wanted, ...rules]) => rules.map((rule) => [rule, wanted] as const)))(
      "%s: %s",
      (rule, wanted) => {
        expect(answer(properties, spec, rule)).toBe(wanted);
      },
    );
  });
}

asks(
  "numbers",
  "{i: {type: integer}, big: {type: integer}, n: {type: number}, whole: {type: number}, small: {type: number}}",
  "{i: 5, big: 9223372036854775807, n: 1.5, whole: 10, small: 10.0}",
  [
    ["true", "self.i == 5", "self.i / 2 == 2", "self.i % 2 == 1", "-self.i == -5", "type(self.i) == int"],
    ["true", "self.n > 1", "self.n == 1.5", "type(self.n) == double", "self.i > int(self.n)"],
    // a number is a double however it is written
    ["true", "type(self.whole) == double", "self.whole / 4.0 == 2.5", "self.whole == self.small"],
    ["true", "self.big == 9223372036854775807", "self.big > 9223372036854775806"],
    ["false", "self.i > 5", "self.i * 2 == 11", "self.n < 1.5", "self.big == 9223372036854775806"],
    // the API server refuses these with an error; here nothing is said
    ["?", "self.big + 1 > 0", "self.i / 0 == 1"],
  ],
);

asks("texts", "{s: {type: string}}", "{s: 'a lamp on a desk'}", [
  [
    "true",
    "self.s.startsWith('a lamp')",
    "self.s.endsWith('desk')",
    "self.s.contains('on')",
    "size(self.s) == 16",
  ],
  ["true", "self.s.matches('^[a-z ]+$')", "self.s.matches('lamp')", "!self.s.matches('^lamp')"],
  [
    "true",
    "self.s.matches(r'\\w+\\s\\w+')",
    "self.s.find('o[a-z]') == 'on'",
    "self.s.findAll('a ', 1) == ['a ']",
  ],
  ["true", "self.s.replace('a ', '') == 'lamp on desk'", "self.s.replace('a ', '', 1) == 'lamp on a desk'"],
  [
    "true",
    "self.s.split(' ').size() == 5",
    "self.s.split(' ', 2)[1] == 'lamp on a desk'",
    "self.s.charAt(2) == 'l'",
  ],
  [
    "true",
    "self.s.substring(2, 6) == 'lamp'",
    "self.s.indexOf('a', 1) == 3",
    "self.s.lastIndexOf('a') == 10",
  ],
  ["true", "self.s.upperAscii() == 'A LAMP ON A DESK'", "[self.s, self.s].join('-').size() == 33"],
  ["false", "self.s == 'lamp'", "self.s.matches('^$')", "self.s.find('x') == 'x'"],
  ["?", "self.s.matches(')')", "self.s.nothingOfTheKind()", "self.s.replace('ü', 'u') == self.s"],
]);

asks("texts beyond ASCII", "{word: {type: string}}", "{word: Tür}", [
  ["true", "size(self.word) == 3", "self.word.startsWith('T')", "self.word.matches('^.{3}$')"],
  // the library sees other characters than Go does
  ["?", "self.word.lowerAscii() == 'tür'", "self.word.charAt(1) == 'ü'"],
]);

asks(
  "formats",
  "{d: {type: string, format: duration}, day: {type: string, format: date}, at: {type: string, format: date-time}, fine: {type: string, format: date-time}, b: {type: string, format: byte}, weeks: {type: string, format: duration}}",
  '{d: 1h2m3s4ms, day: "1997-07-16", at: "2011-08-18T19:03:37+01:00", fine: "2011-08-18T19:03:37.000000001Z", b: QUI=, weeks: 2 weeks}',
  [
    ["true", "self.d == duration('1h2m3s4ms')", "self.d.getSeconds() == 3723", "self.d > duration('1h')"],
    ["true", "self.day == timestamp('1997-07-16T00:00:00Z')", "self.day.getFullYear() == 1997"],
    ["true", "self.at.getHours() == 18", "self.at - timestamp('2011-08-18T18:03:36Z') == duration('1s')"],
    ["true", "self.b == b'AB'", "size(self.b) == 2", "type(self.b) == bytes"],
    ["false", "self.d > duration('2h')", "self.at < self.day"],
    ["?", "self.fine > self.at", "self.weeks > duration('1h')"],
  ],
);

asks(
  "lists",
  "{ints: {type: array, items: {type: integer}}, words: {type: array, items: {type: string}}, none: {type: array, items: {type: integer}}, objects: {type: array, items: {type: object, properties: {k: {type: string}, v: {type: string}}}}}",
  "{ints: [1, 2, 2, 3], words: [b, a], none: [], objects: [{k: a1}, {k: a2}, {k: a3, v: z}]}",
  [
    ["true", "2 in self.ints", "!(9 in self.ints)", "self.ints.all(i, i > 0)", "self.ints.exists(i, i == 3)"],
    [
      "true",
      "self.ints.exists_one(i, i == 3)",
      "!self.ints.exists_one(i, i == 2)",
      "self.ints[1] == self.ints[2]",
    ],
    ["true", "self.ints.map(i, i * 20).filter(i, i > 50).size() == 1", "self.ints + [4] == [1, 2, 2, 3, 4]"],
    ["true", "self.ints.sum() == 8", "self.ints.min() == 1", "self.ints.max() == 3", "self.none.sum() == 0"],
    ["true", "self.ints.isSorted()", "!self.words.isSorted()", "self.none.isSorted()"],
    ["true", "self.ints.indexOf(2) == 1", "self.ints.lastIndexOf(2) == 2", "self.ints.indexOf(9) == -1"],
    ["true", "sets.contains(self.ints, [3, 1])", "!sets.intersects(self.words, ['c'])"],
    [
      "true",
      "sets.equivalent(self.words, ['a', 'b', 'a'])",
      "self.none.all(i, i > 9)",
      "!self.none.exists(i, true)",
    ],
    ["false", "self.ints.all(i, i > 1)", "self.ints.exists_one(i, i == 2)", "self.words == ['a', 'b']"],
    ["no such key: index out of bounds, index 100 >= size 4", "self.ints[100] == 0"],
    // errors do not count where the answer is plain without them
    ["true", "self.objects.exists(o, o.v == 'z')", "!self.objects.all(o, o.v != 'z')"],
    [
      "true",
      "self.objects.all(o, !has(o.v) || o.v == 'z')",
      "self.objects.filter(o, has(o.v)).map(o, o.k) == ['a3']",
    ],
    ["no such key: v", "self.objects.all(o, o.v == 'z')", "self.objects.exists_one(o, o.v == 'z')"],
    [
      "no such key: v",
      "self.objects.filter(o, o.v == 'z').size() == 1",
      "self.objects.map(o, o.v).size() == 1",
    ],
    ["?", "self.none.min() == 1", "self.ints.all(i, v, v > 0)"],
  ],
);

asks(
  "lists whose order does not count",
  "{set: {type: array, x-kubernetes-list-type: set, items: {type: string}}, map: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object, properties: {k: {type: string}}}}, holder: {type: object, properties: {set: {type: array, x-kubernetes-list-type: set, items: {type: string}}}}}",
  "{set: [a, b], map: [{k: a}, {k: b}], holder: {set: [x, y]}}",
  [
    [
      "true",
      "'a' in self.set",
      "self.set.exists(s, s == 'b')",
      "self.map.all(a, self.map.exists_one(b, a.k == b.k))",
    ],
    ["true", "self.set[0] + 'x' == 'ax'", "size(self.map) == 2", "self.map.map(m, m.k) == ['a', 'b']"],
    ["false", "self.map.exists(m, m.k == 'c')", "self.set.size() > 2"],
    // the API server says true; comparing them in order would say false
    ["?", "self.set == ['b', 'a']", "self.map == [self.map[1], self.map[0]]", "self.holder == self.holder"],
    [
      "?",
      "(self.set + ['a']).size() == 2",
      "[self.set] == [['b', 'a']]",
      "cel.bind(s, self.set, s == ['b', 'a'])",
    ],
  ],
);

asks(
  "maps and objects",
  "{m: {type: object, additionalProperties: {type: integer}}, o: {type: object, properties: {a: {type: integer}, b: {type: integer}, deep: {type: object, properties: {x: {type: integer}}}}}, e: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}",
  '{m: {b: 1, d: 2, "./-": 3}, o: {a: 1}, e: {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}}',
  [
    ["true", "'b' in self.m", "!('c' in self.m)", "has(self.m.b)", "!has(self.m.c)", "self.m['./-'] == 3"],
    ["true", "self.m.all(k, self.m[k] > 0)", "size(self.m) == 3", "self.m == {'d': 2, 'b': 1, './-': 3}"],
    ["true", "has(self.o.a)", "!has(self.o.b)", "!(has(self.o.deep) && has(self.o.deep.x))"],
    ["true", "self.e.kind == 'Pod'", "self.e.metadata.name == 'p'", "has(self.e)"],
    ["true", "self.?o.?deep.?x.orValue(7) == 7", "self.?o.?a.hasValue()", "optional.of(1).value() == 1"],
    ["false", "self.m.exists(k, k == 'x')", "has(self.o.b)", "self.?o.?b.orValue(0) > 0"],
    ["no such key: c", "self.m['c'] == 1"],
    ["no such key: b", "self.o.b == 1", "self.o.a == 1 && self.o.b == 1", "!(self.o.b == 1)"],
    ["no such key: deep", "has(self.o.deep.x)", "has([self.o.deep][0].x)"],
    ["true", "has([self.o][0].a)", "!has([self.o, self.o][size(self.m) - 2].b)", "has([[self.o][0]][0].a)"],
    ["false", "has([self.o][0].b) || !has([self.o][0].a)", "!(has((true ? self.o : self.o).a))"],
    ["true", "self.o.a == 1 || self.o.b == 1", "self.o.b == 1 || self.o.a == 1", "true || self.o.b == 1"],
  ],
);

asks(
  "an integer or a text",
  "{i: {x-kubernetes-int-or-string: true}, s: {x-kubernetes-int-or-string: true}}",
  "{i: 1, s: 25%}",
  [
    [
      "true",
      "self.s == '25%'",
      "self.s != 1",
      "self.i == 1 || self.i == '25%'",
      "self.i == '25%' || self.i == 1",
    ],
    [
      "true",
      "type(self.i) == int ? self.i == 1 : self.i == '25%'",
      "type(self.s) == string && self.s.endsWith('%')",
    ],
    ["true", "self.s != ['anything']", "int(self.s.replace('%', '')) == 25"],
    ["false", "self.i == '1'", "type(self.s) == int"],
    ["?", "self.s > 3"],
  ],
);

asks(
  "what is null, missing or has a default",
  "{plain: {type: string}, standard: {type: string, default: warm}, nullable: {type: string, nullable: true}, zeroed: {type: integer, default: 3}, nulls: {type: array, items: {type: string, nullable: true}}, o: {type: object, default: {}, properties: {on: {type: boolean, default: true}}}, absent: {type: object, properties: {on: {type: boolean, default: true}}}}",
  "{plain: null, nullable: null, zeroed: null, nulls: [null, a]}",
  [
    ["true", "!has(self.plain)", "!has(self.nullable)", "self.standard == 'warm'", "self.zeroed == 3"],
    ["true", "size(self.nulls) == 2", "type(self.nulls[0]) == null_type", "self.o.on", "!has(self.absent)"],
    ["false", "self.standard == 'cold'", "!self.o.on"],
    ["no such key: nullable", "self.nullable == 'a'"],
  ],
);

asks(
  "names that are no identifiers",
  '{namespace: {type: integer}, in: {type: integer}, dot.dot: {type: integer}, dash-dash: {type: integer}, slash/slash: {type: integer}, a__b: {type: integer}, a_b: {type: integer}, int: {type: integer}, self: {type: integer}, "k!": {type: integer}}',
  '{namespace: 1, in: 2, dot.dot: 3, dash-dash: 4, slash/slash: 5, a__b: 6, a_b: 7, int: 8, self: 9, "k!": 10}',
  [
    [
      "true",
      "self.__namespace__ == 1",
      "self.__in__ == 2",
      "self.dot__dot__dot == 3",
      "self.dash__dash__dash == 4",
    ],
    [
      "true",
      "self.slash__slash__slash == 5",
      "self.a__underscores__b == 6",
      "self.a_b == 7",
      "self.int == 8",
    ],
    ["true", "self.self == 9"],
    ["false", "self.__namespace__ == 2"],
  ],
);

asks(
  "quantities, addresses and URLs",
  "{q: {type: string}, ip: {type: string}, url: {type: string}}",
  '{q: 1.5Gi, ip: 10.0.0.1, url: "https://example.org:8443/a/b?x=1"}',
  [
    [
      "true",
      "isQuantity(self.q)",
      "!isQuantity('1.5 Gi')",
      "quantity(self.q).isGreaterThan(quantity('1500M'))",
    ],
    ["true", "quantity('200m').compareTo(quantity('0.2')) == 0", "quantity('2k').asInteger() == 2000"],
    ["true", "quantity('1Ki').add(quantity('24')).asInteger() == 1048", "quantity('-1').sign() == -1"],
    [
      "true",
      "quantity('1e3').isInteger()",
      "quantity(self.q).sub(quantity('2Gi')).isLessThan(quantity('0'))",
    ],
    [
      "true",
      "isIP(self.ip)",
      "ip(self.ip).family() == 4",
      "!isIP('10.0.0.256')",
      "isIP('fd00::1')",
      "!isIP('10.0.0.01')",
    ],
    ["true", "isCIDR('10.0.0.0/8')", "!isCIDR('10.0.0.0')", "isCIDR('fd00::/8')", "!isCIDR('10.0.0.0/33')"],
    [
      "true",
      "isURL(self.url)",
      "url(self.url).getHost() == 'example.org:8443'",
      "url(self.url).getPort() == '8443'",
    ],
    [
      "true",
      "url(self.url).getHostname() == 'example.org'",
      "url(self.url).getEscapedPath() == '/a/b'",
      "isURL('/path')",
    ],
    [
      "true",
      "url('https://[::1]/').getHostname() == '::1'",
      "url('/path').getScheme() == ''",
      "!isURL('../path')",
    ],
    [
      "false",
      "isURL('example.org')",
      "url(self.url).getScheme() == 'http'",
      "quantity(self.q).isInteger() == false",
    ],
    ["?", "isURL('https://a:b:c/')", "isIP('::ffff:1.2.3.4')", "quantity('lots').isInteger()"],
  ],
);

describe("rules that are asked of no new object", () => {
  const properties = "{n: {type: integer}}";

  test("what was there before is not known, and need not be", () => {
    expect(answer(properties, "{n: 1}", "self.n == oldSelf.n")).toBe("true");
  });

  test("what was there before may be missing", () => {
    const rules = (rule: string): string => JSON.stringify([{ rule, optionalOldSelf: true }]);
    const found = (rule: string): number =>
      checkLamp(lamps(properties, rules(rule)), "{n: 1}").findings.length;
    expect(found("oldSelf.hasValue() || self.n == 1")).toBe(0);
    expect(found("oldSelf.hasValue() || self.n == 2")).toBe(1);
    expect(found("oldSelf.orValue(self).n == self.n")).toBe(0);
  });

  test("the status is not for manifests", () => {
    const root = 'x-kubernetes-validations: [{rule: "self.status.ready"}, {rule: "!has(self.status)"}]';
    const { findings, unevaluated } = checkLamp(lamps(properties, "[]", root), "{n: 1}");
    expect(findings).toEqual([]);
    expect(unevaluated).toHaveLength(2);
  });
});

describe("a finding", () => {
  const properties =
    "{least: {type: integer}, most: {type: integer, default: 3}, labels: {type: object, additionalProperties: {type: string}}}";
  const first = (
    rule: object,
    spec = "{least: 5}",
  ): { path: string; message: string; help: string | undefined } => {
    const [finding] = checkLamp(lamps(properties, JSON.stringify([rule])), spec).findings;
    if (!finding) throw new Error("nothing was found");
    const parts = finding.path.map((step) => ({ kind: "field", name: String(step) }) as const);
    return { path: printPath(parts), message: finding.message, help: finding.help };
  };

  test("has the definition's own message", () => {
    expect(first({ rule: "self.least <= self.most", message: "least must not exceed most." })).toEqual({
      path: "spec",
      message: "`spec` breaks a rule of its definition: least must not exceed most",
      help: "the rule is `self.least <= self.most`; `spec.most` is 3 by default",
    });
  });

  test("has the rule where there is no message", () => {
    expect(first({ rule: "self.least <=\n self.most" })).toMatchObject({
      message: "`spec` breaks a rule of its definition: `self.least <= self.most`",
    });
  });

  test("has what the message's expression says", () => {
    const expression = "'at most ' + string(self.most) + ' are allowed'";
    const rule = { rule: "self.least <= self.most", message: "too many", messageExpression: expression };
    expect(first(rule).message).toBe("`spec` breaks a rule of its definition: at most 3 are allowed");
  });

  test.each(["self.nothing", "''", "'two\\nlines'", "1 + 1", "foo("])(
    "has the message where %s says nothing",
    (messageExpression) => {
      const rule = { rule: "self.least <= self.most", message: "too many", messageExpression };
      expect(first(rule).message).toBe("`spec` breaks a rule of its definition: too many");
    },
  );

  test.each([
    ["FieldValueRequired", "is required"],
    ["FieldValueForbidden", "is forbidden"],
    ["FieldValueDuplicate", "is a duplicate"],
    ["FieldValueInvalid", "breaks a rule of its definition"],
  ])("says its reason %s", (reason, words) => {
    expect(first({ rule: "self.least <= self.most", message: "no", reason }).message).toBe(
      `\`spec\` ${words}: no`,
    );
  });

  test.each([
    [".least", "spec.least"],
    ["['least']", "spec.least"],
    [".most", "spec.most"],
    [".labels", "spec.labels"],
    ["least", "spec"],
    [".least[", "spec"],
  ])("stands at its field path %s", (fieldPath, path) => {
    expect(first({ rule: "self.least <= self.most", message: "no", fieldPath }).path).toBe(path);
  });

  test("stands at the only field that the rule reads, there or not", () => {
    expect(first({ rule: "self.least < 5" }).path).toBe("spec.least");
    expect(first({ rule: "has(self.labels) && size(self.labels) > 0" }).path).toBe("spec");
    expect(first({ rule: "has(self.least)" }, "{}").path).toBe("spec.least");
  });
});

describe("rules that mean harm", () => {
  const properties = "{list: {type: array, items: {type: string}}, s: {type: string}}";
  const long = `{s: "${"a".repeat(20_000)}!", list: [${Array.from({ length: 2000 }, (_, i) => `x${i}`).join(", ")}]}`;
  const nested = (depth: number): string =>
    depth === 0 ? "true" : `self.list.all(v${depth}, ${nested(depth - 1)})`;
  const doubled = (depth: number, name = "self.s"): string =>
    depth === 0
      ? `size(${name}) > 0`
      : `cel.bind(v${depth}, ${name} + ${name}, ${doubled(depth - 1, `v${depth}`)})`;

  test.each([
    ["loops in loops", nested(6)],
    ["texts that double", doubled(40)],
    ["lists that double", doubled(40, "self.list")],
    ["texts replaced by themselves", "self.s.replace('a', self.s).replace('a', self.s).size() > 0"],
    [
      "literals in loops in loops",
      `[${"1, ".repeat(900)}1]`.concat(
        ".all(a, ",
        `[${"1, ".repeat(900)}1]`,
        ".all(b, self.list.all(c, true)))",
      ),
    ],
  ])("%s are not evaluated", (_, rule) => {
    expect(answer(properties, long, rule)).toMatch(/^(too complex|\?)$/);
  });

  test.each(["^(a+)+$", "^(a|a)*$", "^(.*)*=(.*)*$"])(
    "%s takes no longer for a text made against it",
    (pattern) => {
      expect(answer(properties, long, `self.s.matches('${pattern}')`)).toBe("false");
      expect(answer(properties, long, `matches(self.s, '${pattern}')`)).toBe("?");
      expect(answer(properties, long, `'''\\''''.size() == 1 && self.s.matches(r'''${pattern}''')`)).toBe(
        "false",
      );
    },
  );

  test("ordinary loops over long lists are", () => {
    expect(answer(properties, long, "self.list.all(a, self.list.exists(b, a == b))")).toBe("too complex");
    const short = `{list: [${Array.from({ length: 64 }, (_, i) => `x${i}`).join(", ")}]}`;
    expect(answer(properties, short, "self.list.all(a, self.list.exists_one(b, a == b))")).toBe("true");
  });

  test("a rule as long as a book is not read", () => {
    expect(answer(properties, long, `true${" || true".repeat(5000)}`)).toBe("?");
  });

  test("many rules for many objects end", () => {
    const rules = Array.from({ length: 500 }, (_, i) => ({
      rule: `self.list.all(v, self.list.exists(w, w == v + '${i}'))`,
    }));
    const definition = lamps(properties, JSON.stringify(rules));
    const { findings } = checkLamp(definition, `{list: [${"x, ".repeat(200)}x]}`);
    expect(findings.length).toBeLessThanOrEqual(101);
  });

  test("defaults in defaults end", () => {
    const nest = (depth: number): string =>
      depth === 0
        ? "{type: string, default: x}"
        : `{type: object, default: {}, properties: {a: ${nest(depth - 1)}}}`;
    expect(answer(`{a: ${nest(60)}}`, "{}", "has(self.a)")).toBe("true");
    expect(answer(`{a: ${nest(240)}}`, "{}", "has(self.a)")).toBe("too complex");
  });

  test("defaults that grow end", () => {
    const item = "{type: object, properties: {d: {type: array, items: {type: integer}, default: [DEFAULT]}}}";
    const list = `{list: {type: array, items: ${item.replace("DEFAULT", "0, ".repeat(2000).concat("0"))}}}`;
    expect(answer(list, `{list: [${"{}, ".repeat(1000)}{}]}`, "self.list.size() > 0")).toBe("too complex");
  });
});
