// A liveness probe that asks what the readiness probe asks.
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const sameProbes: Rule = {
  code: "practice/liveness-equals-readiness",
  severity: "info",
  summary: "A container is restarted as soon as it is not ready",
  why: "Under load it would recover without requests for a while; restarted instead it loses what it does, and the others get its load",
  fix: "give the livenessProbe a higher failureThreshold, or ask it for less",
  source: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
  *check(cluster) {
    for (const { containers } of cluster.workloads) {
      for (const { value, name } of containers) {
        const [live, ready] = [value.get("livenessProbe"), value.get("readinessProbe")];
        const asked = handlerText(live);
        if (asked === undefined || asked !== handlerText(ready) || patience(live) > patience(ready)) continue;
        yield {
          at: live,
          atKey: true,
          message: `the container \`${name}\` is restarted as soon as it is not ready`,
          related: [{ at: ready, message: "the same is asked here" }],
        };
      }
    }
  },
};

/** Seconds until the probe counts as failed. */
function patience(probe: Value): number {
  return (probe.get("periodSeconds").number ?? 10) * (probe.get("failureThreshold").number ?? 3);
}

/** What a probe asks; undefined when there is none. */
function handlerText(probe: Value): string | undefined {
  for (const name of ["httpGet", "tcpSocket", "grpc", "exec"]) {
    const handler = probe.get(name);
    if (handler.exists) return `${name} ${textOf(handler)}`;
  }
  return undefined;
}

function textOf(value: Value): string {
  const fields = value.entries().map(([name, each]) => `${name}=${textOf(each)}`);
  return value.text ?? JSON.stringify([...fields.toSorted(), ...value.items().map(textOf)]);
}
