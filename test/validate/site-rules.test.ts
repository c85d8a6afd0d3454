// Rules that a policy brings: CEL expressions, and TypeScript when it is allowed.
import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";
import { policy, tree } from "./trees.ts";

async function validate(
  files: Record<string, string>,
  ...args: string[]
): Promise<{
  exit: number;
  found: { code: string; path: string; line: number; message: string; help: string }[];
}> {
  const { exit, out } = await gitops(
    directoryWith(tree(files)),
    "validate",
    "overlays/prod",
    "--rule",
    "custom",
    "--format",
    "json",
    ...args,
  );
  return { exit, found: JSON.parse(out).diagnostics };
}

const celRule = (expression: string, rest = ""): string =>
  policy(`celRules:
  - code: custom/port-range
    kinds: [Service]
    expression: ${JSON.stringify(expression)}
    message: the port is below 1024
    field: spec.ports[0].port
${rest}`);

describe("CEL rules", () => {
  test("find what makes their expression false, at the field that they name", async () => {
    const { exit, found } = await validate({
      "policy.yaml": celRule("object.spec.ports.all(p, p.port >= 1024)"),
    });
    expect(found).toMatchObject([
      { code: "custom/port-range", path: "base/service.yaml", line: 9, message: "the port is below 1024" },
    ]);
    expect(exit).toBe(1);
  });

  test.each([
    "object.spec.ports.all(p, p.port == 80)",
    "object.kind == 'Service' && object.spec.ports[0].port + 1 == 81",
    "!has(object.spec.type) || object.spec.type == 'ClusterIP'",
    "object.metadata.name.matches('^w')",
    "object.metadata.name.startsWith('we')",
    "size(object.spec.selector) == 1",
    "'app' in object.spec.selector",
  ])("%s holds", async (expression) => {
    expect((await validate({ "policy.yaml": celRule(expression) })).found).toEqual([]);
  });

  test("can be set and excused like any other", async () => {
    const rest = `rules:
  custom/port-range: warning`;
    const { exit, found } = await validate({ "policy.yaml": celRule("false", rest) });
    expect(found).toMatchObject([{ severity: "warning" }]);
    expect(exit).toBe(0);
  });

  test("say so when they cannot tell", async () => {
    const { found } = await validate({ "policy.yaml": celRule("object.spec.replicas > 1") });
    expect(found).toMatchObject([
      {
        message: "the rule cannot tell: No such key: replicas",
        help: "guard fields that may be missing with has()",
      },
    ]);
  });

  test.each([
    ["1 +", "Unexpected token"],
    ["objekt.spec", "Unknown variable: objekt"],
    ["1 + 1", "a value of type int"],
    [`${"(".repeat(200)}true${")".repeat(200)}`, "maxDepth"],
  ])("%s is an error of the policy", async (expression, words) => {
    const { found } = await validate({ "policy.yaml": celRule(expression) });
    expect(found).toMatchObject([{ code: "policy/invalid", path: "policy.yaml", line: 11 }]);
    expect(found[0]?.message).toContain(words);
  });

  test("match in linear time", async () => {
    const name = `${"a".repeat(5000)}!`;
    const { found } = await validate({ "policy.yaml": celRule(`!'${name}'.matches('^(a|aa)+$')`) });
    expect(found).toEqual([]);
  });
});

const module = `
import { type Cluster, type Finding, type Rule, textMap } from "emqx-gitops/validate";

const ownerLabel: Rule = {
  code: "custom/no-owner",
  severity: "warning",
  summary: "An object has no owner",
  why: "Nobody knows whom to call",
  fix: "add the label owner",
  *check(cluster: Cluster): Iterable<Finding> {
    for (const { root } of cluster.objects) {
      const labels = root.get("metadata", "labels");
      if (!textMap(labels).has("owner")) yield { at: labels, message: "the object has no owner" };
    }
  },
};

export const rules: readonly Rule[] = [ownerLabel];
`;

describe("custom rules", () => {
  const files = { "policy.yaml": policy("customRules: [rules/owner.ts]"), "rules/owner.ts": module };

  test("do not run unless they are allowed, which is told", async () => {
    const { exit, found } = await validate(files);
    expect(found).toMatchObject([{ code: "policy/custom-rules-skipped", path: "policy.yaml", line: 8 }]);
    expect(exit).toBe(0);
  });

  test("run when they are allowed", async () => {
    const { found } = await validate(files, "--allow-custom-rules");
    expect(found).toMatchObject([
      { code: "custom/no-owner", path: "base/pod.yaml", line: 3 },
      { code: "custom/no-owner", path: "base/service.yaml", line: 3 },
    ]);
  });

  test.each([
    ["a file that is not there", "policy.yaml", policy("customRules: [none.ts]"), "there is no such file"],
    ["a file outside", "policy.yaml", policy("customRules: [../../x.ts]"), "outside"],
    ["no rules", "rules/owner.ts", "export const rule = 1;", "does not export `rules`"],
    ["a code of another area", "rules/owner.ts", module.replace("custom/", "emqx/"), "codes `custom/"],
    ["no TypeScript", "rules/owner.ts", "export const = 1", "Build failed"],
    ["a module that throws", "rules/owner.ts", "throw new Error('no'); export const rules = [];", "no"],
    ["a rule that throws", "rules/owner.ts", module.replace("for (", "throw new Error('oh'); for ("), "oh"],
  ])("%s is an error of the policy", async (_, name, text, words) => {
    const { exit, found } = await validate({ ...files, [name]: text }, "--allow-custom-rules");
    expect(found).toMatchObject([{ code: "policy/invalid", path: "policy.yaml" }]);
    expect(found[0]?.message).toContain(words);
    expect(exit).toBe(1);
  });
});
