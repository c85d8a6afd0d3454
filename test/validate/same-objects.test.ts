// Which objects of a build count as those of the build before.
import { expect, test } from "vitest";
import { withSameObjects } from "../../renderer/cli/validate/same-objects.ts";
import type { Resource } from "../../renderer/resource/resource.ts";
import { project } from "../project.ts";

const map = (name: string, level: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  level: ${level}\n`;

/** Objects of a build that shares nothing with any other. */
function built(files: Readonly<Record<string, string>>): readonly Resource[] {
  return project({
    "kustomization.yaml": "resources: [a.yaml, b.yaml]\nlabels:\n- pairs: { app: x }\n",
    "a.yaml": map("a", "info"),
    "b.yaml": map("b", "info"),
    ...files,
  }).render(".").resources;
}

const large = map("a", `[${"0,".repeat(60_000)}0]`);

test.each<[string, Readonly<Record<string, string>>, readonly boolean[]]>([
  ["nothing", {}, [true, true]],
  ["a value of one", { "a.yaml": map("a", "debug") }, [false, true]],
  ["the place of one", { "b.yaml": `# moved\n${map("b", "info")}` }, [true, false]],
  [
    "what wrote a label",
    { "kustomization.yaml": "resources: [a.yaml, b.yaml]\ncommonLabels: { app: x }\n" },
    [false, false],
  ],
])("after a change of %s the others are the same", (_, files, expected) => {
  const before = built({});
  const after = withSameObjects(built(files), before);
  expect(after.map((resource, i) => resource === before[i])).toEqual(expected);
});

test("what is too large to compare counts as changed", () => {
  const before = built({ "a.yaml": large });
  const after = withSameObjects(built({ "a.yaml": large }), before);
  expect(after.map((resource, i) => resource === before[i])).toEqual([false, true]);
});
