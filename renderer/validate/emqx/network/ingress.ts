// Ingresses that lead to WebSocket listeners.
import { inNamespace } from "../../model/namespaced.ts";
import type { KubeObject } from "../../model/object.ts";
import type { Rule } from "../../rule.ts";
import { emqxInstances } from "../instance/instance.ts";
import { listenersOf } from "../instance/listeners.ts";
import { portsOf, servicesOf } from "../instance/services.ts";
import { sources } from "../sources.ts";

export const missedWebSocket: Rule = {
  code: "emqx/ingress-misses-websocket-path",
  severity: "warning",
  summary: "An Ingress leads to the WebSocket listener without its path",
  why: "The listener answers on its path only, `/mqtt` unless it is set; all else gets 404",
  fix: "route the path of the listener, with pathType Prefix or Exact",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const paths = new Map<number | undefined, string>();
      for (const { type, port, isEnabled, settings } of listenersOf(instance)) {
        if (!isEnabled || (type !== "ws" && type !== "wss")) continue;
        const path = settings.get("websocket.mqtt_path");
        if (!path || path.text !== undefined) paths.set(port, path?.text ?? "/mqtt");
      }
      const services = new Map(servicesOf(cluster, instance).map((service) => [service.name, service]));
      if (services.size === 0) continue;
      for (const ingress of inNamespace(cluster, instance.object.namespace, "Ingress", "networking.k8s.io")) {
        for (const rule of ingress.root.get("spec", "rules").items()) {
          for (const each of rule.get("http", "paths").items()) {
            const backend = each.get("backend", "service");
            const service = services.get(backend.get("name").text ?? "");
            const wish = backend.get("port");
            const port =
              service &&
              portsOf(service, instance).find(({ name, port: number }) => {
                return wish.get("name").exists
                  ? name === wish.get("name").text
                  : number === wish.get("number").number;
              });
            const path = paths.get(port?.target);
            const at = each.get("path");
            if (path === undefined || port?.target === undefined || covers(each, path)) continue;
            yield {
              at,
              message: `the WebSocket listener answers on \`${path}\`, not on \`${at.text ?? "/"}\``,
            };
          }
        }
      }
    }
  },
};

/** Whether requests for a path reach the backend. */
function covers(rule: KubeObject["root"], path: string): boolean {
  const own = rule.get("path").text ?? "/";
  const type = rule.get("pathType").text;
  if (type === "Exact") return own === path;
  // Controllers read their own patterns: `/mqtt(/|$)(.*)`.
  if (type === "ImplementationSpecific") return true;
  const prefix = own.replace(/\/+$/, "");
  return path === prefix || path.startsWith(`${prefix}/`);
}
