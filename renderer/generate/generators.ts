// The generators of a kustomization in the order kustomize runs them.
import { attempt } from "../diagnostics/collector.ts";
import type { ConfigMapArgs, GeneratorOptions, SecretArgs } from "../kustomization/schema.ts";
import { type Layer, stepOf } from "../load/layer.ts";
import { type Behavior, type Resource, toResource } from "../resource/resource.ts";
import { noTrail } from "../resource/trail.ts";
import { absorb } from "./absorb.ts";
import { makeGenerated } from "./config-map.ts";
import { type KeyValueSources, readKeyValues } from "./key-values.ts";

/** Source: kustomize api/internal/target/kusttarget.go, runGenerators */
export function runGenerators(resources: readonly Resource[], layer: Layer): readonly Resource[] {
  const { configMapGenerator = [], secretGenerator = [] } = layer.file.value;
  let result = resources;
  configMapGenerator.forEach((args, i) => {
    result = attempt(() => generate(result, layer, "configMapGenerator", args, i)) ?? result;
  });
  secretGenerator.forEach((args, i) => {
    result = attempt(() => generate(result, layer, "secretGenerator", args, i)) ?? result;
  });
  return result;
}

function generate(
  resources: readonly Resource[],
  layer: Layer,
  field: "configMapGenerator" | "secretGenerator",
  args: ConfigMapArgs | SecretArgs,
  i: number,
): readonly Resource[] {
  const { file, loader, context } = layer;
  const step = stepOf(file, field, field, i);
  if (!args.name) {
    return context.collector.halt("generator/invalid", `${field}: an entry needs a \`name\``, { at: step });
  }
  const options = mergedOptions(args.options, file.value.generatorOptions);
  const node = makeGenerated(
    {
      kind: field === "configMapGenerator" ? "ConfigMap" : "Secret",
      name: args.name,
      namespace: args.namespace ?? "",
      type: "type" in args ? (args.type ?? "") : "",
      labels: options.labels ?? {},
      annotations: options.annotations ?? {},
      immutable: options.immutable ?? false,
      data: readKeyValues(sourcesOf(layer, field, args, i), loader, context),
    },
    step,
  );
  const generated = toResource(node, step, {
    needsHash: !options.disableNameSuffixHash,
    behavior: toBehavior(args.behavior),
    annotated: true,
  });
  const kind = field === "configMapGenerator" ? "ConfigMapGenerator" : "SecretGenerator";
  const trail = layer.trail && { ...noTrail, origin: layer.trail.recordOf(kind) };
  return absorb(resources, { ...generated, trail }, step, context);
}

function sourcesOf(layer: Layer, field: string, args: ConfigMapArgs, i: number): KeyValueSources {
  const entries = (name: "envs" | "literals" | "files"): KeyValueSources["envs"] =>
    (args[name] ?? []).map((text, at) => ({ text, at: layer.file.place(field, i, name, at) }));
  return { envs: entries("envs"), literals: entries("literals"), files: entries("files") };
}

/** `generatorOptions` fills in what an entry's own `options` leave open, and can only switch flags on. */
function mergedOptions(own: GeneratorOptions = {}, global: GeneratorOptions = {}): GeneratorOptions {
  return {
    labels: { ...global.labels, ...own.labels },
    annotations: { ...global.annotations, ...own.annotations },
    disableNameSuffixHash: Boolean(own.disableNameSuffixHash || global.disableNameSuffixHash),
    immutable: Boolean(own.immutable || global.immutable),
  };
}

function toBehavior(text: string | undefined): Behavior {
  return text === "create" || text === "merge" || text === "replace" ? text : "unspecified";
}
