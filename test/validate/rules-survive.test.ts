// Rules meet objects of any shape: whatever stands where a map, a list or a text should be, they go on.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { rules } from "../../renderer/validate/rules.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";
import { project } from "../project.ts";
import { renderedYaml } from "../tree/rendered.ts";

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

const overlays = ["overlays/prod", "test/tree/broker-combinations/everything"].map((directory) =>
  parseAllDocuments(renderedYaml(directory)).map((document) => document.toJS() as Record<string, Plain>),
);

const anything: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom<Plain>(null, true, 0, -1, 1e21, "", "a", "$(A)", "1", "*", "/", "::", "{", "%"),
  fc.constantFrom<Plain>([], [null], [[]], ["a", 1], [{}], [{ name: null }], [{ name: [] }]),
  fc.constantFrom<Plain>({}, { name: {} }, { matchLabels: "a" }, { "": null }, { ports: [1] }),
  fc.string(),
);

/** Puts a value somewhere below the fields that are not the object's name. */
function mutated(
  document: Record<string, Plain>,
  steps: readonly number[],
  value: Plain,
): Record<string, Plain> {
  const copy = structuredClone(document);
  const fields = Object.keys(copy).filter((key) => !["apiVersion", "kind", "metadata"].includes(key));
  let holder: Plain[] | Record<string, Plain> = copy;
  let key: string | number | undefined = fields[(steps[0] ?? 0) % fields.length];
  for (const step of steps.slice(1)) {
    const inner: Plain | undefined = key === undefined ? undefined : (holder as Record<string, Plain>)[key];
    if (inner === null || typeof inner !== "object") break;
    const keys: readonly string[] = Object.keys(inner);
    if (keys.length === 0) break;
    holder = inner;
    key = keys[step % keys.length];
  }
  if (key !== undefined) (holder as Record<string, Plain>)[key] = value;
  return copy;
}

test.each(overlays.map((documents) => [documents.length, documents] as const))(
  "no rule fails on %i objects of unexpected shapes",
  (_, documents) => {
    const change = fc.tuple(fc.nat(), fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), anything);
    let checked = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const objects = [...documents];
        for (const [which, steps, value] of changes) {
          const at = which % objects.length;
          const object = objects[at];
          if (object) objects[at] = mutated(object, steps, value);
        }
        const files = Object.fromEntries(objects.map((object, i) => [`a/${i}.yaml`, stringify(object)]));
        const kustomization = stringify({ resources: objects.map((_object, i) => `${i}.yaml`) });
        const { resources } = project({ ...files, "a/kustomization.yaml": kustomization }).render("a");
        checked += resources.length;
        const facts = { directory: "a", environment: "prod", kubernetesVersion: "1.36" };
        expect(() => runRules(new Cluster(resources, facts), rules, defaultSettings("prod"))).not.toThrow();
      }),
      { numRuns: 6 },
    );
    // What kustomize itself refuses never comes to the rules; most does.
    expect(checked).toBeGreaterThan(3 * documents.length);
  },
);
