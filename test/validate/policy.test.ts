// policy.yaml: how severities, parameters and exceptions are found, layered and checked.
import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";
import { code, policy, tree } from "./trees.ts";

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly overlays?: readonly string[];
  readonly help?: string;
}

async function validate(
  files: Record<string, string>,
  ...args: string[]
): Promise<{ exit: number; found: readonly Found[] }> {
  const directory = directoryWith(files);
  const { exit, out } = await gitops(directory, "validate", "--format", "json", "--rule", code, ...args);
  return { exit, found: JSON.parse(out).diagnostics };
}

const short = ({ code: rule, severity, path, line }: Found): string => `${severity} ${rule} ${path}:${line}`;

const exception = (fields = ""): string => `exceptions:
  - code: ${code}
    reason: the pods come from elsewhere
    until: 2999-12-31
${fields}`;

describe("without a policy", () => {
  test("a finding of the base is one finding, shown by both overlays", async () => {
    const { exit, found } = await validate(tree());
    expect(found.map(short)).toEqual([`error ${code} base/service.yaml:7`]);
    expect(found[0]?.overlays).toEqual(["overlays/dev", "overlays/prod"]);
    expect(exit).toBe(1);
  });
});

describe("severities", () => {
  test("a policy above the overlays holds for all of them", async () => {
    const files = tree({ "policy.yaml": policy(`rules:\n  ${code}: warning`) });
    expect(await validate(files)).toMatchObject({ exit: 0, found: [{ severity: "warning" }] });
  });

  test("the overlay's own policy has the last word", async () => {
    const files = tree({
      "policy.yaml": policy(`rules:\n  ${code}: off`),
      "overlays/prod/policy.yaml": policy(`rules:\n  ${code}: { severity: error }`),
    });
    const { found, exit } = await validate(files);
    expect(found.map(({ overlays }) => overlays)).toEqual([["overlays/prod"]]);
    expect(exit).toBe(1);
  });

  test("a policy beside a base holds for what is built with it", async () => {
    const files = tree({ "base/policy.yaml": policy(`rules:\n  ${code}: info`) });
    expect((await validate(files)).found.map(short)).toEqual([`info ${code} base/service.yaml:7`]);
  });

  test("--policy comes last", async () => {
    const files = tree({
      "overlays/prod/policy.yaml": policy(`rules:\n  ${code}: error`),
      "ci/strict.yaml": policy(`rules:\n  ${code}: off`),
    });
    expect(await validate(files, "--policy", "ci/strict.yaml")).toEqual({ exit: 0, found: [] });
  });

  test("--fail-on says what fails the command", async () => {
    const files = tree({ "policy.yaml": policy(`rules:\n  ${code}: warning`) });
    expect((await validate(files)).exit).toBe(0);
    expect((await validate(files, "--fail-on", "warning")).exit).toBe(1);
  });
});

describe("exceptions", () => {
  test.each([
    ["every object", ""],
    ["the object by kind and name", "    object: Service/web"],
    ["any kind", '    object: "*/web"'],
    ["a field and what is below it", "    field: spec"],
  ])("excuse %s", async (_, fields) => {
    expect(await validate(tree({ "policy.yaml": policy(exception(fields)) }))).toEqual({
      exit: 0,
      found: [],
    });
  });

  test.each([
    ["another object", "    object: Service/other"],
    ["another kind", "    object: Deployment/web"],
    ["another field", "    field: spec.sel"],
  ])("do not excuse for %s, and are unused then", async (_, fields) => {
    const { found } = await validate(tree({ "policy.yaml": policy(exception(fields)) }));
    expect(found.map(short)).toEqual([
      `error ${code} base/service.yaml:7`,
      "warning policy/unused-exception policy.yaml:9",
    ]);
  });

  test("end on their day, and say so at their line", async () => {
    const files = tree({ "policy.yaml": policy(exception().replace("2999", "2020")) });
    const { found, exit } = await validate(files);
    expect(found.map(short)).toEqual([
      `error ${code} base/service.yaml:7`,
      "error policy/expired-exception policy.yaml:9",
    ]);
    expect(exit).toBe(1);
  });

  test("of another overlay are not called unused when only one is looked at", async () => {
    const files = tree({ "overlays/prod/policy.yaml": policy(exception("    object: Service/other")) });
    expect((await validate(files, "overlays/dev")).found.map(short)).toEqual([
      `error ${code} base/service.yaml:7`,
    ]);
  });
});

