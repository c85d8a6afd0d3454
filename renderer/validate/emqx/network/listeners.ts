// Listeners that get in each other's way.
import type { Rule } from "../../rule.ts";
import { emqxInstances } from "../instance/instance.ts";
import { type Listener, listenersOf } from "../instance/listeners.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";

export const unboundListener: Rule = {
  code: "emqx/listener-without-bind",
  severity: "error",
  summary: "A listener of one's own has no port",
  why: "It takes the port of the default listener, and EMQX does not start because the address is in use",
  fix: "set its BIND as well, or write DEFAULT where the default listener is meant",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (!instance.settings.isComplete) continue;
      for (const { name, settings } of listenersOf(instance)) {
        const [first] = settings.values();
        if (!first || /:(default|dashboard)$/.test(name) || settings.has("bind")) continue;
        yield { ...placed(first), message: `the listener \`${name}\` has no bind` };
      }
    }
  },
};

export const sharedPort: Rule = {
  code: "emqx/listeners-share-port",
  severity: "error",
  summary: "Two listeners have the same port",
  why: "The second one cannot bind, and EMQX does not start",
  fix: "give one of them another port, or turn it off",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const first = new Map<string, Listener>();
      for (const listener of listenersOf(instance)) {
        if (!listener.isEnabled || !listener.port) continue;
        const key = `${listener.transport} ${listener.port}`;
        const other = first.get(key);
        if (!other) first.set(key, listener);
        else {
          const bind = listener.settings.get("bind") ?? other.settings.get("bind");
          // Different addresses of the pod may share a port.
          if (!bind || hasAddress(listener) || hasAddress(other)) continue;
          yield {
            ...placed(bind),
            message: `\`${other.name}\` and \`${listener.name}\` both listen on ${key}`,
          };
        }
      }
    }
  },
};

function hasAddress({ settings }: Listener): boolean {
  const text = settings.get("bind")?.text ?? "";
  return text.includes(":") && !/^(:|0\.0\.0\.0:|\[?::\]?:)/.test(text);
}
