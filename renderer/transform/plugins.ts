// Transformers that are configured by objects of their own (`transformers:`).
import { attempt, type Collector } from "../diagnostics/collector.ts";
import type { TransformerConfig } from "../fieldspecs/config.ts";
import { transformWithPlugin } from "../functions/plugin.ts";
import {
  checkPrintable,
  listOf,
  mappingOf,
  pluginFile,
  readSetting,
  setting,
  settings,
} from "../kustomization/plugin-file.ts";
import { flag, text } from "../kustomization/shape.ts";
import type { Layer } from "../load/layer.ts";
import type { Resource } from "../resource/resource.ts";
import { pluginRecord } from "../resource/trail.ts";
import {
  field,
  isEmpty,
  isNull,
  type Mapping,
  mapping,
  type Node,
  placeOf,
  type Step,
  textAt,
} from "../yaml/node.ts";
import { addHashSuffixes } from "./hash-suffix.ts";
import { type SubjectMode, setNamespace } from "./namespace.ts";
import { type Decoder, fieldSpecsOf, goYaml, sigsYaml } from "./plugin-field-specs.ts";
import type { RecordedRun, Run } from "./transformer.ts";
import { prepareTransformers } from "./transformers.ts";
import { prepareValueAdd } from "./value-add.ts";

/** Source: kustomize api/internal/plugins/loader and api/internal/builtins */
export function preparePluginTransformers(
  plugins: readonly Resource[],
  layer: Layer,
  role: PluginRole = "transformer",
): readonly RecordedRun[] {
  return plugins.flatMap((plugin) => {
    // What a validator looks at is not changed by it.
    const record = role === "validator" ? undefined : pluginRecord(plugin.trail?.origin, plugin.id);
    return (attempt(() => prepareOne(plugin, layer, role)) ?? []).map((run) => ({ run, record }));
  });
}

type PluginRole = "transformer" | "validator";

function prepareOne(plugin: Resource, layer: Layer, role: PluginRole): readonly Run[] {
  const { kind, group, version } = plugin.id;
  const config = plugin.node;
  const { collector } = layer.context;
  if (group === "" && version === "builtin") {
    checkPrintable(config, collector);
    const special = specialPlugins[kind];
    if (special) return special(config, layer);
    const entry = entries[kind];
    if (entry) {
      const { decoder = sigsYaml } = entry;
      checkSettings(config, entry.needs, decoder, collector);
      const fields = entry.fields(config);
      if (Object.values(fields).every(isNothing)) return [];
      const file = pluginFile(config, fields, collector);
      const specs = entry.specs ? { [entry.specs]: fieldSpecsOf(config, decoder, collector) } : {};
      const own = {
        ...layer,
        file: file ?? layer.file,
        config: { ...layer.config, ...specs },
        trail: undefined,
      };
      return file ? prepareTransformers(own).map(({ run }) => run) : [];
    }
  }
  if (group !== "" || version !== "builtin") return [transformWithPlugin(plugin, layer, role)];
  return collector.halt("kustomization/unsupported", `there is no built-in transformer ${kind}`, {
    at: placeOf(config),
    help: `built in are ${[...Object.keys(entries), ...Object.keys(specialPlugins)].sort().join(", ")}`,
  });
}

function isNothing(node: Node | undefined): boolean {
  return node === undefined || isNull(node) || (node.kind === "scalar" && node.text === "");
}

/** Refuses a configuration that has none of the settings, or only empty ones. */
function checkSettings(
  config: Mapping,
  names: readonly string[] | undefined,
  { find }: Decoder,
  collector: Collector,
): void {
  if (!names || names.some((name) => isSet(find(config, name), name))) return;
  collector.halt("kustomization/invalid", `the configuration needs ${names.join(" or ")}`, {
    at: placeOf(config),
  });
}

// Field specs may be an empty list, which matches nothing.
function isSet(node: Node | undefined, name: string): boolean {
  return !isNothing(node) && (name === "fieldSpecs" || !isEmpty(node));
}

/** How a configuration becomes a kustomization's field, and which field specs it brings. */
interface Entry {
  /** Settings of which one must be there. */
  readonly needs?: readonly string[];
  readonly fields: (config: Mapping) => Readonly<Record<string, Node | undefined>>;
  readonly specs?: keyof TransformerConfig;
  /** kustomize reads those of names with go-yaml alone. */
  readonly decoder?: Decoder;
}

