/** What the types of Kubernetes 1.36 have to say about objects. */
import { plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";
import type { Resource } from "../../renderer/resource/resource.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { schemaRules } from "../../renderer/validate/schema/rules.ts";
import { defaultSettings } from "../../renderer/validate/settings.ts";

/** A report on unknown kinds, unknown fields and wrong values; empty when there is none. */
export function mistakesIn(directory: string, resources: readonly Resource[]): string {
  const settings = defaultSettings("prod");
  const cluster = new Cluster(resources, { directory, environment: "prod", kubernetesVersion: "1.36" });
  return textReport(runRules(cluster, schemaRules, settings).diagnostics, plainStyle);
}
