// A component changes what stands elsewhere, so most of them cannot be built by themselves.
import { expect, test } from "vitest";
import { project } from "../project.ts";

const patch =
  'patches: [{patch: "{kind: Service, apiVersion: v1, metadata: {name: web}, spec: {type: NodePort}}"}]\n';
const files = {
  "component/kustomization.yaml": `kind: Component\n${patch}`,
  "service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
  "whole/kustomization.yaml": "kind: Component\nresources: [service.yaml]\n",
  "whole/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
  "kustomization.yaml": "resources: [service.yaml]\ncomponents: [component]\n",
};

const codesOf = (directory: string): readonly string[] =>
  project(files)
    .render(directory)
    .diagnostics.map(({ code }) => code);

test("the errors of a component that is built by itself are explained", () => {
  expect(codesOf("component")).toEqual(["kustomization/component-alone", "patch/no-target"]);
});

test("a component that can be built by itself, or is part of another build, is no matter", () => {
  expect(codesOf("whole")).toEqual([]);
  expect(codesOf(".")).toEqual([]);
});
