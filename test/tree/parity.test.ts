// The overlays as the controllers build them: the real kustomize renders the same bytes.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findPeer } from "../bench/measure.ts";
import { builds } from "./builds.ts";
import { renderedYaml } from "./rendered.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const binary = findPeer();

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!binary)("every overlay and combination renders as kustomize 5.8.1 renders it", () => {
  test.each(builds)("%s", (directory) => {
    const theirs = execFileSync(binary ?? "", ["build", directory], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(renderedYaml(directory)).toBe(theirs);
  });
});
