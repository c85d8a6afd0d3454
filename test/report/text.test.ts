// How diagnostics look to people: on a terminal they keep to its width, elsewhere a line stays a line.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../renderer/diagnostics/diagnostic.ts";
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
