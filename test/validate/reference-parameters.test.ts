// What a policy tells the reference rules of the cluster.
import { expect, test } from "vitest";
import { missingClass } from "../../renderer/validate/reference/missing-classes.ts";
import { missingObjects } from "../../renderer/validate/reference/missing-objects.ts";
import type { Rule } from "../../renderer/validate/rule.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";
import { clusterOf } from "./clusters.ts";

const cluster = clusterOf(`
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  priorityClassName: high
  containers:
    - name: main
      image: web:1
      envFrom: [{secretRef: {name: web-login}}, {secretRef: {name: db-login}}]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data, namespace: shop}
spec: {storageClassName: gp2}
`);

function messages(rule: Rule | undefined, parameters: Record<string, readonly string[]>): readonly string[] {
  if (!rule) throw new Error("no such rule");
  const rules = new Map([[rule.code, { severity: undefined, parameters }]]);
  const { diagnostics } = runRules(cluster, [rule], { ...defaultSettings("prod"), rules });
  return diagnostics.map(({ message }) => message);
}

test("classes are doubted once a policy lists those of their kind", () => {
  expect(messages(missingClass, {})).toEqual([]);
  expect(messages(missingClass, { installed: ["StorageClass/gp3*"] })).toEqual([
    "there is no StorageClass `gp2`",
  ]);
  expect(messages(missingClass, { installed: ["StorageClass/gp*", "PriorityClass/low"] })).toEqual([
    "there is no PriorityClass `high`",
  ]);
});

test("what comes from elsewhere is not missing", () => {
  const rule = missingObjects.find(({ code }) => code === "reference/missing-secret");
  expect(messages(rule, { external: ["db-*"] })).toEqual(["there is no Secret `web-login` in shop"]);
  expect(messages(rule, { external: ["*-login"] })).toEqual([]);
});
