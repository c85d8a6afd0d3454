// The fields of a kustomization that change objects everywhere: names, labels, images, replicas, patches.
import { addFile, type Layer } from "./layer.ts";
import { jsonPatch, mergePatchText, narrowTarget, patchable, target } from "./patches.ts";
import type { Fields, Value } from "./value.ts";
import { anyText, anyValue, known, labels, maybe, namespaces } from "./world.ts";

function patch(layer: Layer): Fields {
  const { world } = layer;
  const { random } = world;
  const object = patchable(world);
  const isJson = random.chance(0.4);
  const many = !isJson && random.chance(0.1);
  const text = isJson
    ? jsonPatch(world, object)
    : mergePatchText(world, many ? [object, patchable(world)] : [object]);
  const isWide = !isJson && !many && random.chance(0.3);
  // Not where it may make something else of a generated object, whose hash is then another one (a known difference).
  const mayChangeKind = !isWide && !isJson;
  return {
    ...(random.chance(0.6)
      ? { patch: random.chance(0.01) ? `\ufeff${text}` : text }
      : { path: addFile(layer, "patch.yaml", text) }),
    ...(isJson ? { target: narrowTarget(world, object) } : {}),
    ...(isWide ? { target: target(world, object) } : {}),
    ...(random.chance(0.05)
      ? {
          options: maybe(random, {
            allowNameChange: [0.6, () => true],
            allowKindChange: [mayChangeKind ? 0.6 : 0, () => true],
          }),
        }
      : {}),
  };
}

function legacyJsonPatch(layer: Layer): Fields {
  const { world } = layer;
  const { random } = world;
  const object = patchable(world);
  const text = jsonPatch(world, object);
  const [group, version] = object.apiVersion.includes("/")
    ? object.apiVersion.split("/")
    : ["", object.apiVersion];
  return {
    target: {
      group: group ?? "",
      version: version ?? "",
      kind: object.kind,
      name: object.name,
      ...(object.namespace ? { namespace: object.namespace } : {}),
    },
    ...(random.chance(0.5) ? { patch: text } : { path: addFile(layer, "json.yaml", text) }),
  };
}

function image(layer: Layer): Fields {
  const { world } = layer;
  const { random, mistakes } = world;
  return {
    name: random.pick(["nginx", "redis", "example.com/broker", "localhost:5000/a/b", "none"]),
    ...maybe(random, {
      newName: [0.4, () => random.pick(["mirror.example.com/nginx", "x"])],
      newTag: [
        0.6,
        () =>
          random.chance(mistakes) ? anyValue(world, "v3") : anyText(world, random.pick(["v2", "1.2.3"])),
      ],
      tagSuffix: [0.1, () => "-alpine"],
      digest: [0.15, () => "sha256:abc"],
    }),
  };
}

function label(layer: Layer): Fields {
  const { world } = layer;
  return {
    pairs: labels(world),
    ...maybe(world.random, {
      includeSelectors: [0.3, () => world.random.chance(0.8)],
      includeTemplates: [0.3, () => true],
      fields: [
        0.15,
        () => [
          {
            path: "spec/more/labels",
            create: world.random.chance(0.6),
            kind: world.random.pick(["Foo", "Service", "Deployment"]),
          },
        ],
      ],
    }),
  };
}

function affix(layer: Layer): Value {
  const { world } = layer;
  return world.random.chance(world.oddness / 4)
    ? anyText({ ...world, oddness: 1 }).replaceAll(",", "")
    : world.random.pick(["my-", "x", "prod-", "-v1", ""]);
}

/** What changes objects, in the order in which people write it. */
export function transformerFields(layer: Layer): Fields {
  const { world } = layer;
  const { random } = world;
  const scaled = known(world, ({ kind }) => kind === "Deployment" || kind === "StatefulSet");
  return maybe(random, {
    namespace: [0.25, () => (random.chance(world.oddness / 4) ? anyValue(world) : random.pick(namespaces))],
    namePrefix: [0.25, () => affix(layer)],
    nameSuffix: [0.2, () => affix(layer)],
    labels: [0.2, () => random.many(1, 2, () => label(layer))],
    commonLabels: [0.12, () => labels(world)],
    commonAnnotations: [
      0.2,
      () => ({
        note: anyText(world, "common"),
        ...(random.chance(0.3) ? { other: anyText(world, "1") } : {}),
      }),
    ],
    patches: [0.5, () => random.many(1, 3, () => patch(layer))],
    patchesStrategicMerge: [
      0.15,
      () =>
        random.many(1, 2, () => {
          const text = mergePatchText(world, [patchable(world)]);
          return random.chance(0.4) ? text : addFile(layer, "merge.yaml", text);
        }),
    ],
    patchesJson6902: [0.1, () => random.many(1, 2, () => legacyJsonPatch(layer))],
    images: [0.25, () => random.many(1, 2, () => image(layer))],
    ...(scaled || random.chance(world.mistakes)
      ? {
          replicas: [
            0.3,
            () => [
              {
                name: scaled?.name ?? "none",
                count: random.chance(world.mistakes) ? anyValue({ ...world, oddness: 1 }) : random.int(10),
              },
            ],
          ] as const,
        }
      : {}),
  });
}
