// One value is one finding: where a general and a special rule are about the same value, the special one speaks.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../renderer/validate/rules.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";
import { clusterOf } from "./clusters.ts";

function found(objects: string, ...codes: string[]): readonly string[] {
  const chosen = rules.filter(({ code }) => codes.includes(code));
  expect(chosen.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  const { diagnostics } = runRules(clusterOf(objects), chosen, defaultSettings("prod"));
  return diagnostics.map(({ code }) => code);
}

const emqx = (spec: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: emqx, namespace: mqtt}
spec:
  replicas: 3
  serviceName: nowhere
  selector: {matchLabels: {app: emqx}}
  template:
    metadata: {labels: {app: emqx}}
    spec:
${spec}
      containers: [{name: emqx, image: "emqx/emqx:5.8.9"}]
`;

test("the rule that knows EMQX speaks of its Service", () => {
  expect(found(emqx(""), "reference/missing-service", "emqx/no-discovery-service")).toEqual([
    "emqx/no-discovery-service",
  ]);
  expect(found(emqx(""), "reference/missing-service")).toEqual(["reference/missing-service"]);
});

test("other places of the same object keep their findings", () => {
  const objects = emqx("      hostNetwork: true\n      hostPID: true");
  expect(found(objects, "security/host-namespace", "emqx/host-network")).toEqual([
    "security/host-namespace",
    "security/host-namespace",
  ]);
  expect(found(objects, "emqx/host-network")).toEqual(["emqx/host-network"]);
});

test("nothing else is said of a value of the wrong type", () => {
  const objects = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: "nginx:1.29.1", ports: [{containerPort: 80, hostPort: "80"}]}]
`;
  expect(found(objects, "security/host-port", "schema/wrong-type")).toEqual(["schema/wrong-type"]);
  expect(found(objects, "security/host-port")).toEqual(["security/host-port"]);
});

test("every rule that is named is there", () => {
  const text = readFileSync(new URL("../../renderer/validate/overlaps.ts", import.meta.url), "utf8");
  const named = [...text.matchAll(/"([a-z]+\/[a-z-]+)"/g)].map(([, code = ""]) => code);
  const known = new Set<string>(rules.map(({ code }) => code));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((code) => !known.has(code))).toEqual([]);
});
