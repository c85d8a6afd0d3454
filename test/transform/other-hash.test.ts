// Objects other than ConfigMaps and Secrets whose names get a hash: a warning, because kustomize puts another one there.
import { expect, test } from "vitest";
import { project } from "../project.ts";

function rendered(image: string): ReturnType<ReturnType<typeof project>["render"]> {
  return project({
    "kustomization.yaml": "resources: [j.yaml]\n",
    "j.yaml":
      "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: init\n  annotations:\n" +
      `    internal.config.kubernetes.io/needsHashSuffix: enabled\nspec: {image: ${image}}\n`,
  }).render(".");
}

test("the hash is that of the content, and not kustomize's", () => {
  const [one, other] = [rendered("a"), rendered("b")];
  expect(one.problems).toEqual(["resource/other-hash j.yaml:1:1"]);
  expect(one.resources[0]?.id.name).toMatch(/^init-[a-z0-9]{10}$/);
  expect(one.resources[0]?.id.name).not.toBe(other.resources[0]?.id.name);
});
