// Builds that share their bases make what builds on their own make.
import { expect, test } from "vitest";
import { set, textNode } from "../../renderer/controllers/edit/nodes.ts";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { type BuildContext, defaultBuildOptions } from "../../renderer/load/context.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { MemoryFileSystem } from "../../renderer/load/memory-fs.ts";
import { EntryRecorder } from "../../renderer/patch/report/entry-recorder.ts";
import { render, toYaml } from "../../renderer/render.ts";
import type { Resource } from "../../renderer/resource/resource.ts";
import type { Mapping } from "../../renderer/yaml/node.ts";

const configMap = (level: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  level: ${level}\n`;

const patch = `patches:
- target: { kind: ConfigMap }
  patch: |
    [{"op": "add", "path": "/data/patched", "value": "yes"}]
`;

const tree: Readonly<Record<string, string>> = {
  "/base/kustomization.yaml": `resources:\n- settings.yaml\nnamePrefix: base-\n${patch}`,
  "/base/settings.yaml": configMap("info"),
  "/a/kustomization.yaml": "resources:\n- ../base\nnamePrefix: a-\n",
  "/b/kustomization.yaml": "resources:\n- ../base\nnamePrefix: b-\n",
};

interface Built {
  readonly resources: readonly Resource[];
  readonly yaml: string;
  readonly codes: readonly string[];
}

function filesOf(files: Readonly<Record<string, string>>): FileCache {
  return new FileCache(new MemoryFileSystem(files));
}

/** What is written is seen once the cache is told. */
function editable(files: Readonly<Record<string, string>>): {
  readonly cache: FileCache;
  readonly write: (path: string, text: string) => void;
} {
  let [current, disk] = [files, new MemoryFileSystem(files)];
  return {
    cache: new FileCache({
      realPath: (path) => disk.realPath(path),
      list: (path) => disk.list(path),
      read: (path, limit) => disk.read(path, limit),
    }),
    write: (path, text) => {
      current = { ...current, [path]: text };
      disk = new MemoryFileSystem(current);
    },
  };
}

function build(files: FileCache, directory: string, more: Partial<BuildContext> = {}): Built {
  const collector = new Collector();
  const context = { collector, files, options: defaultBuildOptions, sharesBases: true, ...more };
  const resources = render(directory, context);
  const yaml = collector.hasErrors ? "" : toYaml(resources, context);
  return { resources, yaml, codes: collector.sorted().map(({ code }) => code) };
}

/** The objects as they left the base: the value that its patch added. */
const patchedValues = ({ resources }: Built): readonly unknown[] =>
  resources.map(({ node }) => {
    const data = node.values[node.keys.findIndex(({ text }) => text === "data")];
    return data?.kind === "mapping" && data.values[data.keys.findIndex(({ text }) => text === "patched")];
  });

test("two overlays have the very values that their base was patched with once", () => {
  const files = filesOf(tree);
  const [a, b] = [build(files, "/a"), build(files, "/b")];
  expect(b.yaml).toBe(build(filesOf(tree), "/b").yaml);
  expect(b.yaml).toContain("name: b-base-settings");
  expect(patchedValues(b)[0]).toBe(patchedValues(a)[0]);
});

test("a changed file makes the base anew, and an unrelated one does not", () => {
  const { cache, write } = editable(tree);
  const before = build(cache, "/a");
  write("/b/settings.yaml", configMap("none"));
  const same = cache.without(new Set(["/b/settings.yaml"]));
  expect(patchedValues(build(same, "/a"))[0]).toBe(patchedValues(before)[0]);
  write("/base/settings.yaml", configMap("debug"));
  expect(build(same.without(new Set(["/base/settings.yaml"])), "/a").yaml).toContain("level: debug");
});

test.each([
  ["the kustomization itself", "/base/kustomization.yaml", "resources:\n- settings.yaml\nnamePrefix: new-\n"],
  ["a kustomization by another name", "/base/Kustomization", "resources: []\n"],
])("%s counts as well", (_, path, text) => {
  const { cache, write } = editable(tree);
  build(cache, "/a");
  write(path, text);
  const { yaml, codes } = build(cache.without(new Set([path])), "/a");
  const alone = build(filesOf({ ...tree, [path]: text }), "/a");
  expect({ yaml, codes }).toEqual({ yaml: alone.yaml, codes: alone.codes });
});

test("a watcher is told of the entries of a base that was not made for it", () => {
  const files = filesOf(tree);
  const [first, second] = [new EntryRecorder(), new EntryRecorder()];
  build(files, "/a", { watcher: first });
  build(files, "/base", { watcher: second });
  const told = second.entries.map(({ what, objects }) => [what, objects.map(({ fields }) => fields.length)]);
  expect(told).toEqual([
    ["in place", [1]],
    ["base-", [1]],
  ]);
});

test("a watched build does without what an unwatched one made", () => {
  const files = filesOf(tree);
  build(files, "/a");
  const watcher = new EntryRecorder();
  build(files, "/b", { watcher });
  expect(watcher.entries.map(({ what }) => what)).toEqual(["in place", "base-", "b-"]);
});

test("a patch that misses its target is reported by every build that nobody watches", () => {
  const files = filesOf({
    ...tree,
    "/base/kustomization.yaml": `resources:\n- settings.yaml\n${patch.replace("ConfigMap", "Secret")}`,
  });
  build(files, "/a", { watcher: new EntryRecorder() });
  for (const directory of ["/a", "/b"])
    expect(build(files, directory).codes).toEqual(["patch/target-unmatched"]);
});

test("a base whose patch misses its target is made once for those who watch, and each is told", () => {
  const files = filesOf({
    ...tree,
    "/base/kustomization.yaml": `resources:\n- settings.yaml\n${patch}${patch.slice("patches:\n".length).replace("ConfigMap", "Secret")}`,
  });
  const [first, second] = [new EntryRecorder(), new EntryRecorder()];
  const [a, b] = [build(files, "/a", { watcher: first }), build(files, "/b", { watcher: second })];
  expect(patchedValues(b)[0]).toBe(patchedValues(a)[0]);
  const missed = ({ entries }: EntryRecorder): readonly unknown[] => entries.map(({ help }) => help);
  expect(missed(second)).toEqual(missed(first));
  expect(second.entries[1]?.help).toBe("no object has the kind Secret");
});

test("a patch that changes leaves what it is for as it was accumulated", () => {
  const named = (name: string, level: string): string => configMap(level).replace("settings", name);
  const { cache, write } = editable({
    "/a/kustomization.yaml": "resources:\n- own.yaml\n- other.yaml\npatches:\n- path: patch.yaml\n",
    "/a/own.yaml": named("own", "info"),
    "/a/other.yaml": named("other", "info"),
    "/a/patch.yaml": named("own", "first"),
  });
  const before = build(cache, "/a");
  write("/a/patch.yaml", named("own", "second"));
  const next = cache.without(new Set(["/a/patch.yaml"]));
  const after = build(next, "/a");
  expect(after.yaml).toBe(before.yaml.replace("first", "second"));
  const other = ({ resources }: Built): unknown => resources.find(({ id }) => id.name === "other");
  expect(other(after)).toBe(other(before));
  write("/a/other.yaml", named("other", "debug"));
  expect(build(next.without(new Set(["/a/other.yaml"])), "/a").yaml).toContain("level: debug");
});

test("what leads back to the overlay is an error there, though another overlay may use it", () => {
  const files = filesOf({
    "/apps/kustomization.yaml": "resources:\n- settings.yaml\n",
    "/apps/settings.yaml": configMap("info"),
    "/base/kustomization.yaml": "resources:\n- ../apps\n",
    "/other/kustomization.yaml": "resources:\n- ../base\n",
    "/apps/overlay/kustomization.yaml": "resources:\n- ../../base\n",
  });
  expect(build(files, "/other").codes).toEqual([]);
  expect(build(files, "/apps/overlay").codes).toEqual(["load/cycle"]);
});

test("a build that is confined to a directory takes nothing from elsewhere", () => {
  const files = filesOf({
    ...tree,
    "/repository/base/kustomization.yaml": "resources:\n- ../../base\n",
    "/repository/a/kustomization.yaml": "resources:\n- ../base\n",
  });
  expect(build(files, "/repository/a").codes).toEqual([]);
  const options = { ...defaultBuildOptions, loadRestrictor: "none", confinedTo: "/repository" } as const;
  expect(build(files, "/repository/a", { options }).codes).toEqual(["load/outside-root"]);
});

test("what may be read without restrictions stays forbidden with them", () => {
  const files = filesOf({
    ...tree,
    "/free/kustomization.yaml": "resources:\n- ../base/settings.yaml\n",
    "/c/kustomization.yaml": "resources:\n- ../free\n",
  });
  const options = { ...defaultBuildOptions, loadRestrictor: "none" } as const;
  expect(build(files, "/c", { options }).codes).toEqual([]);
  expect(build(files, "/c").codes).toEqual(["load/outside-root"]);
});

test("what a controller writes into a kustomization is for its own build alone", () => {
  const files = filesOf(tree);
  const written = (root: Mapping): Mapping =>
    set(root, "namePrefix", textNode("edited-", { source: root.source, at: root.at }));
  const names = [{}, { rootEdit: { written } }, {}].map(
    (more) => /name: (.*)/.exec(build(files, "/a", more).yaml)?.[1],
  );
  expect(names).toEqual(["a-base-settings", "edited-base-settings", "a-base-settings"]);
});

test("types that an overlay sets decide how its base is merged", () => {
  const schema = {
    definitions: {
      Widget: {
        "x-kubernetes-group-version-kind": [{ group: "example.com", version: "v1", kind: "Widget" }],
        properties: {
          spec: {
            properties: {
              parts: {
                type: "array",
                "x-kubernetes-patch-merge-key": "name",
                "x-kubernetes-patch-strategy": "merge",
              },
            },
          },
        },
      },
    },
  };
  const widget = (part: string): string =>
    `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\nspec:\n  parts:\n  - name: ${part}\n`;
  const files = filesOf({
    "/base/kustomization.yaml": "resources:\n- widget.yaml\npatches:\n- path: patch.yaml\n",
    "/base/widget.yaml": widget("one"),
    "/base/patch.yaml": widget("two"),
    "/plain/kustomization.yaml": "resources:\n- ../base\n",
    "/typed/kustomization.yaml": "openapi:\n  path: schema.json\nresources:\n- ../base\n",
    "/typed/schema.json": JSON.stringify(schema),
  });
  expect(build(files, "/plain").yaml).not.toContain("name: one");
  expect(build(files, "/typed").yaml).toContain("name: one");
  expect(build(files, "/plain").yaml).not.toContain("name: one");
});
