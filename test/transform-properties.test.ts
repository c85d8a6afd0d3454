// Patches against what their standards say, for values of any shape.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPlain } from "../renderer/yaml/json.ts";
import { fieldAt } from "../renderer/yaml/node.ts";
import { project } from "./project.ts";

type Value = string | number | boolean | Value[] | { [key: string]: Value };

const key = fc.stringMatching(/^[a-e]{1,2}$/);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.stringMatching(/^[a-z0-9 ]{1,8}$/),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.integer(), { minLength: 1, maxLength: 3 }),
    fc.dictionary(key, tie("value"), { minKeys: 1, maxKeys: 3 }),
  ),
}));
const map = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });

/** The spec of a custom object after a build with these patches. */
function patched(spec: unknown, ...patches: readonly unknown[]): unknown {
  const object = { apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" } };
  const entries = patches.map((patch) => ({
    target: { kind: "Thing" },
    patch: JSON.stringify(Array.isArray(patch) ? patch : { ...object, spec: patch }),
  }));
  const { resources, problems } = project({
    "kustomization.yaml": JSON.stringify({ resources: ["a.json"], patches: entries }),
    "a.json": JSON.stringify({ ...object, spec }),
  }).render(".");
  expect(problems).toEqual([]);
  const node = fieldAt(resources[0]?.node, "spec");
  return node && toPlain(node);
}

function isMap(of: unknown): of is { [key: string]: Value } {
  return typeof of === "object" && of !== null && !Array.isArray(of);
}

/** RFC 7386 for patches without null, which is what a merge is for objects without a schema. */
function merged(target: Value | undefined, patch: Value): Value {
  if (!isMap(patch)) return patch;
  const result: { [key: string]: Value } = isMap(target) ? { ...target } : {};
  for (const [name, next] of Object.entries(patch)) result[name] = merged(result[name], next);
  return result;
}

describe("strategic merge without a schema", () => {
  test("is a JSON merge patch", () => {
    fc.assert(
      fc.property(map, map, (spec, patch) => {
        // types stay: kustomize keeps the quotes of what is replaced, and refuses a map in a list's place
        fc.pre(isCompatible(spec, patch));
        expect(patched(spec, patch)).toEqual(merged(spec, patch));
      }),
    );
  });

  test("a second time changes nothing", () => {
    fc.assert(
      fc.property(map, map, (spec, patch) => {
        fc.pre(isCompatible(spec, patch));
        expect(patched(spec, patch, patch)).toEqual(patched(spec, patch));
      }),
    );
  });
});

function isCompatible(a: Value | undefined, b: Value): boolean {
  if (a === undefined) return true;
  if (!isMap(a) || !isMap(b)) return typeof a === typeof b && isMap(a) === isMap(b);
  return Object.entries(b).every(([name, next]) => isCompatible(a[name], next));
}

describe("JSON patch", () => {
  test("add sets, test finds and remove takes away what was added", () => {
    fc.assert(
      fc.property(map, value, (spec, added) => {
        const add = { op: "add", path: "/spec/new", value: added };
        const find = { op: "test", path: "/spec/new", value: added };
        expect(patched(spec, [add, find])).toEqual({ ...spec, new: added });
        expect(patched(spec, [add, { op: "remove", path: "/spec/new" }])).toEqual(spec);
      }),
    );
  });

  test("copy and move keep the value", () => {
    fc.assert(
      fc.property(map, value, (spec, added) => {
        const before = { ...spec, from: added };
        const move = { op: "move", from: "/spec/from", path: "/spec/to" };
        expect(patched(before, [move])).toEqual({ ...spec, to: added });
        expect(patched(before, [{ ...move, op: "copy" }])).toEqual({ ...before, to: added });
      }),
    );
  });
});
