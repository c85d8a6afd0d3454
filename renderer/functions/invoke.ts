// What runs for a plugin configuration: a function in a container, an executable, or a plugin of the old kind.
import type { Layer } from "../load/layer.ts";
import type { External } from "../load/remote/external.ts";
import type { Command } from "../load/remote/run-command.ts";
import type { Resource } from "../resource/resource.ts";
import { type Mapping, placeOf, textAt } from "../yaml/node.ts";
import { withAnnotations } from "./annotations.ts";
import { containerArguments } from "./container.ts";
import { execEnvironment } from "./environment.ts";
import { preparePlugin } from "./exec-plugin.ts";
import { printResourceList, readResourceList } from "./resource-list.ts";
import { type Invoke, runPlugin } from "./run-plugin.ts";
import { type FunctionSpec, functionSpecOf } from "./spec.ts";

/**
 * What runs for a configuration; undefined for an executable that is passed over, because only containers are allowed.
 * Halts when nothing may be run at all.
 *
 * Source: kustomize api/internal/plugins/loader
 */
export function prepareInvocation(plugin: Resource, layer: Layer): Invoke | undefined {
  const config = plugin.node;
  const { external, collector } = layer.context;
  if (!external?.functions.enabled) {
    return collector.halt(
      "function/not-enabled",
      `${plugin.id.kind} is not built in, and other plugins are not allowed`,
      {
        at: placeOf(config),
        help: external
          ? "allow it with --enable-alpha-plugins, and --enable-exec if it is an executable; only for trees you trust"
          : "this build may not start commands",
      },
    );
  }
  const spec = functionSpecOf(config, collector);
  return spec ? prepareFunction(spec, config, external, layer) : preparePlugin(plugin, external, layer);
}

function prepareFunction(
  spec: FunctionSpec,
  config: Mapping,
  external: External,
  layer: Layer,
): Invoke | undefined {
  const { collector } = layer.context;
  checkMounts(spec, config, layer);
  if (spec.container.network && !external.functions.network) {
    collector.halt("function/not-enabled", "the function needs the network, which it may not have", {
      at: placeOf(config),
      help: "allow it with --network",
    });
  }
  if (spec.container.network && external.remote.offline) {
    collector.halt("function/not-enabled", "the function needs the network, and this build is offline", {
      at: placeOf(config),
      help: "build without --offline and GITOPS_OFFLINE",
    });
  }
  const command = commandOf(spec, config, external, layer);
  if (!command) return undefined;
  const functionConfig = withAnnotations(config, { "config.kubernetes.io/local-config": "true" });
  return (objects) => {
    // A function is never given nothing: without objects its own configuration takes their place, and as it stays in the
    // build for nobody's use, it is marked.
    const items = objects.length === 0 ? [functionConfig] : objects;
    const input = printResourceList(items, functionConfig, collector);
    const text = runPlugin({ ...command, input }, placeOf(config), external, collector);
    return readResourceList({ path: `function ${nameOf(config)}`, text }, collector);
  };
}

// A function that names no image and may not run its executable does nothing, in kustomize without a word.
function commandOf(
  { container, exec }: FunctionSpec,
  config: Mapping,
  external: External,
  layer: Layer,
): Command | undefined {
  const { root } = layer.loader;
  const { functions: options, environment, user, remote } = external;
  const { collector } = layer.context;
  const at = placeOf(config);
  if (container.image !== "") {
    const args = containerArguments(container, {
      options,
      offline: remote.offline,
      user: user(),
      directory: root,
    });
    return { program: "docker", args, directory: root, environment };
  }
  if (exec.path === "" || !options.exec) {
    collector.report(
      "function/skipped",
      `${nameOf(config)} is passed over: ${exec.path || "it names nothing to run"}`,
      {
        at,
        help: exec.path
          ? "allow executables with --enable-exec; only for trees you trust"
          : "name `container.image` or `exec.path`",
      },
    );
    return undefined;
  }
  if (root === "/") collector.halt("function/failed", "a function cannot run in the root directory", { at });
  return {
    program: exec.path,
    args: exec.args,
    directory: root,
    environment: { ...environment, ...execEnvironment(exec.environment, options.environment) },
  };
}

function checkMounts({ container }: FunctionSpec, config: Mapping, { context }: Layer): void {
  for (const { source } of container.mounts) {
    if (!source.startsWith("/") && !normalized(source).startsWith("..")) continue;
    context.collector.halt(
      "function/failed",
      `the function mounts \`${source}\`, which is not below the kustomization`,
      {
        at: placeOf(config),
        help: "mount a relative path below it; more can only be given with --mount",
      },
    );
  }
}

function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function nameOf(config: Mapping): string {
  return `${textAt(config, "kind") ?? ""}/${textAt(config, "metadata", "name") ?? ""}`;
}
