// generators, transformers and validators with configuration objects, and the files that change field specs.
import { addFile, type Layer } from "./layer.ts";
import { jsonPatch, mergePatchText, narrowTarget, patchable } from "./patches.ts";
import type { Fields, Value } from "./value.ts";
import { anyText, type Known, known, labels, maybe, namespaces } from "./world.ts";
import { writeYaml } from "./write-yaml.ts";

type FieldPath = readonly [path: string, create: boolean];

const mapPaths: readonly FieldPath[] = [
  ["metadata/labels", true],
  ["spec/more/labels", true],
  ["spec/nested/a", true],
];

const scalarPaths: readonly FieldPath[] = [
  ["metadata/name", false],
  ["spec/image", false],
  ["spec/items[]/value", false],
  ["spec/list", false],
  ["spec/ref/name", false],
  ["data/k", false],
];

function fieldSpec(layer: Layer, fitting: readonly FieldPath[]): Fields {
  const { random } = layer.world;
  // Specs of the same path must agree about `create`, with kustomize's own as well.
  const [path, create] = random.pick(random.chance(0.95) ? fitting : [...mapPaths, ...scalarPaths]);
  return {
    path,
    ...(create !== random.chance(layer.world.mistakes) ? { create: true } : {}),
    ...maybe(random, {
      kind: [0.4, () => random.pick(["Foo", "Deployment", "ConfigMap", "Bar"])],
      group: [0.1, () => "example.com"],
      version: [0.05, () => "v1"],
    }),
  };
}

type Plugin = readonly [kind: string, fields: (layer: Layer) => Fields];

function specs(layer: Layer, name: string): Value {
  const fitting = /label|annotation/i.test(name) ? mapPaths : scalarPaths;
  return layer.world.random.many(1, 3, () => fieldSpec(layer, fitting));
}

function scaled({ world }: Layer): Known {
  return known(world, ({ kind }) => kind === "Deployment") ?? patchable(world);
}

const transformers: readonly Plugin[] = [
  [
    "AnnotationsTransformer",
    (l) => ({
      annotations: { "plugin-note": anyText(l.world) },
      fieldSpecs: [{ path: "metadata/annotations", create: true }],
    }),
  ],
  [
    "LabelTransformer",
    (l) => ({
      labels: labels(l.world),
      fieldSpecs: [{ path: "metadata/labels", create: true }, fieldSpec(l, mapPaths)],
    }),
  ],
  [
    "ImageTagTransformer",
    (l) => ({
      imageTag: { name: "nginx", newTag: "v9" },
      fieldSpecs: [
        { path: "spec/image" },
        { path: "spec/template/spec/containers[]/image" },
        fieldSpec(l, scalarPaths),
      ],
    }),
  ],
  [
    "PrefixTransformer",
    (l) => ({
      prefix: "p-",
      fieldSpecs: [
        { path: "metadata/name" },
        ...(l.world.random.chance(0.2) ? [fieldSpec(l, scalarPaths)] : []),
      ],
    }),
  ],
  ["SuffixTransformer", () => ({ suffix: "-s", fieldSpecs: [{ path: "metadata/name" }] })],
  [
    "PrefixSuffixTransformer",
    () => ({ prefix: "p-", suffix: "-s", fieldSpecs: [{ path: "metadata/name" }] }),
  ],
  [
    "ReplicaCountTransformer",
    (l) => ({
      replica: { name: scaled(l).name, count: 7 },
      fieldSpecs: [
        { path: "spec/replicas", create: true, kind: "Deployment" },
        { path: "spec/replicas", kind: "Foo" },
      ],
    }),
  ],
  [
    "NamespaceTransformer",
    (l) => ({
      ...maybe(l.world.random, {
        unsetOnly: [0.4, () => true],
        setRoleBindingSubjects: [
          0.4,
          () => l.world.random.pick(["allServiceAccounts", "none", "defaultOnly"]),
        ],
      }),
      fieldSpecs: [{ path: "metadata/namespace", create: true }],
    }),
  ],
  [
    "PatchTransformer",
    (l) => {
      const object = patchable(l.world);
      return { patch: jsonPatch(l.world, object), target: narrowTarget(l.world, object) };
    },
  ],
  ["PatchTransformer", (l) => ({ patch: mergePatchText(l.world, [patchable(l.world)]) })],
  ["PatchStrategicMergeTransformer", (l) => ({ patches: mergePatchText(l.world, [patchable(l.world)]) })],
  [
    "PatchJson6902Transformer",
    (l) => {
      const object = patchable(l.world);
      return {
        target: { kind: object.kind, name: object.name, version: object.apiVersion.split("/").at(-1) ?? "" },
        jsonOp: jsonPatch(l.world, object),
      };
    },
  ],
  [
    "ValueAddTransformer",
    (l) => ({
      value: "added",
      targetFilePath: "",
      targets: [
        {
          fieldPath: l.world.random.pick(["metadata/annotations/x", "spec/new/a"]),
          selector: { kind: "Deployment" },
        },
      ],
    }),
  ],
  ["HashTransformer", () => ({})],
];

