// How diagnostics look to people: on a terminal they keep to its width, elsewhere a line stays a line.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../renderer/diagnostics/diagnostic.ts";
import type { Place } from "../../renderer/diagnostics/location.ts";
import { colourStyle, plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";

const found: Diagnostic = {
  code: "reference/missing-secret",
  severity: "warning",
  message: "there is no Secret `emqx-node-cookie` in emqx",
  notes: [{ message: "StatefulSet/emqx wants it, too" }],
  help: "correct the name, add the object, or list it in a policy as `external` if it comes from elsewhere",
};

test("on a terminal lines end before its edge, between words", () => {
  expect(textReport([found], { ...plainStyle, columns: 60 })).toBe(`\
warning reference/missing-secret there is no Secret
  \`emqx-node-cookie\` in emqx
  note: StatefulSet/emqx wants it, too
  help: correct the name, add the object, or list it in a
    policy as \`external\` if it comes from elsewhere

1 warning
`);
});

test("a word that is too long stays whole", () => {
  const text = textReport([{ ...found, message: "x".repeat(90) }], { ...plainStyle, columns: 60 });
  expect(text.split("\n")[0]).toBe(`warning reference/missing-secret ${"x".repeat(90)}`);
});

test("elsewhere nothing is wrapped", () => {
  const text = textReport([found], plainStyle);
  expect(text).toContain(`  help: ${found.help}\n`);
});

test("colours change nothing but colours", () => {
  const style = { ...colourStyle, columns: 60 };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const plain = textReport([found], style).replaceAll(/\u001b\[[\d;]*m/g, "");
  expect(plain).toBe(textReport([found], { ...plainStyle, columns: 60 }));
});

test("what is said of several places is said once, with the places", () => {
  const texts = ["a: 1\n", "b: 2\n", "c: 3\n"];
  const at = (i: number): Place => ({ source: { path: `${"xyz"[i]}.yaml`, text: texts[i] ?? "" }, at: 0 });
  const same = { ...found, notes: [] };
  const diagnostics = [
    { ...same, at: at(0) },
    { ...same, at: at(1), severity: "error" as const },
    { ...same, at: at(2) },
  ];
  expect(textReport(diagnostics, plainStyle)).toBe(`\
warning reference/missing-secret ${found.message}
  x.yaml:1:1
  1 │ a: 1
    │ ^
  also: z.yaml:1:1
  help: ${found.help}

error reference/missing-secret ${found.message}
  y.yaml:1:1
  1 │ b: 2
    │ ^
  help: ${found.help}

1 error, 2 warnings
`);
});

test("of many places the first ones are shown and the others counted", () => {
  const text = "a: 1\n".repeat(30);
  const diagnostics = Array.from({ length: 30 }, (_, i) => ({
    ...found,
    notes: [],
    at: { source: { path: "x.yaml", text }, at: 5 * i },
  }));
  const lines = textReport(diagnostics, plainStyle).split("\n");
  expect(lines.filter((line) => line.startsWith("  also: x.yaml:"))).toHaveLength(20);
  expect(lines).toContain("  also: 9 more places");
  expect(lines.at(-2)).toBe("30 warnings");
});

test("of many findings the most severe are shown and the others counted", () => {
  const diagnostics = Array.from({ length: 150 }, (_, i) => ({
    ...found,
    message: `finding ${i}`,
    severity: i < 75 ? ("warning" as const) : ("error" as const),
  }));
  const text = textReport(diagnostics, plainStyle);
  expect(text.match(/^error /gm)).toHaveLength(75);
  expect(text.match(/^warning /gm)).toHaveLength(25);
  expect(text).toContain("… and 50 more\n\n75 errors, 75 warnings\n");
});
