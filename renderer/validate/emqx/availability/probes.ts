// Probes of the nodes.
import type { Value } from "../../model/value.ts";
import type { Rule } from "../../rule.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { type Listener, listenersOf } from "../instance/listeners.ts";
import { portsOf, servicesOf } from "../instance/services.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";

const probeNames = ["startupProbe", "readinessProbe", "livenessProbe"] as const;

/** The number of a probe's port; undefined for a name that the container does not have. */
function portOfProbe({ container, workload }: EmqxInstance, port: Value): number | undefined {
  if (port.number !== undefined) return port.number;
  const text = port.text ?? "";
  if (/^\d+$/.test(text)) return Number(text);
  if (!workload && text === "dashboard") return 18083;
  return container.get("ports").itemWith("name", text)?.get("containerPort").number;
}

function dashboardOf(instance: EmqxInstance, type: "http" | "https"): Listener | undefined {
  return listenersOf(instance).find((listener) => listener.type === type);
}

export const wrongProbe: Rule = {
  code: "emqx/probe-misses-status",
  severity: "error",
  summary: "A probe does not ask /status on the dashboard's port",
  why: "Other paths want a password and answer 401, other ports do not speak HTTP: the pod never becomes ready, or is killed again and again",
  fix: "ask `/status` on the port of the dashboard, with scheme HTTPS only where its https listener is on",
  source: sources.status,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const [http, https] = [dashboardOf(instance, "http"), dashboardOf(instance, "https")];
      for (const name of probeNames) {
        const get = instance.container.get(name, "httpGet");
        if (!get.exists) continue;
        const path = get.get("path");
        // With credentials, or through a proxy of one's own, anything may answer.
        if (get.get("httpHeaders").exists) continue;
        if (!/^\/(api\/v5\/)?status\/?(\?|$)/.test(path.text ?? "/")) {
          yield {
            at: path,
            message: `the ${name} asks \`${path.text ?? "/"}\`, which does not answer 200 without a password`,
          };
          continue;
        }
        const isTls = get.get("scheme").text === "HTTPS";
        const wanted = isTls ? https : http;
        const port = portOfProbe(instance, get.get("port"));
        if (port === undefined || !wanted?.port || !instance.settings.isComplete || port === 8081) continue;
        if (port === wanted.port) continue;
        const message = `the ${name} asks port ${port}, and the dashboard listens on ${wanted.port}${isTls ? " with TLS" : ""}`;
        yield { at: get.get("port"), message };
      }
    }
  },
};

export const dashboardOff: Rule = {
  code: "emqx/dashboard-turned-off",
  severity: "error",
  summary: "The dashboard's listener is off and something asks it",
  why: "Its port serves /status, the API and the metrics as well: probes fail, and the operator cannot reach its pods",
  fix: "leave it on and close the port to others with a NetworkPolicy",
  source: sources.status,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const http = dashboardOf(instance, "http");
      const bind = http?.settings.get("bind");
      if (http?.port !== 0 || !bind) continue;
      const user =
        userOf(instance) ??
        servicesOf(cluster, instance).flatMap((service) => {
          const wish = portsOf(service, instance).find(
            ({ at, target }) => target === 18083 || at.get("targetPort").text === "dashboard",
          );
          return wish ? [{ at: wish.at, message: "the Service leads there" }] : [];
        })[0];
      if (instance.workload && !user) continue;
      const message = "the dashboard's listener is turned off";
      yield { ...placed(bind), message, related: user ? [user] : [] };
    }
  },
};

function userOf(instance: EmqxInstance): { readonly at: Value; readonly message: string } | undefined {
  for (const name of probeNames) {
    const get = instance.container.get(name, "httpGet");
    const isTls = get.get("scheme").text === "HTTPS";
    const port = portOfProbe(instance, get.get("port"));
    if (get.exists && !isTls && (port === 18083 || get.get("port").text === "dashboard"))
      return { at: get.get("port"), message: `the ${name} asks it` };
  }
  return undefined;
}

export const hastyLiveness: Rule = {
  code: "emqx/liveness-too-fast",
  severity: "warning",
  summary: "A node that starts is killed before it can be up",
  why: "After a full restart a node waits for the tables of the others; killing it begins the wait anew, for the whole cluster",
  fix: "add a startupProbe that gives it minutes, or more failures to the livenessProbe",
  source: "https://github.com/emqx/emqx/issues/4863",
  parameters: { seconds: { summary: "How long a node may take at least", default: 120 } },
  *check(cluster, context) {
    const least = context.number("seconds");
    for (const { container } of emqxInstances(cluster)) {
      const probe = container.get("livenessProbe");
      if (!probe.exists || container.get("startupProbe").exists) continue;
      const delay = probe.get("initialDelaySeconds").number ?? 0;
      const seconds =
        delay + (probe.get("periodSeconds").number ?? 10) * (probe.get("failureThreshold").number ?? 3);
      if (seconds >= least) continue;
      yield { at: probe, atKey: true, message: `a node has ${seconds} seconds to start, then it is killed` };
    }
  },
};

/** Whether a command calls EMQX's own, and with what. */
export function controlCommand(exec: Value): string | undefined {
  const text = exec
    .get("command")
    .items()
    .map((part) => part.text ?? "")
    .join(" ");
  return /\bemqx(?:_ctl\b|\s+ctl\b|\s+eval\b|\s+remote|\s+ping\b|\s+rpc)/.test(text) ? text : undefined;
}

export const shortExec: Rule = {
  code: "emqx/exec-probe-too-short",
  severity: "warning",
  summary: "A probe starts EMQX's command line and gives it little time",
  why: "Each call boots a virtual machine of its own, which takes seconds under load; it also fails when the cookie is changed on its way",
  fix: "ask /status by httpGet, or give the probe 10 seconds and more",
  source: sources.docker,
  parameters: { seconds: { summary: "The least timeout", default: 10 } },
  *check(cluster, context) {
    for (const { container } of emqxInstances(cluster)) {
      for (const name of probeNames) {
        const probe = container.get(name);
        const timeout = probe.get("timeoutSeconds");
        const seconds = timeout.number ?? 1;
        if (controlCommand(probe.get("exec")) === undefined || seconds >= context.number("seconds")) continue;
        const at = timeout.exists ? timeout : probe.get("exec");
        yield {
          at,
          atKey: !timeout.exists,
          message: `the ${name} gives EMQX's command line ${seconds} seconds`,
        };
      }
    }
  },
};
