// Values of EMQX's Helm chart, in the objects that Flux and Argo CD install it with.
import type { Cluster } from "../../model/cluster.ts";
import type { Value } from "../../model/value.ts";
import type { Rule } from "../../rule.ts";
import { sources } from "../sources.ts";

/** Values that people look for and the chart up to 5.8 does not have. */
const missing: readonly (readonly string[])[] = [
  ["probes"],
  ["readinessProbe"],
  ["livenessProbe"],
  ["startupProbe"],
  ["lifecycle"],
  ["terminationGracePeriodSeconds"],
  ["service", "customPorts"],
];

export const unknownValue: Rule = {
  code: "emqx/unknown-chart-value",
  severity: "warning",
  summary: "A value is given to EMQX's Helm chart that it does not have",
  why: "Helm ignores it without a word, so the probe, hook or port that was meant is not there",
  fix: "patch what the chart renders, or keep manifests of your own",
  source: sources.chart,
  *check(cluster) {
    for (const values of chartValues(cluster)) {
      for (const path of missing) {
        const at = values.get(...path);
        if (at.node) yield { at, atKey: true, message: `the chart has no value \`${path.join(".")}\`` };
      }
    }
  },
};

/** The values of every installation of the chart `emqx`, of versions up to 5.8. */
function chartValues(cluster: Cluster): readonly Value[] {
  const releases = cluster.ofKind("HelmRelease").flatMap(({ root }) => {
    const chart = root.get("spec", "chart", "spec");
    return isOurs(chart.get("chart"), chart.get("version")) ? [root.get("spec", "values")] : [];
  });
  const applications = cluster.ofKind("Application", "argoproj.io").flatMap(({ root }) => {
    const spec = root.get("spec");
    return [spec.get("source"), ...spec.get("sources").items()].flatMap((source) =>
      isOurs(source.get("chart"), source.get("targetRevision")) ? [source.get("helm", "valuesObject")] : [],
    );
  });
  return [...releases, ...applications];
}

function isOurs(chart: Value, version: Value): boolean {
  const [, major, minor] = /^[~^v=]*(\d+)\.(\d+)/.exec(version.text ?? "") ?? [];
  return chart.text === "emqx" && major === "5" && Number(minor) <= 8;
}
