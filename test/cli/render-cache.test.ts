// render --cache: a finished build is found by what it was made of, and by nothing less.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryWith, gitops } from "./command.ts";

const settings = (level: string): string =>
  `apiVersion: v1\ndata:\n  level: ${level}\nkind: ConfigMap\nmetadata:\n  name: settings\n`;

const tree = {
  "app/kustomization.yaml": "resources:\n- settings.yaml\n",
  "app/settings.yaml": settings("info"),
};

async function rendered(directory: string, ...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await gitops(directory, "render", "app", "--cache", "cache", ...args);
  return exit === 0 ? out : err;
}

function results(directory: string): readonly string[] {
  const root = join(directory, "cache/renders");
  return readdirSync(root)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(root, name));
}

/** Puts another text into the one entry, with its checksum: whoever prints it has taken it from there. */
function mark(directory: string, text: string): void {
  const [entry = ""] = results(directory);
  writeFileSync(entry, `${createHash("sha256").update(text).digest("hex")}\n${text}`);
}

test("the second build is the first one's", async () => {
  const directory = directoryWith(tree);
  expect(await rendered(directory)).toBe(settings("info"));
  mark(directory, "kept: true\n");
  expect(await rendered(directory)).toBe("kept: true\n");
});

test("a changed file makes another build, and the old one is found again when it is changed back", async () => {
  const directory = directoryWith(tree);
  await rendered(directory);
  mark(directory, "kept: true\n");
  writeFileSync(join(directory, "app/settings.yaml"), settings("debug"));
  expect(await rendered(directory)).toBe(settings("debug"));
  writeFileSync(join(directory, "app/settings.yaml"), settings("info"));
  expect(await rendered(directory)).toBe("kept: true\n");
});

test("a file that was not there counts as well", async () => {
  const directory = directoryWith(tree);
  await rendered(directory);
  writeFileSync(join(directory, "app/kustomization.yml"), "resources: []\n");
  expect(await rendered(directory)).toContain("load/ambiguous-kustomization");
});

test("other flags make another build", async () => {
  const directory = directoryWith(tree);
  await rendered(directory);
  mark(directory, "kept: true\n");
  expect(await rendered(directory, "--enable-managedby-label")).toContain("app.kubernetes.io/managed-by");
});

test("the same files elsewhere are the same build", async () => {
  const [first, second] = [directoryWith(tree), directoryWith(tree)];
  const cache = join(first, "cache");
  await gitops(first, "render", "app", "--cache", cache);
  mark(first, "kept: true\n");
  expect((await gitops(second, "render", "app", "--cache", cache)).out).toBe("kept: true\n");
});

test.each([
  ["result", (directory: string) => writeFileSync(results(directory)[0] ?? "", "damaged")],
  [
    "list of inputs",
    (directory: string) => {
      const root = join(directory, "cache/renders");
      for (const name of readdirSync(root))
        if (name.endsWith(".json")) writeFileSync(join(root, name), '[{"paths":');
    },
  ],
])("a damaged %s is made anew", async (_, damage) => {
  const directory = directoryWith(tree);
  await rendered(directory);
  damage(directory);
  expect(await rendered(directory)).toBe(settings("info"));
  expect(readFileSync(results(directory)[0] ?? "", "utf8")).toContain(settings("info"));
});

test("a build with something to report is made each time, so that it is reported each time", async () => {
  const directory = directoryWith({
    ...tree,
    "app/kustomization.yaml": "bases: []\nresources:\n- settings.yaml\n",
  });
  const runs = [1, 2].map(() => gitops(directory, "render", "app", "--cache", "cache"));
  for (const { err } of await Promise.all(runs)) expect(err).toContain("kustomization/deprecated");
});
