/** The project's own overlays break no rule. */
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";
import { brokerRules } from "../../renderer/validate/broker/rules.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import type { Rule } from "../../renderer/validate/rule.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";
import { gitops } from "../cli/command.ts";
import { renderedResources } from "./rendered.ts";

function reportOn(
  directory: string,
  environment: string,
  all: readonly Rule[],
  but: readonly string[],
): string {
  const cluster = new Cluster(renderedResources(directory), {
    directory,
    environment,
    kubernetesVersion: "1.36",
  });
  const running = all.filter(({ code }) => !but.includes(code));
  return textReport(runRules(cluster, running, defaultSettings(environment)).diagnostics, plainStyle);
}

it("the overlays break no rule but what their policies excuse", async () => {
  const { exit, out } = await gitops(resolve(import.meta.dirname, "../.."), "validate");
  expect(out).not.toMatch(/error|warning|remark/);
  expect(exit).toBe(0);
});

// They hold no Secrets, so only the broker's own rules are asked; as strictly as in production.
it.each([
  "compose-defaults",
  "compose-frred",
  "decoder",
  "devices-direct",
  "everything",
  "greenbrain",
  "ict-on-emqx",
])("the combination %s breaks none of the broker's rules", (name) => {
  // Budgets are the overlay's.
  const but = ["broker/image-not-by-digest", "broker/no-disruption-budget"];
  expect(reportOn(`test/tree/broker-combinations/${name}`, "prod", brokerRules, but)).toBe("");
});
