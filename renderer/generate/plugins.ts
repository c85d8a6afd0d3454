// Generators that are configured by objects of their own (`generators:`).
import { attempt } from "../diagnostics/collector.ts";
import { generateWithPlugin } from "../functions/plugin.ts";
import {
  checkPrintable,
  listOf,
  mappingOf,
  pluginFile,
  setting,
  settings,
  withTexts,
} from "../kustomization/plugin-file.ts";
import { text } from "../kustomization/shape.ts";
import type { Layer, LayerTrail } from "../load/layer.ts";
import { type Resource, toResource } from "../resource/resource.ts";
import { noTrail, pluginRecord } from "../resource/trail.ts";
import { field, type Mapping, type Node, placeOf, type Step, textAt } from "../yaml/node.ts";
import { absorb } from "./absorb.ts";
import { fieldsNode, textNode } from "./config-map.ts";
import { runGenerators } from "./generators.ts";
import { runHelmCharts } from "./helm/charts.ts";

/** Source: kustomize api/internal/plugins/loader */
export function runPluginGenerators(
  resources: readonly Resource[],
  plugins: readonly Resource[],
  layer: Layer,
): readonly Resource[] {
  let result = resources;
  for (const plugin of plugins) result = attempt(() => runOne(result, plugin, layer)) ?? result;
  return result;
}

function runOne(resources: readonly Resource[], plugin: Resource, layer: Layer): readonly Resource[] {
  const { kind, group, version } = plugin.id;
  const { collector } = layer.context;
  const config = plugin.node;
  const trail: LayerTrail | undefined = layer.trail && {
    directory: layer.trail.directory,
    recordOf: () => pluginRecord(plugin.trail?.origin, plugin.id),
  };
  if (group === "" && version === "builtin") {
    checkPrintable(config, collector);
    const entry = generatorFields[kind]?.(config);
    if (entry) {
      const file = pluginFile(config, entry, collector);
      if (!file) return resources;
      const own = { ...layer, file, trail };
      // A chart that is configured here inherits no namespace.
      return runHelmCharts(runGenerators(resources, own), own, "");
    }
    if (kind === "IAMPolicyGenerator") {
      const step: Step = { by: kind, source: config.source, at: config.at };
      const made = toResource(gkeServiceAccount(config, step), step);
      const origin = trail && { ...noTrail, origin: trail.recordOf(kind) };
      return absorb(resources, { ...made, trail: origin }, step, layer.context);
    }
  }
  if (group !== "" || version !== "builtin") {
    return generateWithPlugin(plugin, layer).reduce(
      (before: readonly Resource[], made) =>
        absorb(before, made, { by: kind, ...placeOf(config) }, layer.context),
      resources,
    );
  }
  return collector.halt("kustomization/unsupported", `there is no built-in generator ${kind}`, {
    at: placeOf(config),
    help: "built in are ConfigMapGenerator, SecretGenerator, HelmChartInflationGenerator and IAMPolicyGenerator",
  });
}

const chartFields = [
  ...["name", "version", "repo", "releaseName", "namespace", "nameTemplate", "kubeVersion", "apiVersions"],
  ...["valuesFile", "additionalValuesFiles", "valuesInline", "valuesMerge"],
  ...["includeCRDs", "skipHooks", "skipTests", "debug", "devel"],
];

type Fields = Readonly<Record<string, Node | undefined>>;

const sources = ["behavior", "literals", "files", "envs", "options", "type"] as const;

const generatorFields: Readonly<Record<string, (config: Mapping) => Fields>> = {
  ConfigMapGenerator: (config) => ({ configMapGenerator: listOf(config, keyValueEntry(config)) }),
  HelmChartInflationGenerator: (config) => ({
    helmCharts: listOf(config, settings(config, chartFields)),
    helmGlobals: settings(config, ["chartHome", "configHome"]),
  }),
  SecretGenerator: (config) => ({ secretGenerator: listOf(config, keyValueEntry(config)) }),
};

// Name and namespace stand beside the data or in the configuration's own metadata.
function keyValueEntry(config: Mapping): Mapping {
  const fromMetadata = (name: string): Node | undefined => {
    const node = field(field(config, "metadata"), name);
    return node && withTexts(node, text);
  };
  const own = settings(config, sources);
  const env = setting(config, "env");
  return mappingOf(config, {
    // kustomize reads it, and turns it into `envs` in kustomizations alone
    env: env?.kind === "scalar" && env.tag === "str" ? undefined : env,
    ...Object.fromEntries(own.keys.map((key, i) => [key.text, own.values[i]])),
    name: setting(config, "name") ?? fromMetadata("name"),
    namespace: setting(config, "namespace") ?? fromMetadata("namespace"),
  });
}

// kustomize: api/filters/iampolicygenerator, which knows this one kind
function gkeServiceAccount(config: Mapping, step: Step): Mapping {
  const service = setting(config, "kubernetesService");
  const account = setting(config, "serviceAccount");
  const email = `${textAt(account, "name") ?? ""}@${textAt(account, "projectId") ?? ""}.iam.gserviceaccount.com`;
  const namespace = textAt(service, "namespace");
  return fieldsNode(
    [
      ["apiVersion", textNode("v1", step)],
      ["kind", textNode("ServiceAccount", step)],
      [
        "metadata",
        fieldsNode(
          [
            ["annotations", fieldsNode([["iam.gke.io/gcp-service-account", textNode(email, step)]], step)],
            ["name", textNode(textAt(service, "name") ?? "", step)],
            ...(namespace ? [["namespace", textNode(namespace, step)] as const] : []),
          ],
          step,
        ),
      ],
    ],
    step,
  );
}
