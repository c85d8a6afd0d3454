// A replacement that puts a text where a number or a bool is: refused when it is printed, with all that led there.
import { expect, test } from "vitest";
import { positionOf } from "../../renderer/diagnostics/location.ts";
import { project } from "../project.ts";

test("the refusal names the value, the replacement and what was there", () => {
  const { diagnostics } = project({
    "kustomization.yaml": "resources: [d.yaml]\nreplacements:\n  - path: r.yaml\n",
    "r.yaml":
      "- sourceValue: many\n  targets:\n    - select: { kind: Deployment }\n      fieldPaths: [spec.replicas]\n",
    "d.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n",
  }).render(".");
  const place = (at: Parameters<typeof positionOf>[0] | undefined): string => {
    if (!at) return "";
    const { path, line } = positionOf(at);
    return `${path}:${line}`;
  };
  expect(
    diagnostics.map(({ code, message, at, notes }) => ({
      code,
      message,
      at: place(at),
      notes: notes.map((note) => `${place(note.at)} ${note.message}`),
    })),
  ).toEqual([
    {
      code: "emit/not-representable",
      message: "`many` cannot take the place of `2`, which is not a string",
      at: "r.yaml:1",
      notes: ["r.yaml:1 this entry of `replacements` set it", "d.yaml:6 the value that was there"],
    },
  ]);
});
