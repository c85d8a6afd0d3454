// What nobody writes and reading kustomize's source showed to differ, made small.
import { expect, test } from "vitest";
import { project } from "../project.ts";
import { testRecording } from "../recording.ts";

testRecording(new URL("found-by-reading.json", import.meta.url));

// Too long for a recording. The names are what kustomize 5.8.1 gives them.
test.each([
  ["a line that is one byte shorter", 65_535, "a-82hcm87h44", []],
  ["one of 64 KiB ends what kustomize reads", 65_536, "a-9bht7267k9", ["generator/lost-lines"]],
])("an env file: %s", (_, length, name, codes) => {
  const { yaml, diagnostics } = project({
    "t/kustomization.yaml": "configMapGenerator:\n- {name: a, envs: [e.env]}\n",
    "t/e.env": `Z=1\n${"A=".padEnd(length, "x")}\nB=1\n`,
  }).render("t");
  expect(yaml).toContain(`name: ${name}\n`);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});
