// Objects come with anything in them: a rule may find nothing in a value of the wrong shape, but it may not fail.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { rules } from "../../renderer/validate/rules.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";
import { project } from "../project.ts";
import { fixtureRoot } from "./fixtures.ts";

type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };

/** Stands where something else should. */
const odd: fc.Arbitrary<Plain> = fc.constantFrom<Plain[]>(
  null,
  "",
  "text",
  "$(A)",
  "a\nb",
  "-:",
  0,
  -1,
  1.5,
  true,
  [],
  [null],
  ["text"],
  [[{}]],
  {},
  { a: {} },
  { name: [1] },
);

/** The objects of the fixtures, which have about all that rules look at. */
const fixtures: readonly (readonly Plain[])[] = rules.flatMap(({ code }) =>
  ["bad", "good"].flatMap((name) => {
    const objects = objectsOf(join(fixtureRoot, code, `${name}.yaml`));
    return objects.length > 0 ? [objects] : [];
  }),
);

function objectsOf(path: string): readonly Plain[] {
  try {
    return parseAllDocuments(readFileSync(path, "utf8")).map((document) => document.toJS() as Plain);
  } catch {
    // Some fixtures are overlays.
    return [];
  }
}

/** Puts a value in the place of the one that a number chooses, below the fields that make an object one. */
function replaced(objects: readonly Plain[], choice: number, value: Plain): readonly Plain[] {
  const copy = structuredClone(objects) as Plain[];
  const places: { readonly holder: { [key: string]: Plain }; readonly key: string }[] = [];
  const collect = (node: Plain, depth: number): void => {
    if (typeof node !== "object" || node === null) return;
    const holder = node as { [key: string]: Plain };
    for (const [key, child] of Object.entries(holder)) {
      const isIdentity = depth === 0 && ["apiVersion", "kind", "metadata"].includes(key);
      if (!isIdentity) places.push({ holder, key });
      if (!isIdentity || key === "metadata") collect(child, depth + 1);
    }
  };
  for (const object of copy) collect(object, 0);
  const place = places[choice % Math.max(1, places.length)];
  if (place) place.holder[place.key] = value;
  return copy;
}

test("no rule fails for a value of the wrong shape", () => {
  const settings = defaultSettings("prod");
  let checked = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures),
      fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }),
      (objects, changes) => {
        const changed = changes.reduce((before, [choice, value]) => replaced(before, choice, value), objects);
        const text = changed.map((object) => JSON.stringify(object)).join("\n---\n");
        const rendered = project({
          "a/kustomization.yaml": "resources: [o.yaml]\n",
          "a/o.yaml": text,
        }).render("a");
        if (rendered.diagnostics.some(({ severity }) => severity === "error")) return;
        const facts = {
          directory: "a",
          environment: settings.environment,
          kubernetesVersion: settings.kubernetesVersion,
        };
        const { diagnostics } = runRules(new Cluster(rendered.resources, facts), rules, settings);
        textReport(diagnostics, plainStyle);
        checked++;
      },
    ),
    { numRuns: Number(process.env["RUNS"] ?? 150) },
  );
  expect(checked).toBeGreaterThan(0);
});
