// docs/broker-rules.md tells which rule holds which demand of the broker: it names every rule, and none that is not.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brokerRules } from "../../renderer/validate/broker/rules.ts";
import { rules } from "../../renderer/validate/rules.ts";

const text = readFileSync(new URL("../../docs/broker-rules.md", import.meta.url), "utf8");
const named = new Set([...text.matchAll(/`([a-z]+\/[a-z0-9-]+)`/g)].map(([, code = ""]) => code));

test("every rule of the broker is named", () => {
  expect(brokerRules.map(({ code }) => code).filter((code) => !named.has(code))).toEqual([]);
});

test("every rule that is named is there", () => {
  const known = new Set<string>(rules.map(({ code }) => code));
  expect([...named].filter((code) => !known.has(code))).toEqual([]);
});

test("all fifty demands are in the table", () => {
  const numbers = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
});
