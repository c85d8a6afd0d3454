// replacements and vars: values that move between objects.
import { addFile, type Layer } from "./layer.ts";
import { exactTarget, patchable, somewhere, target } from "./patches.ts";
import { oddScalar } from "./scalars.ts";
import { type Fields, isFields, isList, type Value } from "./value.ts";
import { anyText, type Known, known, maybe, take, type World } from "./world.ts";
import { writeYaml } from "./write-yaml.ts";

/** A path with dots to somewhere in an object; list items by number, by a field or all of them. */
function fieldPath(object: Known, world: World, isTarget = false): string | undefined {
  const { random } = world;
  if (random.chance(world.mistakes))
    // Not all of metadata: kustomize's own notes on the object are in there, and would be copied.
    return random.pick([
      "none",
      "spec.none.deep",
      "",
      "a..b",
      "spec.[a",
      "spec.list.9",
      "metadata.labels.none",
    ]);
  const { apiVersion: _, kind: __, ...body } = object.fields;
  const steps = leaf(body, world, isTarget);
  if (!steps || (isTarget && world.patched.has(object) && random.chance(0.5))) return undefined;
  let at: Value = body;
  return steps
    .map((step) => {
      const here: Value = at;
      at = isList(here)
        ? (here[step as number] ?? null)
        : isFields(here)
          ? (here[String(step)] ?? null)
          : null;
      if (typeof step === "string")
        return /[.[\]]/.test(step) ? (random.chance(0.7) ? `[${step}]` : step.replaceAll(".", "\\.")) : step;
      if (isFields(at) && "name" in at && typeof at["name"] === "string" && random.chance(0.6))
        return `[name=${at["name"]}]`;
      return isTarget && random.chance(0.3) ? "*" : String(step);
    })
    .join(".");
}

// Somewhere that holds a scalar, if a few tries find one. What is written to must be a text: only that takes any value.
function leaf(body: Value, world: World, isText: boolean): readonly (string | number)[] | undefined {
  const tries = Array.from({ length: 9 }, () => somewhere(body, world, 3));
  const isWanted = (value: Value): boolean =>
    isText ? typeof value === "string" : !isFields(value) && !isList(value);
  // Nor a name: kustomize forgets the type of some, and then a number over one is a number.
  const isName = (steps: readonly (string | number)[]): boolean =>
    steps.length === 2 && (steps[1] === "name" || steps[1] === "namespace");
  return tries.find(({ value, steps }) => isWanted(value) && !(isText && isName(steps)))?.steps;
}

function sourceOf(object: Known, world: World): Fields {
  const { random } = world;
  return {
    kind: object.kind,
    name: object.name,
    ...maybe(random, {
      namespace: [object.namespace ? 0.6 : 0.02, () => object.namespace ?? "default"],
      fieldPath: [0.85, () => fieldPath(object, world) ?? "metadata.name"],
      options: [
        0.15,
        () => ({
          delimiter: random.pick([":", ".", "-", "/", ""]),
          index: random.chance(0.9) ? 0 : random.pick([1, 2, -1]),
        }),
      ],
      version: [0.05, () => object.apiVersion.split("/").at(-1) ?? ""],
    }),
  };
}

/** What every object may have. */
const commonPaths = [
  "metadata.labels.app",
  "metadata.annotations.note",
  "metadata.annotations.[a.b/c]",
  "metadata.labels.[app.kubernetes.io/name]",
  "more.deep.a",
];

function replacement(world: World): Fields {
  const { random } = world;
  const source = random.chance(0.05)
    ? { sourceValue: anyText(world, "fixed") }
    : { source: sourceOf(patchable(world), world) };
  const isNamed = source.source?.["fieldPath"] === undefined && source.sourceValue === undefined;
  return {
    ...source,
    targets: random.many(1, 2, () => {
      const object = patchable(world);
      const isExact = random.chance(0.7);
      // What one object has others may lack, and an earlier patch may have taken away.
      const paths = random.many(1, 2, () =>
        isExact || random.chance(0.3) ? fieldPath(object, world, true) : undefined,
      );
      const isMade = paths.includes(undefined) || random.chance(0.3);
      return {
        select: isExact ? exactTarget(world, object) : target(world, object),
        ...maybe(random, {
          reject: [0.1, () => [target(world, patchable(world))]],
          // Without paths it is the name: an empty one makes kustomize panic, so none that may be.
          fieldPaths: [isNamed ? 0.7 : 1, () => paths.map((path) => path ?? random.pick(commonPaths))],
          options: [
            isMade ? 1 : 0.1,
            () => ({
              ...maybe(random, {
                delimiter: [0.1, () => random.pick([":", "/", "-"])],
                index: [0.1, () => random.pick([0, 1, -1, 5])],
                encoding: [0.02, () => "base64"],
              }),
              ...(isMade ? { create: true } : {}),
            }),
          ],
        }),
      };
    }),
  };
}

function variable(world: World): Fields | undefined {
  const { random } = world;
  const name = ["WEB_NAME", "SOME_VAR", "A", "B", "C"].find((free) => take(world, "var", free));
  if (name === undefined) return undefined;
  const object =
    known(world, ({ kind }) => /ConfigMap|Service|Deployment|Foo/.test(kind)) ?? patchable(world);
  return {
    name,
    objref: {
      kind: object.kind,
      name: object.name,
      apiVersion: object.apiVersion,
      ...(object.namespace ? { namespace: object.namespace } : {}),
    },
    ...maybe(random, {
      fieldref: [
        0.6,
        () => ({
          fieldPath:
            (random.chance(0.4) ? undefined : fieldPath(object, { ...world, mistakes: 0 })) ??
            "metadata.name",
        }),
      ],
    }),
  };
}

/** Fields that copy values between objects. */
export function valueFields(layer: Layer): Fields {
  const { world } = layer;
  const { random } = world;
  return maybe(random, {
    replacements: [
      0.2,
      () =>
        random.many(1, 2, () =>
          random.chance(0.2)
            ? {
                path: addFile(
                  layer,
                  "replacement.yaml",
                  writeYaml(random.chance(0.5) ? replacement(world) : [replacement(world)], random),
                ),
              }
            : replacement(world),
        ),
    ],
    vars: [0.12, () => random.many(1, 2, () => variable(world)).filter((made) => made !== undefined)],
    ...(world.mistakes > 0 ? { unknownField: [world.mistakes / 8, () => oddScalar(random)] as const } : {}),
  });
}
