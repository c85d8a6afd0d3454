/** The alerts, fed with series by Prometheus' own rule tester. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { one } from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

const hasPromtool = (() => {
  try {
    execFileSync("promtool", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

const node = (name: string, pod: number): string =>
  `${name}{job="emqx-dashboard",namespace="emqx",pod="emqx-${pod}"}`;

/** One alert, the series that must raise it and the series that must not. */
const cases: readonly (readonly [
  alert: string,
  raising: Readonly<Record<string, string>>,
  quiet: Readonly<Record<string, string>>,
])[] = [
  ["EmqxDown", { [node("up", 0)]: "0x60" }, { [node("up", 0)]: "0x60", [node("up", 1)]: "1x60" }],
  [
    "EmqxNodeStopped",
    { [node("emqx_cluster_nodes_stopped", 0)]: "1x60" },
    { [node("emqx_cluster_nodes_stopped", 0)]: "0x60" },
  ],
  [
    "EmqxSplit",
    {
      [node("emqx_cluster_nodes_running", 0)]: "2x60",
      [node("emqx_cluster_nodes_running", 1)]: "2x60",
      [node("emqx_cluster_nodes_running", 2)]: "1x60",
    },
    {
      // One of three is away and not scraped: that is not a split.
      [node("emqx_cluster_nodes_running", 0)]: "2x60",
      [node("emqx_cluster_nodes_running", 1)]: "2x60",
    },
  ],
  [
    "EmqxMemoryHigh",
    { [node("emqx_vm_used_memory", 0)]: "90x60", [node("emqx_vm_total_memory", 0)]: "100x60" },
    { [node("emqx_vm_used_memory", 0)]: "80x60", [node("emqx_vm_total_memory", 0)]: "100x60" },
  ],
  ["EmqxCpuHigh", { [node("emqx_vm_cpu_use", 0)]: "95x60" }, { [node("emqx_vm_cpu_use", 0)]: "60x60" }],
  [
    "EmqxDeliveryDropped",
    {
      [node("emqx_delivery_dropped_queue_full", 0)]: "0+10x60",
      [node("emqx_delivery_dropped_expired", 0)]: "0x60",
    },
    {
      [node("emqx_delivery_dropped_queue_full", 0)]: "500x60",
      [node("emqx_delivery_dropped_expired", 0)]: "0x60",
    },
  ],
  [
    "EmqxLoginsRefused",
    { [node("emqx_packets_connack_auth_error", 0)]: "0+600x60" },
    { [node("emqx_packets_connack_auth_error", 0)]: "0+6x60" },
  ],
  [
    "EmqxVolumeAlmostFull",
    {
      'kubelet_volume_stats_available_bytes{persistentvolumeclaim="data-emqx-0"}': "1x60",
      'kubelet_volume_stats_capacity_bytes{persistentvolumeclaim="data-emqx-0"}': "10x60",
    },
    {
      'kubelet_volume_stats_available_bytes{persistentvolumeclaim="data-db-0"}': "1x60",
      'kubelet_volume_stats_capacity_bytes{persistentvolumeclaim="data-db-0"}': "10x60",
    },
  ],
];

async function ruleGroups(): Promise<readonly { readonly rules: readonly { readonly alert: string }[] }[]> {
  const objects = await rendered("test/tree/emqx-combinations/metrics");
  const { groups } = one<KubernetesObject>(objects, "PrometheusRule", "emqx")["spec"] as {
    readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
  };
  return groups;
}

describe("alerts", () => {
  it("are all tested here", async () => {
    const alerts = (await ruleGroups()).flatMap((group) => group.rules.map((rule) => rule.alert));
    expect(cases.map(([alert]) => alert)).toEqual(alerts);
  });

  it.skipIf(!hasPromtool).each(cases)(
    "%s fires when it should and only then (needs promtool)",
    async (alert, raising, quiet) => {
      const directory = mkdtempSync(join(tmpdir(), "emqx-alerts-"));
      try {
        writeFileSync(join(directory, "rules.yaml"), stringify({ groups: await ruleGroups() }));
        const fires = (series: Readonly<Record<string, string>>, count: string): object => ({
          interval: "1m",
          input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
          promql_expr_test: [
            {
              expr: `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`,
              eval_time: "40m",
              exp_samples: [{ labels: "{}", value: Number(count) }],
            },
          ],
        });
        writeFileSync(
          join(directory, "test.yaml"),
          stringify({
            rule_files: ["rules.yaml"],
            evaluation_interval: "1m",
            tests: [fires(raising, "1"), fires(quiet, "0")],
          }),
        );
        expect(
          execFileSync("promtool", ["test", "rules", join(directory, "test.yaml")], {
            encoding: "utf8",
            stdio: "pipe",
          }),
        ).toContain("SUCCESS");
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );
});
