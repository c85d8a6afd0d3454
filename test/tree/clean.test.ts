/** The project's own overlays break no rule. */
import { expect, it } from "vitest";
import { plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";
import { brokerRules } from "../../renderer/validate/broker/rules.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import type { Rule } from "../../renderer/validate/rule.ts";
import { rules } from "../../renderer/validate/rules.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";
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

/** What is known and accepted. */
const accepted: readonly string[] = [
  // The images under ghcr.io/example exist once somebody builds them; docs/images.md says where digests come from.
  "broker/image-not-by-digest",
  // Those of dev are made by secrets.sh.
  "reference/missing-secret",
];

it.each([
  ["overlays/dev", "dev"],
  ["overlays/prod", "prod"],
  ["overlays/operator", "prod"],
])("%s breaks no rule", (directory, environment) => {
  expect(reportOn(directory, environment, rules, accepted)).toBe("");
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
