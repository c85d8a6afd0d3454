/** Every component by itself with no more than it says it needs, as an overlay may take it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { findPeer } from "../bench/measure.ts";
import { mistakesIn } from "./mistakes.ts";
import { renderedResources, renderedYaml } from "./rendered.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = findPeer();
const scratch = mkdtempSync(join(tmpdir(), "gitops-components-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What must stand before a component in the list. Those that are not here need nothing. */
const needs: Readonly<Record<string, readonly string[]>> = {
  "backup-external-secrets": ["backup"],
  "bridge-external-secrets": ["mqtt-bridge/emqx"],
  "broker-edge-webhook": ["broker-ttn", "broker-edge-http"],
  "broker-ttn-decoder": ["broker-ttn"],
  "load-balancer": ["tls"],
  "mqtt-bridge/ict/broker": ["broker-ict", "mqtt-bridge/broker"],
  "mqtt-bridge/ict/emqx": ["mqtt-bridge/emqx"],
  "mutual-tls": ["tls"],
  "tls-private-ca": ["tls"],
};

/** Components that fit the cluster of the operator, too (docs/deployments.md). */
const withOperator = ["dashboard-ingress", "default-deny", "external-secrets", "metrics", "node-port"];

/** A component of components only. */
const internal = ["mqtt-bridge/settings"];

const components = readdirSync(join(root, "base/components"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/kustomization.yaml"))
  .map(dirname)
  .filter((name) => !internal.includes(name))
  .sort();

function baseOf(component: string): string {
  if (/^broker-|\/broker$/.test(component)) return "base/broker";
  return /operator/.test(component) ? "base/emqx-operator" : "base/emqx";
}

interface Build {
  readonly base: string;
  readonly list: readonly string[];
}

const builds: readonly Build[] = [
  ...components.map((name) => ({ base: baseOf(name), list: [...(needs[name] ?? []), name] })),
  ...withOperator.map((name) => ({ base: "base/emqx-operator", list: [name] })),
  { base: "base/emqx-operator", list: ["mqtt-bridge/operator", "bridge-external-secrets"] },
  { base: "base/emqx-operator", list: ["mqtt-bridge/operator", "operator-replicants"] },
];

/** An overlay of a base and these components, outside of the repository; its path, relative to the root. */
function overlay(base: string, list: readonly string[]): string {
  const directory = join(scratch, `${base} ${list.join(" ")}`.replaceAll(/[^a-z0-9]+/g, "-"));
  mkdirSync(directory, { recursive: true });
  const to = (path: string): string => relative(directory, join(root, path));
  writeFileSync(
    join(directory, "kustomization.yaml"),
    JSON.stringify({
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
      namespace: base === "base/broker" ? "iota" : "emqx",
      resources: [to(base)],
      components: list.map((name) => to(`base/components/${name}`)),
    }),
  );
  return relative(root, directory);
}

describe.each(builds)("$base with $list", ({ base, list }) => {
  it("is valid", () => {
    expect(mistakesIn(base, renderedResources(overlay(base, list)))).toBe("");
  });

  // Needs the real binary, which a machine that only has Node lacks.
  it.skipIf(!binary)("renders as kustomize 5.8.1 renders it", () => {
    const directory = overlay(base, list);
    const theirs = execFileSync(binary ?? "", ["build", directory], { cwd: root, encoding: "utf8" });
    expect(renderedYaml(directory)).toBe(theirs);
  });
});

it("gives replicants the account of the bridge, or does not build", () => {
  const list = ["mqtt-bridge/operator", "operator-replicants"];
  const text = renderedYaml(overlay("base/emqx-operator", list));
  expect(text.match(/name: EMQX_CONNECTORS__MQTT__IOTA__PASSWORD/g)).toHaveLength(2);
  expect(() => renderedResources(overlay("base/emqx-operator", list.toReversed()))).toThrow("image");
});

it("is described in the docs, each", () => {
  const docs = ["tree", "broker"].map((page) => readFileSync(join(root, `docs/${page}.md`), "utf8")).join("");
  expect(components.filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
});

it("makes as many objects as the docs count", () => {
  const page = readFileSync(join(root, "docs/tree.md"), "utf8");
  const rows = [...page.matchAll(/^\| (?:`(?<build>[^`]+)`(?<list>:.*)?|the root) \| (?<count>\d+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(20);
  for (const { groups } of rows) {
    const { build = ".", list, count } = groups ?? {};
    const directory = list === undefined ? build : `test/tree/emqx-combinations/${build}`;
    expect(renderedResources(directory).length, directory).toBe(Number(count));
  }
});
