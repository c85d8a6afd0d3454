// What Services promise and what listens.

import type { Value } from "../../model/value.ts";
import type { Finding, Rule } from "../../rule.ts";
import { portOf } from "../config/type.ts";
import { expanded } from "../instance/expand.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { type Listener, listenersOf } from "../instance/listeners.ts";
import { portsOf, servicesOf } from "../instance/services.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";
import { clusterPorts } from "./closed.ts";

/** The ports that something of an instance listens on; undefined when that is not known. */
function openPorts(instance: EmqxInstance): ReadonlySet<number> | undefined {
  const { settings } = instance;
  const listeners = listenersOf(instance).filter(({ isEnabled }) => isEnabled);
  if (!settings.isComplete || listeners.some(({ port }) => port === undefined)) return undefined;
  const ports = new Set([...listeners.map(({ port }) => port ?? 0), ...clusterPorts(instance)]);
  for (const { path, text } of settings.below("gateway")) {
    if (!path.endsWith(".bind")) continue;
    const port = portOf(text ?? "");
    if (port === undefined) return undefined;
    ports.add(port);
  }
  return ports;
}

export const deadPort: Rule = {
  code: "emqx/service-port-without-listener",
  severity: "error",
  summary: "A Service leads to a port where nothing listens",
  why: "Clients are refused there: the listener is turned off or bound to another port",
  fix: "remove the port from the Service, or turn its listener on",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const open = openPorts(instance);
      if (!open || (instance.workload?.containers.length ?? 1) > 1) continue;
      const misnumbered = new Map<unknown, Finding>();
      for (const service of servicesOf(cluster, instance)) {
        for (const { at, target } of portsOf(service, instance)) {
          // 8081 and the ports of other gateways have rules of their own or are not known.
          if (target === undefined || open.has(target) || target === 8081) continue;
          const listener = listenersOf(instance).find(({ port }) => port === target);
          const wish = at.get("targetPort");
          const setting = listener?.settings.get("enable") ?? listener?.settings.get("bind");
          const related = setting ? [{ at: setting.at, message: `the listener \`${listener?.name}\`` }] : [];
          const message = listener
            ? `the listener \`${listener.name}\` of port ${target} is turned off`
            : `nothing listens on port ${target} of the pods`;
          // A name leads to a port of the container, so that one has the wrong number.
          const named = wish.number === undefined && !listener ? portNamed(instance, wish.text) : undefined;
          if (named) misnumbered.set(named.node, { at: named, message });
          else yield { at: wish.exists ? wish : at.get("port"), message, related };
        }
      }
      const help = "give the port the number of a listener, or set the listener's bind";
      for (const finding of misnumbered.values()) yield { ...finding, help };
    }
  },
};

/** The number that the container gives to a name. */
function portNamed({ container }: EmqxInstance, name: string | undefined): Value | undefined {
  const port = container
    .get("ports")
    .items()
    .find((each) => name !== undefined && each.get("name").text === name);
  return port?.get("containerPort");
}

export const oldManagementPort: Rule = {
  code: "emqx/old-management-port",
  severity: "error",
  summary: "Port 8081 is used, where EMQX 4 had its API",
  why: "EMQX 5 serves the API, /status and the metrics on the dashboard's port; nothing listens on 8081",
  fix: "use port 18083",
  source: sources.dockerfile,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (openPorts(instance)?.has(8081) || (instance.workload?.containers.length ?? 1) > 1) continue;
      const { container } = instance;
      for (const port of container.get("ports").items()) {
        const at = port.get("containerPort");
        if (at.number === 8081) yield { at, message: "EMQX 5 has nothing on port 8081" };
      }
      for (const name of ["startupProbe", "readinessProbe", "livenessProbe"]) {
        for (const kind of ["httpGet", "tcpSocket"]) {
          const at = container.get(name, kind, "port");
          if (at.number === 8081)
            yield { at, message: `the ${name} asks port 8081, where EMQX 5 has nothing` };
        }
      }
      for (const service of servicesOf(cluster, instance))
        for (const { at, target } of portsOf(service, instance)) {
          const wish = at.get("targetPort");
          if (target === 8081)
            yield { at: wish.exists ? wish : at.get("port"), message: "EMQX 5 has nothing on port 8081" };
        }
    }
  },
};

export const quicOverTcp: Rule = {
  code: "emqx/quic-service-not-udp",
  severity: "error",
  summary: "A Service offers a QUIC listener over TCP",
  why: "MQTT over QUIC is UDP; nothing answers",
  fix: "set `protocol: UDP` on that port of the Service",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const udp = new Map<number | undefined, Listener>();
      const tcp = new Set<number | undefined>();
      for (const listener of listenersOf(instance)) {
        if (!listener.isEnabled) continue;
        if (listener.transport === "UDP") udp.set(listener.port, listener);
        else tcp.add(listener.port);
      }
      for (const service of servicesOf(cluster, instance)) {
        for (const { at, target, protocol } of portsOf(service, instance)) {
          const listener = udp.get(target);
          if (!listener || target === undefined || protocol === "UDP" || tcp.has(target)) continue;
          yield {
            at: at.get("protocol"),
            message: `the listener \`${listener.name}\` of port ${target} is UDP`,
          };
        }
      }
    }
  },
};

export const statelessRpc: Rule = {
  code: "emqx/stateless-rpc-port",
  severity: "warning",
  summary: "The port of the calls between nodes is not 5369",
  why: "With port_discovery stateless it is 5370 and the number at the end of the node's name, so what is open for 5369 does not help",
  fix: "set EMQX_RPC__PORT_DISCOVERY to manual, which the image does by itself",
  source: sources.entrypoint,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const setting = instance.settings.get("rpc.port_discovery");
      if (setting?.text !== "stateless") continue;
      const name = expanded(instance, "EMQX_NAME") ?? "emqx";
      const message = `nodes named \`${name}\` call each other on port ${clusterPorts(instance)[1]}, not 5369`;
      yield { ...placed(setting), message };
    }
  },
};
