// Runs helm for one chart.
import { join } from "node:path";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Place } from "../../diagnostics/location.ts";
import type { External } from "../../load/remote/external.ts";
import { withoutCredentials } from "../../load/remote/repo-url.ts";

export interface Helm {
  readonly external: External;
  readonly collector: Collector;
  /** The chart's entry. */
  readonly at: Place;
  /** The kustomization's directory. */
  readonly directory: string;
  /** Where helm keeps its configuration, cache and data. */
  readonly configHome: string;
}

/** What helm prints; halts when it fails. */
export function runHelm(
  args: readonly string[],
  { external, collector, at, directory, configHome }: Helm,
): string {
  const { command } = external.helm;
  const { outcome, stdout, stderr, reason } = external.run({
    program: command,
    args,
    directory,
    environment: {
      ...external.environment,
      HELM_CONFIG_HOME: configHome,
      HELM_CACHE_HOME: join(configHome, ".cache"),
      HELM_DATA_HOME: join(configHome, ".data"),
    },
  });
  if (outcome === "done") return new TextDecoder().decode(stdout);
  if (outcome === "missing") {
    return collector.halt("helm/failed", `there is no helm command \`${command}\``, {
      at,
      help: "install helm, or name it with --helm-command",
    });
  }
  const said = withoutCredentials(stderr.trim().split("\n").slice(-messageLines).join("\n"));
  return collector.halt("helm/failed", `helm ${args[0]} failed: ${said || reason}`, {
    at,
    help: `the command was: ${withoutCredentials([command, ...args].join(" "))}`,
  });
}

/** What helm says at last is what went wrong; before it come warnings and traces. */
const messageLines = 10;

/** Halts unless helm is of a version whose arguments are these. */
export function checkHelmVersion(helm: Helm): void {
  const printed = runHelm(["version", "--short"], helm).trim();
  const version = /v?(\d+)(?:\.\d+)+/.exec(printed);
  if (version && ["3", "4"].includes(version[1] ?? "")) return;
  helm.collector.halt("helm/failed", `helm 3 or 4 is needed, this one says \`${printed}\``, {
    at: helm.at,
    help: "name another one with --helm-command",
  });
}
