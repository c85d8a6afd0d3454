// Whole trees: bases, components and overlays that build on each other.
import type { Random } from "../random.ts";
import { generatorFields } from "./generators.ts";
import { addFile, type Layer } from "./layer.ts";
import { makeObjects, writeManifest } from "./objects.ts";
import { pluginFields } from "./plugins.ts";
import { transformerFields } from "./transformers.ts";
import type { Fields, Value } from "./value.ts";
import { valueFields } from "./values.ts";
import { type Known, maybe, newWorld, type World } from "./world.ts";
import { writeYaml } from "./write-yaml.ts";

/** A tree of files, and the directory of it to build. */
export interface Tree {
  /** Contents by path relative to the tree's root. */
  readonly files: ReadonlyMap<string, string>;
  readonly target: string;
}

/** The same seed makes the same tree. */
export function generateTree(seed: number): Tree {
  const world = newWorld(seed);
  const { random } = world;
  const files = new Map<string, string>();
  const make = (
    directory: string,
    below: readonly Built[],
    components: readonly Built[],
    kind?: "Component",
  ): Built => writeLayer(world, files, { directory, below, components, kind });
  const bases = random.many(1, random.pick([1, 1, 2]), (i) => make(`base${i}`, [], []));
  if (random.chance(0.3)) return { files, target: "base0" };
  const used = random.chance(0.25) ? random.many(1, 2, (i) => `component${i}`) : [];
  const components = used.map((name) => make(name, [], bases, "Component"));
  const overlay = make("overlay", bases, components);
  if (random.chance(0.75)) return { files, target: "overlay" };
  const others = random.chance(0.2) ? [make("other", [], [])] : [];
  const top = make("top/prod", [overlay, ...others], []);
  return { files, target: top.directory };
}

interface Built {
  readonly directory: string;
  readonly objects: readonly Known[];
}

interface Plan {
  readonly directory: string;
  readonly below: readonly Built[];
  /** Of a Component: the bases that it is applied to. */
  readonly components: readonly Built[];
  readonly kind: "Component" | undefined;
}

function writeLayer(
  outer: World,
  files: Map<string, string>,
  { directory, below, components, kind }: Plan,
): Built {
  const { random } = outer;
  const up = "../".repeat(directory.split("/").length);
  const made = makeObjects(outer, below.length === 0 && !kind ? 1 + random.int(5) : random.int(3));
  const objects = [...[...below, ...components].flatMap((other) => other.objects), ...made];
  const world = { ...outer, objects: objects.filter((object, i) => objects.indexOf(object) === i) };
  const layer: Layer = { world, directory, files };
  const resources = [...below.map((other) => up + other.directory), ...manifestFiles(made, layer)];
  const listed = kind ? [] : components;
  const fields: Fields = {
    ...(kind || random.chance(0.4)
      ? {
          apiVersion: kind ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1",
          kind: kind ?? "Kustomization",
        }
      : {}),
    ...(resources.length > 0
      ? {
          [random.chance(0.03) ? "bases" : "resources"]: random.chance(0.1)
            ? random.shuffled(resources)
            : resources,
        }
      : {}),
    ...(listed.length > 0 ? { components: listed.map((other) => up + other.directory) } : {}),
    ...shuffledFields(
      {
        ...generatorFields(layer),
        ...transformerFields(layer),
        ...valueFields(layer),
        ...pluginFields(layer),
        ...outputFields(layer),
      },
      random,
    ),
  };
  const name = random.chance(0.95)
    ? "kustomization.yaml"
    : random.pick(["kustomization.yml", "Kustomization"]);
  const text = writeYaml(random.chance(world.mistakes / 2) ? withMistake(fields, world) : fields, random);
  files.set(`${directory}/${name}`, text);
  return { directory, objects: world.objects };
}

function manifestFiles(objects: readonly Known[], layer: Layer): string[] {
  const { random } = layer.world;
  const names: string[] = [];
  for (let i = 0; i < objects.length; ) {
    const count = 1 + random.int(3);
    const text = writeManifest(objects.slice(i, i + count), layer.world);
    names.push(addFile(layer, random.pick(["objects.yaml", "a.yaml", "sub/b.yaml"]), text));
    i += count;
  }
  return names;
}

function shuffledFields(fields: Fields, random: Random): Fields {
  return random.chance(0.3) ? Object.fromEntries(random.shuffled(Object.entries(fields))) : fields;
}

function outputFields({ world: { random } }: Layer): Fields {
  return maybe(random, {
    buildMetadata: [
      0.1,
      () => random.some(["managedByLabel", "originAnnotations", "transformerAnnotations"], 0.5),
    ],
    sortOptions: [
      0.1,
      () =>
        random.pick<Value>([
          { order: "fifo" },
          { order: "legacy" },
          { order: "legacy", legacySortOptions: { orderFirst: ["Secret", "Foo"], orderLast: ["ConfigMap"] } },
        ]),
    ],
    metadata: [0.03, () => ({ name: "x", labels: { a: "b" } })],
  });
}

function withMistake(fields: Fields, { random }: World): Fields {
  const keys = Object.keys(fields);
  const key = keys.length > 0 ? random.pick(keys) : "resources";
  return random.pick<Fields>([
    { ...fields, [key]: random.pick<Value>([null, [], {}, "x", 5, true, [null], [5], [[]], { a: 1 }]) },
    {
      ...fields,
      resources: [
        ...((fields["resources"] as readonly Value[] | undefined) ?? []),
        random.pick(["none.yaml", ".", "..", "", "/abs", "./", "../.."]),
      ],
    },
    { ...fields, apiVersion: random.pick(["v1", "kustomize.config.k8s.io/v1", "x"]) },
    { ...fields, kind: random.pick(["Kustomisation", "Component", "Kustomization", ""]) },
    {
      ...fields,
      sortOptions: random.pick<Value>([
        { order: "bad" },
        { order: "fifo", legacySortOptions: { orderFirst: ["A"] } },
        {},
      ]),
    },
    { ...fields, buildMetadata: ["bad"] },
    { ...fields, components: ["../base0"] },
    {
      ...fields,
      openapi: random.pick<Value>([{ version: "v1.20.4" }, { version: "bad" }, { path: "none.json" }, {}]),
    },
    { ...fields, crds: ["none.json"] },
    { ...fields, imageTags: [{ name: "nginx", newTag: "v3" }] },
  ]);
}
