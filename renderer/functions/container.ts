// The command that runs a function in a container. Source: kyaml fn/runtime/container/container.go
import { isAbsolute, join } from "node:path";
import type { FunctionOptions } from "../load/remote/external.ts";
import { containerEnvironment } from "./environment.ts";
import type { ContainerSpec, Mount } from "./spec.ts";

export interface ContainerContext {
  readonly options: FunctionOptions;
  /** Takes images that are on this machine, and pulls none. */
  readonly offline: boolean;
  /** `uid:gid` of the current user. */
  readonly user: string;
  /** What relative sources of mounts are relative to. */
  readonly directory: string;
}

/** The arguments of `docker`, or of what takes the same ones. */
export function containerArguments(
  spec: ContainerSpec,
  { options, offline, user, directory }: ContainerContext,
): readonly string[] {
  const mounts = [...spec.mounts, ...options.mounts.map(parseMount)];
  return [
    ...["run", "--rm", "-i", "-a", "STDIN", "-a", "STDOUT", "-a", "STDERR"],
    ...(offline ? ["--pull=never"] : []),
    ...["--network", spec.network ? "host" : "none"],
    ...["--user", options.asCurrentUser ? user : "nobody", "--security-opt=no-new-privileges"],
    ...mounts.flatMap((mount) => ["--mount", mountText(mount, directory)]),
    ...containerEnvironment(spec.environment, options.environment),
    spec.image,
  ];
}

function mountText({ type, source, target, writable }: Mount, directory: string): string {
  const full = isAbsolute(source) ? source : join(directory, source);
  return `type=${type},source=${full},target=${target}${writable ? "" : ",readonly"}`;
}

/** Reads a `--mount` option. */
function parseMount(text: string): Mount {
  const values = new Map(
    text
      .split(",")
      .filter((option) => option.includes("="))
      .map((option): [string, string] => [
        option.slice(0, option.indexOf("=")),
        option.slice(option.indexOf("=") + 1),
      ]),
  );
  return {
    type: values.get("type") ?? "",
    source: values.get("source") ?? values.get("src") ?? "",
    target: values.get("target") ?? values.get("dst") ?? "",
    writable: values.get("rw") === "true",
  };
}
