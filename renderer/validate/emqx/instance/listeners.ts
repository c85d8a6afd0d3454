// Where an instance listens. Source: schema and emqx.conf of EMQX 5.8.9.
import { portOf } from "../config/type.ts";
import type { EmqxInstance } from "./instance.ts";
import type { Setting } from "./settings.ts";

export interface Listener {
  /** `tcp:default`, or `http:dashboard`. */
  readonly name: string;
  readonly type: "tcp" | "ssl" | "ws" | "wss" | "quic" | "http" | "https";
  readonly transport: "TCP" | "UDP";
  /** Undefined when the rendered objects do not tell. */
  readonly port: number | undefined;
  readonly isEnabled: boolean;
  /** The settings that make it up by their last name or names: `bind`, `ssl_options.verify`. */
  readonly settings: ReadonlyMap<string, Setting>;
}

const defaultPorts = { tcp: 1883, ssl: 8883, ws: 8083, wss: 8084, quic: 14567 } as const;

const known = new WeakMap<EmqxInstance["settings"], readonly Listener[]>();

/** The MQTT listeners and those of the dashboard, turned off ones among them; without those of gateways. */
export function listenersOf(instance: EmqxInstance): readonly Listener[] {
  const { settings } = instance;
  let listeners = known.get(settings);
  if (!listeners) {
    listeners = [...mqttListeners(instance), ...dashboardListeners(instance)];
    known.set(settings, listeners);
  }
  return listeners;
}

function mqttListeners({ settings }: EmqxInstance): readonly Listener[] {
  const groups = new Map<string, Map<string, Setting>>();
  for (const type of ["tcp", "ssl", "ws", "wss"]) groups.set(`${type}:default`, new Map());
  for (const setting of settings.below("listeners")) {
    const [, type = "", name = "", ...rest] = setting.path.split(".");
    if (!Object.hasOwn(defaultPorts, type) || name === "") continue;
    const group = groups.get(`${type}:${name}`) ?? new Map<string, Setting>();
    groups.set(`${type}:${name}`, group.set(rest.join("."), setting));
  }
  return [...groups].map(([name, own]) => {
    const type = name.slice(0, name.indexOf(":")) as keyof typeof defaultPorts;
    const bind = own.get("bind");
    return {
      name,
      type,
      transport: type === "quic" ? "UDP" : "TCP",
      port: bind ? portOf(bind.text ?? "") : defaultPorts[type],
      isEnabled: (own.get("enable") ?? own.get("enabled"))?.text !== "false",
      settings: own,
    };
  });
}

function dashboardListeners({ settings, replacesConfig, workload }: EmqxInstance): readonly Listener[] {
  return (["http", "https"] as const).map((type) => {
    const prefix = `dashboard.listeners.${type}.`;
    const own = new Map<string, Setting>();
    for (const setting of settings.below("dashboard"))
      if (setting.path.startsWith(prefix)) own.set(setting.path.slice(prefix.length), setting);
    const bind = own.get("bind");
    // The emqx.conf of the image, and the operator, turn the plain one on.
    const fallback = type === "http" && (!replacesConfig || !workload) ? 18083 : 0;
    const port = bind ? portOf(bind.text ?? "") : fallback;
    return { name: `${type}:dashboard`, type, transport: "TCP", port, isEnabled: port !== 0, settings: own };
  });
}
