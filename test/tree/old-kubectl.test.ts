/** What the kustomize inside an older kubectl cannot build. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";

const root = new URL("../../", import.meta.url);

// Up to kubectl 1.30 such a file is refused, and up to 1.33 kustomize crashes where two patches of it delete objects.
it("no file of the tree has several patches", () => {
  const patches = ["base", "overlays"].flatMap((top) =>
    readdirSync(new URL(top, root), { recursive: true, encoding: "utf8" })
      .filter((name) => /(^|\/)patches\/[^/]+\.yaml$/.test(name))
      .map((name) => `${top}/${name}`),
  );
  expect(patches.length).toBeGreaterThan(30);
  const several = patches.filter(
    (path) => parseAllDocuments(readFileSync(new URL(path, root), "utf8")).length > 1,
  );
  expect(several).toEqual([]);
});
