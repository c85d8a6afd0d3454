// The PROXY protocol, by which load balancers hand on the addresses of clients.
import type { Rule } from "../../rule.ts";
import { emqxInstances } from "../instance/instance.ts";
import { listenersOf } from "../instance/listeners.ts";
import { portsOf, servicesOf } from "../instance/services.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";

/** Annotations that turn the PROXY protocol of a cloud's load balancer on, and what they say then. */
const proxyAnnotations: readonly (readonly [key: string, on: RegExp])[] = [
  ["service.beta.kubernetes.io/aws-load-balancer-proxy-protocol", /./],
  ["service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", /proxy_protocol_v2\.enabled=true/],
  ["service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol", /^true$/],
  ["service.beta.kubernetes.io/linode-loadbalancer-default-proxy-protocol", /^v[12]$/],
  ["service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v2", /^(?!false$)./],
  ["load-balancer.hetzner.cloud/uses-proxyprotocol", /^true$/],
  ["loadbalancer.openstack.org/proxy-protocol", /^(?!false$)./],
];

export const proxyProtocol: Rule = {
  code: "emqx/proxy-protocol-mismatch",
  severity: "error",
  summary: "The PROXY protocol is on at one side only",
  why: "A listener that waits for the header closes connections without it after 3 seconds; one that does not wait takes it for a broken CONNECT",
  fix: "set PROXY_PROTOCOL of the listener as the load balancer has it, and probe another port",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings, container } = instance;
      const listeners = listenersOf(instance).filter(
        ({ isEnabled, type }) => isEnabled && type !== "http" && type !== "https",
      );
      for (const service of servicesOf(cluster, instance)) {
        const annotation = proxyAnnotations.find(([key, on]) =>
          on.test(service.annotations.get(key) ?? ""),
        )?.[0];
        if (annotation === undefined) continue;
        for (const { at, target } of portsOf(service, instance)) {
          const listener = listeners.find(({ port }) => port === target);
          const setting = listener?.settings.get("proxy_protocol");
          if (!listener || setting?.text === "true" || (setting && setting.text === undefined)) continue;
          if (!setting && !settings.isComplete) continue;
          const related = [{ at: at.get("port"), message: `leads to the listener \`${listener.name}\`` }];
          const message = `the load balancer sends the PROXY header and the listener \`${listener.name}\` does not expect it`;
          yield { at: service.root.get("metadata", "annotations", annotation), message, related };
        }
      }
      for (const name of ["startupProbe", "readinessProbe", "livenessProbe"]) {
        const at = container.get(name, "tcpSocket", "port");
        const named = container
          .get("ports")
          .itemWith("name", at.text ?? "")
          ?.get("containerPort").number;
        const listener = listeners.find(({ port }) => port !== undefined && port === (at.number ?? named));
        const setting = listener?.settings.get("proxy_protocol");
        if (setting?.text !== "true") continue;
        const related = [{ ...placed(setting), message: "the listener waits for the PROXY header" }];
        yield { at, message: `the ${name} sends no PROXY header`, related };
      }
    }
  },
};