const generators: readonly Plugin[] = [
  ["ConfigMapGenerator", () => ({ literals: ["a=b"] })],
  [
    "SecretGenerator",
    (l) => ({
      literals: ["a=b"],
      ...maybe(l.world.random, {
        type: [0.3, () => "x"],
        options: [0.3, () => ({ disableNameSuffixHash: true })],
      }),
    }),
  ],
];

function pluginObject(layer: Layer, plugins: readonly Plugin[]): string {
  const { random } = layer.world;
  const [kind, fields] = random.pick(plugins);
  const text = writeYaml(
    {
      apiVersion: "builtin",
      kind,
      metadata: {
        name: `plugin-${random.int(5)}`,
        ...(kind === "NamespaceTransformer" ? { namespace: random.pick(namespaces) } : {}),
      },
      ...fields(layer),
    },
    random,
  );
  return random.chance(0.5) ? text : addFile(layer, "plugin.yaml", text);
}

function configuration(layer: Layer): string {
  const { random } = layer.world;
  const names = [
    "namePrefix",
    "nameSuffix",
    "commonLabels",
    "commonAnnotations",
    "namespace",
    "images",
    "replicas",
    "templateLabels",
    "labels",
  ];
  const fields: Record<string, Value> = Object.fromEntries(
    random.some(names, 0.12).map((name) => [name, specs(layer, name)]),
  );
  if (random.chance(0.5)) {
    fields["nameReference"] = [
      {
        kind: random.pick(["ConfigMap", "Secret", "Foo"]),
        version: "v1",
        fieldSpecs: [
          {
            path: random.pick(["spec/ref/name", "spec/ref/name", "spec/list", "spec/nested/name"]),
            kind: "Foo",
          },
        ],
      },
    ];
  }
  if (random.chance(layer.world.mistakes))
    fields[random.pick(["bad", "namePrefix", "images"])] = random.pick<Value>([
      "x",
      [{ path: 5 }],
      null,
      [{ pth: "a" }],
    ]);
  return addFile(
    layer,
    "configuration.yaml",
    Object.keys(fields).length > 0 ? writeYaml(fields, random) : random.pick(["", "{}\n"]),
  );
}

function schema(layer: Layer): string {
  const foo = {
    type: "object",
    properties: {
      apiVersion: { type: "string" },
      kind: { type: "string" },
      metadata: { type: "object" },
      spec: {
        type: "object",
        properties: {
          items: {
            type: "array",
            "x-kubernetes-patch-merge-key": "name",
            "x-kubernetes-patch-strategy": "merge",
            items: { type: "object" },
          },
          template: { $ref: "#/definitions/io.k8s.api.core.v1.PodTemplateSpec" },
        },
      },
    },
    "x-kubernetes-group-version-kind": [{ group: "example.com", kind: "Foo", version: "v1" }],
  };
  return addFile(layer, "schema.json", JSON.stringify({ definitions: { "v1.Foo": foo } }));
}

/** Fields that name plugins and what they are told. */
export function pluginFields(layer: Layer): Fields {
  const { world } = layer;
  const { random } = world;
  return maybe(random, {
    transformers: [0.12, () => random.many(1, 2, () => pluginObject(layer, transformers))],
    generators: [0.05, () => [pluginObject(layer, generators)]],
    configurations: [0.1, () => random.many(1, 2, () => configuration(layer))],
    openapi: [0.03, () => ({ path: schema(layer) })],
  });
}
