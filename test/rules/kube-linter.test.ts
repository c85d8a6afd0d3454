// The page for those who come from kube-linter names rules that exist, and says of each whether it is off.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../renderer/validate/rules.ts";

const page = readFileSync(new URL("../../docs/kube-linter.md", import.meta.url), "utf8");
const named = [...page.matchAll(/`([a-z]+\/[a-z-]+)`( \*off\*)?/g)];

test.each(named.map(([, code = "", off]) => [code, off !== undefined] as const))("%s", (code, isOff) => {
  const rule = rules.find((each) => each.code === code);
  expect(rule && rule.severity === "off").toBe(isOff);
});