const entries: Readonly<Record<string, Entry>> = {
  AnnotationsTransformer: {
    fields: (config) => ({ commonAnnotations: setting(config, "annotations") }),
    specs: "commonAnnotations",
  },
  ImageTagTransformer: {
    fields: (config) => ({ images: listOf(config, setting(config, "imageTag")) }),
    specs: "images",
  },
  LabelTransformer: {
    fields: (config) => ({ commonLabels: setting(config, "labels") }),
    specs: "commonLabels",
  },
  PatchJson6902Transformer: {
    fields: (config) => ({
      patchesJson6902: listOf(
        config,
        mappingOf(config, {
          target: setting(config, "target"),
          path: setting(config, "path"),
          patch: setting(config, "jsonOp"),
        }),
      ),
    }),
  },
  PatchStrategicMergeTransformer: {
    needs: ["paths", "patches"],
    fields: (config) => {
      const paths = setting(config, "paths");
      const listed = paths?.kind === "sequence" ? paths.items : [paths];
      return { patchesStrategicMerge: listOf(config, ...listed, setting(config, "patches")) };
    },
  },
  PatchTransformer: {
    fields: (config) => ({
      patches: listOf(config, settings(config, ["path", "patch", "target", "options"])),
    }),
  },
  PrefixTransformer: {
    needs: ["fieldSpecs"],
    fields: (config) => ({ namePrefix: field(config, "prefix") }),
    specs: "namePrefix",
    decoder: goYaml,
  },
  ReplacementTransformer: { fields: (config) => ({ replacements: setting(config, "replacements") }) },
  ReplicaCountTransformer: {
    fields: (config) => ({
      replicas: listOf(config, setting(config, "replica") ?? mapping([], [], config.source, config.at)),
    }),
    specs: "replicas",
  },
  SuffixTransformer: {
    needs: ["fieldSpecs"],
    fields: (config) => ({ nameSuffix: field(config, "suffix") }),
    specs: "nameSuffix",
    decoder: goYaml,
  },
};

const specialPlugins: Readonly<Record<string, (config: Mapping, layer: Layer) => readonly Run[]>> = {
  HashTransformer: (_, { context }) => [(resources) => addHashSuffixes(resources, context)],
  NamespaceTransformer: prepareNamespacePlugin,
  PrefixSuffixTransformer: prepareAffixes,
  ValueAddTransformer: prepareValueAdd,
};

function prepareAffixes(config: Mapping, layer: Layer): readonly Run[] {
  const { collector } = layer.context;
  checkSettings(config, ["fieldSpecs"], goYaml, collector);
  const fields = { namePrefix: field(config, "prefix"), nameSuffix: field(config, "suffix") };
  if (Object.values(fields).every(isNothing)) return [];
  const file = pluginFile(config, fields, collector);
  const specs = fieldSpecsOf(config, goYaml, collector);
  const own = { ...layer.config, namePrefix: specs, nameSuffix: specs };
  if (!file) return [];
  const runs = prepareTransformers({ ...layer, file, config: own, trail: undefined });
  // One run, because the record of what was transformed names this transformer once.
  return [(resources) => runs.reduce((result, { run }) => run(result), resources)];
}

const subjectModes: readonly SubjectMode[] = ["defaultOnly", "allServiceAccounts", "none"];

function prepareNamespacePlugin(config: Mapping, { context }: Layer): readonly Run[] {
  const namespace = textAt(config, "metadata", "namespace") ?? "";
  const { collector } = context;
  const mode = setting(config, "setRoleBindingSubjects");
  const wanted = readSetting(mode, text, "setRoleBindingSubjects", collector) || "defaultOnly";
  const subjects = subjectModes.find((known) => known === wanted);
  if (!subjects) {
    return collector.halt("transform/failed", `setRoleBindingSubjects cannot be \`${wanted}\``, {
      at: placeOf(mode ?? config),
      help: `it is one of ${subjectModes.join(", ")}`,
    });
  }
  const unsetOnly = readSetting(setting(config, "unsetOnly"), flag, "unsetOnly", collector) ?? false;
  const step: Step = {
    by: "NamespaceTransformer",
    ...placeOf(field(field(config, "metadata"), "namespace") ?? config),
  };
  const options = { namespace, fieldSpecs: fieldSpecsOf(config, sigsYaml, collector), unsetOnly, subjects };
  return [(resources) => setNamespace(resources, options, step, context)];
}
