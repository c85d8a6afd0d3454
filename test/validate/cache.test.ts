// validate --cache: the outcome of a validation is found by everything that was looked at, and by nothing less.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryWith, gitops, type Ran } from "../cli/command.ts";
import { code, lampDefinition, policy, service, tree } from "./trees.ts";

const cache = ".cache/gitops";
const marked = { exit: 0, out: "kept\n", reports: ["kept report\n"] };

const validate = (directory: string, ...args: readonly string[]): Promise<Ran> =>
  gitops(directory, "validate", "--cache", cache, "--rule", code, ...args);

function entries(directory: string, suffix: string): readonly string[] {
  const root = join(directory, cache, "validations");
  return readdirSync(root)
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(root, name));
}

/** Puts another outcome into all entries, with its checksum: whoever prints it has taken it from there. */
function mark(directory: string, outcome: unknown = marked): void {
  const text = JSON.stringify(outcome);
  for (const entry of entries(directory, ".report"))
    writeFileSync(entry, `${createHash("sha256").update(text).digest("hex")}\n${text}`);
}

test.each(["text", "json", "github", "sarif", "junit", "markdown"])(
  "what comes from the cache is what came without, as %s",
  async (format) => {
    const directory = directoryWith(tree());
    const alone = await gitops(directory, "validate", "--rule", code, "--format", format);
    const first = await validate(directory, "--format", format, "--report", "json=one.json");
    const report = readFileSync(join(directory, "one.json"), "utf8");
    rmSync(join(directory, "one.json"));
    const second = await validate(directory, "--format", format, "--report", "json=one.json");
    expect(entries(directory, ".report")).toHaveLength(1);
    expect([first, second]).toEqual([alone, alone]);
    expect(readFileSync(join(directory, "one.json"), "utf8")).toBe(report);
  },
);

test("the second validation is the first one's", async () => {
  const directory = directoryWith(tree());
  await validate(directory, "--report", "json=one.json");
  rmSync(join(directory, "one.json"));
  mark(directory);
  expect(await validate(directory, "--report", "json=one.json")).toEqual({ exit: 0, out: "kept\n", err: "" });
  expect(readFileSync(join(directory, "one.json"), "utf8")).toBe("kept report\n");
});

const changes: Readonly<Record<string, (directory: string) => void>> = {
  "a file of the base": (at) => writeFileSync(join(at, "base/service.yaml"), `# moved\n${service()}`),
  "a policy that comes": (at) => writeFileSync(join(at, "policy.yaml"), policy(`rules:\n  ${code}: off`)),
  "the overlay's policy": (at) =>
    writeFileSync(join(at, "overlays/prod/policy.yaml"), policy(`rules:\n  ${code}: warning`)),
  "an overlay that comes": (at) => {
    const text = readFileSync(join(at, "overlays/prod/kustomization.yaml"));
    rmSync(join(at, "overlays/prod/kustomization.yaml"));
    writeFileSync(join(at, "overlays/prod/kustomization.yml"), text);
  },
  "a lock that cannot be read": (at) => writeFileSync(join(at, "gitops.lock"), "{"),
  "the lock of an overlay": (at) => writeFileSync(join(at, "overlays/prod/gitops.lock"), "{"),
};

test.each(Object.entries(changes))("%s makes it anew", async (_, change) => {
  const directory = directoryWith(tree());
  await validate(directory);
  mark(directory);
  change(directory);
  expect((await validate(directory)).out).not.toBe("kept\n");
});

test("an object of a controller makes it anew where rules ask for them", async () => {
  const directory = directoryWith(tree());
  const run = (): Promise<Ran> => validate(directory, "--rule", "gitops");
  await run();
  mark(directory);
  expect((await run()).out).toBe("kept\n");
  writeFileSync(
    join(directory, "sync.yaml"),
    "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: a\n",
  );
  expect((await run()).out).not.toBe("kept\n");
});

test.each([
  ["other flags", ["--fail-on", "warning"]],
  ["another format", ["--format", "json"]],
  ["named overlays", ["overlays/dev", "overlays/prod"]],
])("%s make another one", async (_, args) => {
  const directory = directoryWith(tree());
  await validate(directory);
  mark(directory);
  expect((await validate(directory, ...args)).out).not.toBe("kept\n");
});

test.each([
  ["a file of definitions that comes to match", "crds/new.yaml"],
  ["one that was named and is there now", "named.yaml"],
])("%s makes it anew", async (_, path) => {
  const directory = directoryWith({
    ...tree(),
    "overlays/prod/policy.yaml": policy("schemas: [crds/*.yaml, named.yaml]"),
    "overlays/prod/crds/one.yaml": lampDefinition(""),
  });
  await validate(directory);
  mark(directory);
  writeFileSync(join(directory, "overlays/prod", path), lampDefinition("").replaceAll("amp", "ight"));
  expect((await validate(directory)).out).not.toBe("kept\n");
});

test.each([["--fix"], ["--allow-custom-rules"], ["--baseline", "empty.json"]])(
  "%s is done each time",
  async (...args) => {
    const directory = directoryWith({ ...tree(), "empty.json": '{"diagnostics": []}' });
    await validate(directory, ...args);
    expect(() => entries(directory, ".report")).toThrow("ENOENT");
  },
);

test("an overlay that cannot be rendered is tried each time", async () => {
  const directory = directoryWith({ ...tree(), "base/service.yaml": "kind: [" });
  expect((await validate(directory)).exit).toBe(2);
  expect(entries(directory, ".report")).toEqual([]);
});

test.each([
  ["outcome", (directory: string) => writeFileSync(entries(directory, ".report")[0] ?? "", "damaged")],
  ["outcome of another form", (directory: string) => mark(directory, { exit: 3 })],
  [
    "list of inputs",
    (directory: string) => {
      for (const path of entries(directory, ".json")) writeFileSync(path, '[{"paths":');
    },
  ],
])("a damaged %s is made anew", async (_, damage) => {
  const directory = directoryWith(tree());
  const first = await validate(directory);
  damage(directory);
  expect(await validate(directory)).toEqual(first);
  mark(directory);
  expect((await validate(directory)).out).toBe("kept\n");
});
