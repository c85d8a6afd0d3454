// docs/emqx-rules.md names every rule of the area, and no other.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { emqxRules } from "../../renderer/validate/emqx/rules.ts";

test("the page of mistakes names every rule once", () => {
  const page = readFileSync(new URL("../../docs/emqx-rules.md", import.meta.url), "utf8");
  const rows = page.split("\n").filter((line) => /^\| *[\d, ]*\|/.test(line));
  const named = new Set(
    rows.flatMap((row) =>
      [...row.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)].map(([, name]) => `emqx/${name}`),
    ),
  );
  expect([...named].toSorted()).toEqual(emqxRules.map(({ code }) => code).toSorted());
});
