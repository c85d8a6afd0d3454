// How the nodes of an instance find each other.
import type { Cluster } from "../../model/cluster.ts";
import type { KubeObject } from "../../model/object.ts";
import { expanded } from "./expand.ts";
import type { EmqxInstance } from "./instance.ts";
import type { Setting } from "./settings.ts";

/** The strategy, `manual` where nothing is said; undefined when the rendered objects do not tell. */
export function strategyOf({ settings, workload }: EmqxInstance): string | undefined {
  if (!workload) return "dns";
  const setting = settings.get("cluster.discovery_strategy");
  if (setting) return setting.text;
  return settings.isComplete ? "manual" : undefined;
}

/** A setting of discovery with `$(NAME)` expanded; undefined when it is not set or not known. */
export function discoveryText(instance: EmqxInstance, setting: Setting | undefined): string | undefined {
  if (setting?.from !== "environment") return setting?.text;
  const name = setting.at.parent?.get("name").text;
  return setting.text ?? (name === undefined ? undefined : expanded(instance, name));
}

/** The Service that a StatefulSet names. */
export function discoveryServiceOf(
  cluster: Cluster,
  { root, namespace }: KubeObject,
): KubeObject | undefined {
  return cluster.find("Service", namespace, root.get("spec", "serviceName").text ?? "");
}