test("exceptions of rules that do not run are not called unused", async () => {
  const other = exception().replace(code, "practice/image-not-pinned");
  const { found } = await validate(tree({ "policy.yaml": policy(other) }));
  expect(found.map(short)).toEqual([`error ${code} base/service.yaml:7`]);
});

describe("a policy that is wrong", () => {
  test.each([
    [
      "an unknown rule",
      "rules:\n  reference/service-selects-nothin: off",
      "policy/unknown-rule",
      9,
      `did you mean \`${code}\`?`,
    ],
    [
      "an exception of an unknown rule",
      "exceptions:\n  - code: x/y\n    reason: r r\n    until: 2999-01-01",
      "policy/unknown-rule",
      9,
      "explain --rule",
    ],
    ["an unknown field", "rule: {}", "policy/invalid", 8, "did you mean `rules`?"],
    [
      "an exception without a reason",
      `exceptions:\n  - code: ${code}\n    until: 2999-01-01`,
      "policy/invalid",
      9,
      "say why",
    ],
    [
      "a day that is none",
      `exceptions:\n  - code: ${code}\n    reason: r r\n    until: soon`,
      "policy/invalid",
      11,
      "2027-03-31",
    ],
    ["a severity that is none", `rules:\n  ${code}: fatal`, "policy/invalid", 9, "error, warning, info, off"],
    ["a version that is a number", "kubernetesVersion: 1.36", "policy/invalid", 8, "in quotes"],
    [
      "an unknown parameter",
      `rules:\n  ${code}:\n    parameters:\n      depth: 3`,
      "policy/invalid",
      11,
      "it has none",
    ],
  ])("%s is an error at its line", async (_, spec, problem, line, help) => {
    const { exit, found } = await validate(tree({ "policy.yaml": policy(spec) }));
    const [first] = found.filter(({ path }) => path === "policy.yaml");
    expect(first).toMatchObject({ severity: "error", code: problem, line });
    expect(first?.help).toContain(help);
    expect(exit).toBe(1);
  });

  test.each([
    ["no YAML", "a: [", "yaml/syntax"],
    ["another kind", "apiVersion: emqx-gitops/v1\nkind: Policy\n", "policy/invalid"],
    ["two objects", `${policy("rules: {}")}---\n${policy("rules: {}")}`, "policy/invalid"],
    ["nothing", "", "policy/invalid"],
  ])("%s is an error, and the rules run all the same", async (_, text, problem) => {
    const { found } = await validate(tree({ "policy.yaml": text }));
    expect(found.map((each) => each.code)).toEqual(expect.arrayContaining([problem, code]));
  });

  test("an object of something else is passed over", async () => {
    const { found } = await validate(
      tree({ "policy.yaml": "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\n" }),
    );
    expect(found.map(short)).toEqual([`error ${code} base/service.yaml:7`]);
  });

  test("a policy that is named and not there is an error", async () => {
    const { exit, found } = await validate(tree(), "--policy", "none.yaml");
    expect(found.map((each) => each.code)).toContain("load/not-found");
    expect(exit).toBe(1);
  });
});

test("kustomize drops a policy that was listed as a resource", async () => {
  const files = tree({
    "base/kustomization.yaml": "resources: [service.yaml, policy.yaml]\n",
    "base/policy.yaml": policy("rules: {}"),
  });
  expect((await gitops(directoryWith(files), "render", "base")).out).not.toContain("RendererPolicy");
});
