// EMQX in front of the broker: the rule that passes uplinks on to RabbitMQ, and the listener for clients without login.
import { type EmqxInstance, emqxInstances } from "../emqx/instance/instance.ts";
import { listenersOf } from "../emqx/instance/listeners.ts";
import { portsOf, servicesOf } from "../emqx/instance/services.ts";
import type { Setting } from "../emqx/instance/settings.ts";
import { placed } from "../emqx/placed.ts";
import { passes } from "../model/network-policy.ts";
import type { Rule } from "../rule.ts";

/** The settings below a root that end in a name, with what stands between. */
function settingsBelow(
  { settings }: EmqxInstance,
  root: string,
  end: string,
): readonly (readonly [Setting, string])[] {
  return settings
    .below(root)
    .filter(({ path }) => path.startsWith(`${root}.`) && path.endsWith(`.${end}`))
    .map((setting) => [setting, setting.path.slice(root.length + 1, -end.length - 1)] as const);
}

export const bridgeLoop: Rule = {
  code: "broker/bridge-returns-downlinks",
  severity: "error",
  summary: "The bridge to RabbitMQ also takes the topics by which scripts go down to Wombat nodes",
  why: "A script for a node comes back as if a node had sent it, and the front end chokes on it",
  fix: 'select from "YDOC/#", "wombat" and "dragino_up" only',
  source: "https://github.com/DPIclimate/broker/tree/master/src/python/ydoc",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      for (const [setting] of settingsBelow(instance, "rule_engine", "sql")) {
        const from = /\bfrom\b(.*?)(\bwhere\b|$)/is.exec(setting.text ?? "")?.[1] ?? "";
        const topics = [...from.matchAll(/"([^"]+)"/g)].map(([, topic = ""]) => topic);
        const isBridge = topics.some((topic) => /^(YDOC\/.*|wombat|dragino_up)$/.test(topic));
        const back = topics.find((topic) => /^(#|\+\/#|\+\/\+|wombat\/[#+].*)$/.test(topic));
        if (!isBridge || back === undefined) continue;
        yield { ...placed(setting), message: `the rule takes \`${back}\`, the way down to Wombat nodes` };
      }
    }
  },
};

export const bridgeForgets: Rule = {
  code: "broker/bridge-drops-messages",
  severity: "error",
  summary: "The bridge to RabbitMQ lets messages expire while RabbitMQ is away",
  why: "Without request_ttl a message is dropped after 45 seconds; restarting RabbitMQ takes longer",
  fix: "set resource_opts.request_ttl to infinity and max_buffer_bytes to what the node can hold",
  source: "emqx_resource schema of EMQX 5.8",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings } = instance;
      for (const [setting, action] of settingsBelow(instance, "actions", "connector")) {
        const server = settings.get(`connectors.${action.split(".")[0]}.${setting.text}.server`);
        if (!/^mq[.:]/.test(server?.text ?? "")) continue;
        const ttl = settings.get(`actions.${action}.resource_opts.request_ttl`);
        if (ttl ? ttl.text === undefined || ttl.text === "infinity" : !settings.isComplete) continue;
        yield {
          ...placed(ttl ?? setting),
          message: `messages are dropped when RabbitMQ is away for more than ${ttl?.text ?? "45s"}`,
        };
      }
    }
  },
};

/** An address on the internet; example.com had it. */
const anybody = { kind: "address", address: "93.184.216.34" } as const;

export const openListener: Rule = {
  code: "broker/listener-without-login-open",
  severity: "error",
  summary:
    "A listener of EMQX that asks for no login can be reached by more than the receiver of ICT devices",
  why: "Everybody who reaches it is let in as anybody, and may publish what devices publish",
  fix: "offer its port by a ClusterIP Service only, and close it by a NetworkPolicy that lets in ict-mqtt",
  source: "https://docs.emqx.com/en/emqx/v5.8/configuration/listener.html",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      for (const { isEnabled, port: number, settings } of listenersOf(instance)) {
        const authn = settings.get("enable_authn");
        if (!isEnabled || authn?.text !== "false" || number === undefined) continue;
        const related = [{ at: authn.at, message: "it asks for no login" }];
        for (const service of servicesOf(cluster, instance)) {
          if (!["LoadBalancer", "NodePort"].includes(service.root.get("spec", "type").text ?? "")) continue;
          const outer = portsOf(service, instance).find(({ target }) => target === number);
          const message = `the listener on ${number} asks for no login and is open to the outside`;
          if (outer) yield { at: outer.at.get("port"), message, related };
        }
        const { workload } = instance;
        const port = { number, protocol: "TCP" } as const;
        if (!workload || passes(cluster, workload, "Ingress", anybody, port) !== "passes") continue;
        const message = `no NetworkPolicy closes the listener on ${number}, which asks for no login`;
        yield { ...placed(settings.get("bind") ?? authn), message };
      }
    }
  },
};
