// What is validated again after a change, told by a rule that notes which overlays it is asked about.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuildFlags, openFiles } from "../../renderer/cli/build-options.ts";
import { KeptOverlays } from "../../renderer/cli/validate/kept-overlays.ts";
import { type TreeResult, validateTree } from "../../renderer/cli/validate/validate-tree.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import type { Rule } from "../../renderer/validate/rule.ts";
import { rules } from "../../renderer/validate/rules.ts";
import { offlineBuild } from "../cli/build-flags.ts";
import { directoryWith } from "../cli/command.ts";
import { code, policy, service, tree } from "./trees.ts";

const flags: BuildFlags & { readonly policy: readonly string[]; readonly allowCustomRules: boolean } = {
  ...offlineBuild,
  policy: [],
  allowCustomRules: false,
};

interface Round {
  readonly asked: readonly string[];
  readonly result: TreeResult;
}

/** A tree that is validated again after each change. */
function watched(files: Readonly<Record<string, string>>): {
  readonly round: (changes?: Readonly<Record<string, string | undefined>>) => Promise<Round>;
} {
  const directory = directoryWith(files);
  const io = { workingDirectory: directory, out: () => undefined, err: () => undefined, style: plainStyle };
  const overlays = new KeptOverlays();
  let cache = openFiles(io);
  return {
    async round(changes = {}) {
      for (const [name, text] of Object.entries(changes)) {
        if (text === undefined) rmSync(join(directory, name));
        else writeFileSync(join(directory, name), text);
      }
      const changed = new Set(Object.keys(changes).map((name) => join(directory, name)));
      cache = cache.without(changed);
      const asked: string[] = [];
      const noting: Rule = {
        code: "custom/noting",
        severity: "info",
        summary: "",
        why: "",
        fix: "",
        check({ facts }) {
          asked.push(facts.directory);
          return [];
        },
      };
      const result = await validateTree({
        directories: ["overlays/dev", "overlays/prod"],
        isWholeTree: true,
        rules: [...rules.filter((rule) => rule.code === code), noting],
        withSiteRules: true,
        flags,
        files: cache,
        clusterTypes: [],
        extraTypes: () => undefined,
        io,
        today: "2026-11-21",
        kept: { overlays, changed },
      });
      return { asked, result };
    },
  };
}

const own = (spec: string): Readonly<Record<string, string>> => ({
  "overlays/prod/policy.yaml": policy(spec),
});
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: a
`;

const changes: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
  "a file of the base": [{ "base/service.yaml": `# moved\n${service()}` }, ["overlays/dev", "overlays/prod"]],
  "a file of one overlay": [
    { "overlays/prod/kustomization.yaml": "resources: [../../base]\nnamePrefix: p-\n" },
    ["overlays/prod"],
  ],
  "a policy of one overlay": [own(`rules:\n  ${code}: warning`), ["overlays/prod"]],
  "a policy that comes above them": [
    { "policy.yaml": policy(`rules:\n  ${code}: warning`) },
    ["overlays/dev", "overlays/prod"],
  ],
  "an object of a controller": [{ "sync.yaml": application }, ["overlays/dev", "overlays/prod"]],
  "a file that nothing uses": [{ "overlays/prod/notes.md": "notes" }, []],
  "YAML that nothing uses": [{ "overlays/prod/values.yaml": "a: 1\n" }, []],
};

test.each(Object.entries(changes))("%s", async (_, [change, expected]) => {
  const tested = watched(tree());
  expect((await tested.round()).asked).toEqual(["overlays/dev", "overlays/prod"]);
  expect((await tested.round(change)).asked).toEqual(expected);
});

test("what is kept is reported as before, exceptions and policies included", async () => {
  const day = "2027-01-01";
  const tested = watched(
    tree({
      "policy.yaml": policy(
        `exceptions:\n- code: ${code}\n  object: Service/none\n  reason: r\n  until: ${day}\n- code: nothing/at-all\n  reason: r\n  until: ${day}`,
      ),
      ...own(`exceptions:\n- code: ${code}\n  object: Service/web\n  reason: r\n  until: ${day}`),
    }),
  );
  const before = await tested.round();
  const after = await tested.round({ "overlays/prod/notes.md": "notes" });
  expect(after.asked).toEqual([]);
  expect(after.result.diagnostics.map((found) => found.code).sort()).toEqual(
    ["policy/unknown-rule", "policy/unused-exception", code].sort(),
  );
  expect(after.result).toEqual(before.result);
});

test("an overlay that could not be rendered is tried again", async () => {
  const tested = watched(tree({ "overlays/prod/kustomization.yaml": "resources: [none.yaml]\n" }));
  expect((await tested.round()).asked).toEqual(["overlays/dev"]);
  const { asked, result } = await tested.round({ "overlays/prod/none.yaml": service("own") });
  expect(asked).toEqual(["overlays/prod"]);
  expect(result.failed).toBe(false);
});
