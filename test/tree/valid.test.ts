/** What the tree is built into, and what hands it to a controller, are objects as their types in Kubernetes 1.36 want them. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { project } from "../project.ts";
import { builds } from "./builds.ts";
import { mistakesIn } from "./mistakes.ts";
import { renderedResources } from "./rendered.ts";

it.each(builds)("%s has no unknown kind, no unknown field and no wrong value", (directory) => {
  const resources = renderedResources(directory);
  expect(resources).not.toEqual([]);
  expect(mistakesIn(directory, resources)).toBe("");
});

// They are applied as files, by hand or by a controller that reads a directory.
it("the objects for Argo CD and Flux have none either", () => {
  const overlays = new URL("../../overlays/", import.meta.url);
  const files = readdirSync(overlays, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(^|\/)sync\/(argocd|flux)\/[^/]+\.yaml$/.test(path),
  );
  expect(files.length).toBeGreaterThan(10);
  // Each in a build of its own: environments use the same names.
  for (const path of files) {
    const text = readFileSync(new URL(path, overlays), "utf8");
    const { resources } = project({
      "kustomization.yaml": "resources: [objects.yaml]\n",
      "objects.yaml": text,
    }).render(".");
    expect(resources, path).not.toEqual([]);
    expect(mistakesIn(path, resources), path).toBe("");
  }
});

it("finds a field that is not there", () => {
  const { resources } = project({
    "kustomization.yaml": "resources: [objects.yaml]\n",
    "objects.yaml":
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: emqx\nspec:\n  ports: [{ prot: 1883 }]\n",
  }).render(".");
  expect(mistakesIn(".", resources)).toContain("schema/unknown-field");
});
