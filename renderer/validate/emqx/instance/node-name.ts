// What a node calls itself: the part before `@`, and the host behind it.
// Source: docker-entrypoint.sh and bin/emqx of EMQX 5.8.9.
import type { Value } from "../../model/value.ts";
import { expanded } from "./expand.ts";
import type { EmqxInstance } from "./instance.ts";

export interface NodeName {
  /** Undefined when a value is not known. */
  readonly prefix: string | undefined;
  readonly prefixAt: Value | undefined;
  /** Undefined when it is not known, or not set: then the entrypoint makes one up, see `hasHost`. */
  readonly host: string | undefined;
  readonly hostAt: Value | undefined;
  readonly hasHost: boolean;
  /** The whole name, where it is set as a whole. */
  readonly whole: string | undefined;
}

export function nodeNameOf(instance: EmqxInstance): NodeName {
  const { variables } = instance.environment;
  const variable = variables.get("EMQX_NODE_NAME") ?? variables.get("EMQX_NODE__NAME");
  if (variable) {
    const whole = expanded(instance, variable.name);
    const at = whole?.indexOf("@") ?? -1;
    return {
      prefix: at < 0 ? whole : whole?.slice(0, at),
      prefixAt: variable.at,
      host: at < 0 ? undefined : whole?.slice(at + 1),
      hostAt: variable.at,
      hasHost: true,
      whole,
    };
  }
  const name = variables.get("EMQX_NAME");
  const host = variables.get("EMQX_HOST");
  return {
    prefix: name ? expanded(instance, "EMQX_NAME") : "emqx",
    prefixAt: name?.at,
    host: host && expanded(instance, "EMQX_HOST"),
    hostAt: host?.at,
    hasHost: host !== undefined,
    whole: undefined,
  };
}
