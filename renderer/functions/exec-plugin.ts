// Plugins of the old kind: executables in a plugin directory, found by the group, version and kind of the configuration.
// Source: kustomize api/internal/plugins/execplugin, api/konfig/plugins.go
import { join } from "node:path";
import type { Layer } from "../load/layer.ts";
import { loadText } from "../load/loader.ts";
import type { Environment, External } from "../load/remote/external.ts";
import { isExecutable } from "../load/remote/run-command.ts";
import { withWorkspace } from "../load/remote/workspace.ts";
import type { Resource } from "../resource/resource.ts";
import { placeOf, textAt } from "../yaml/node.ts";
import { print, readResourceList } from "./resource-list.ts";
import { type Invoke, runPlugin } from "./run-plugin.ts";
import { shellWords } from "./shell-words.ts";

/** What runs for a configuration that is no KRM function. */
export function preparePlugin(plugin: Resource, external: External, layer: Layer): Invoke {
  const { collector, files } = layer.context;
  const config = plugin.node;
  const at = placeOf(config);
  const homes = pluginHomes(external.environment);
  const home = homes.find((path) => files.realPath(path).kind === "directory");
  if (home === undefined) {
    return collector.halt(
      "function/failed",
      `there is no function and no plugin directory for ${plugin.id.kind}`,
      {
        at,
        help: `annotate it with config.kubernetes.io/function, or make one of ${homes.join(", ")}`,
      },
    );
  }
  const { group, version, kind } = plugin.id;
  const program = join(home, group, version, kind.toLowerCase(), kind);
  if (!isExecutable(program)) {
    const goPlugin = isExecutable(`${program}.so`) !== undefined;
    const message = goPlugin ? `${program}.so is a Go plugin` : `${program} is not an executable`;
    return collector.halt("function/failed", message, {
      at,
      help: goPlugin
        ? "only kustomize itself can load it; make it a KRM function"
        : "put the plugin there and make it executable",
    });
  }
  const args = argumentsOf(plugin, layer);
  return (objects) =>
    withWorkspace((workspace) => {
      const text = print(config, collector);
      const { root } = layer.loader;
      const output = runPlugin(
        {
          program,
          args: [workspace.write("config.yaml", text), ...args],
          directory: root,
          environment: { ...external.environment, ...variables({ CONFIG_STRING: text, CONFIG_ROOT: root }) },
          input: objects.map((object) => print(object, collector)).join("---\n"),
        },
        at,
        external,
        collector,
      );
      return readResourceList({ path: `plugin ${kind}`, text: output }, collector);
    });
}

// The first that exists counts.
function pluginHomes(environment: Environment): readonly string[] {
  const { KUSTOMIZE_PLUGIN_HOME: own, XDG_CONFIG_HOME: config, HOME: home = "~" } = environment;
  return [
    ...(own ? [own] : []),
    ...(config ? [join(config, "kustomize", "plugin")] : []),
    join(home, ".config", "kustomize", "plugin"),
    join(home, "kustomize", "plugin"),
  ];
}

/** What Linux takes as one entry of the environment, in bytes. */
const longestEntry = 131_071;

function variables(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]): [string, string] => [`KUSTOMIZE_PLUGIN_${name}`, value])
      .filter(([name, value]) => new TextEncoder().encode(`${name}=${value}`).length <= longestEntry),
  );
}

function argumentsOf(plugin: Resource, { loader, context }: Layer): readonly string[] {
  const config = plugin.node;
  const line = textAt(config, "argsOneLiner") ?? "";
  const words = shellWords(line);
  if (!words) {
    return context.collector.halt("function/failed", "argsOneLiner: a quote is left open", {
      at: placeOf(config),
    });
  }
  const path = textAt(config, "argsFromFile") ?? "";
  if (path === "") return words;
  const lines = loadText(loader, path, placeOf(config), context).text.split("\n");
  return [...words, ...lines.map((text) => text.replace(/^ +/, "")).filter((text) => text !== "")];
}
