// Whole objects, and the files that hold them.
import type { Random } from "../random.ts";
import { kinds } from "./kinds.ts";
import { oddScalar, oddText } from "./scalars.ts";
import type { Fields, Value } from "./value.ts";
import { aName, anyText, type Known, labels, maybe, namespaces, take, type World } from "./world.ts";
import { writeYaml } from "./write-yaml.ts";

const specialAnnotations: readonly (readonly [string, string])[] = [
  ["config.kubernetes.io/local-config", "true"],
  ["config.kubernetes.io/local-config", "false"],
  ["kustomize.config.k8s.io/needs-hash", "true"],
  ["kustomize.config.k8s.io/behavior", "merge"],
  ["config.kubernetes.io/origin", "path: a.yaml\n"],
  ["kubernetes.io/description", "x"],
];

function annotations(world: World): Fields {
  const { random } = world;
  const special = random.chance(0.06) ? [random.pick(specialAnnotations)] : [];
  const own = random.many(0, 2, () => [random.pick(["note", "a.b/c", "checksum"]), anyText(world, "x")]);
  return Object.fromEntries([...own, ...special]);
}

/** An object of any kind; it is noted in the world. */
export function makeObject(world: World, wanted?: string): Known {
  const { random } = world;
  const type =
    wanted ?? random.oneOf(...Object.entries(kinds).map(([key, [weight]]) => [weight, () => key] as const));
  const [apiVersion = "", kind = ""] = type.split(" ");
  const name = random.chance(0.02) ? anyText(world, "a.b") : aName(world);
  const namespace = random.chance(0.25) ? random.pick(namespaces) : undefined;
  const metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...maybe(random, { labels: [0.4, () => labels(world)], annotations: [0.25, () => annotations(world)] }),
  };
  const body = kinds[type]?.[1](world) ?? {};
  return { fields: { apiVersion, kind, metadata, ...body }, apiVersion, kind, name, namespace };
}

/** Objects with ids of their own, unless a mistake is wanted. */
export function makeObjects(world: World, count: number): readonly Known[] {
  const made: Known[] = [];
  for (let i = 0; i < count; i++) {
    const object = makeObject(world);
    const free = take(world, object.kind, object.name, object.namespace);
    if (free || world.random.chance(world.mistakes)) made.push(object);
  }
  return made;
}

/** The text of a manifest file. */
export function writeManifest(objects: readonly Known[], world: World): string {
  const { random } = world;
  const documents = objects.map(({ fields }) => writeYaml(spoiled(fields, world), random));
  if (objects.length > 1 && random.chance(0.1)) {
    return writeYaml({ apiVersion: "v1", kind: "List", items: objects.map(({ fields }) => fields) }, random);
  }
  const separator = (): string =>
    random.pick(["---\n", "---\n", "---\n", "--- \n", "---\n---\n", "---\n# nothing\n---\n", "---\n\n"]);
  const start = random.pick([
    "",
    "",
    "",
    "---\n",
    "# about\n",
    "\n",
    random.chance(0.1) ? "\ufeff" : "",
    random.chance(world.mistakes) ? "%YAML 1.1\n---\n" : "",
  ]);
  const end = random.pick(["---\n", "\n", "---", random.chance(0.2) ? "...\n" : ""]);
  const text = `${start}${documents.reduce((text, next) => (text === "" ? next : `${text}${separator()}${next}`), "")}${random.chance(0.1) ? end : ""}`;
  return random.oneOf(
    [94, () => text],
    [2, () => text.replaceAll("\n", "\r\n")],
    [1, () => text.replaceAll("\n", random.pick(["\r", "\u0085"]))],
    [2, () => withOne(text, "\n", random.pick(["\r", "\r\n", "\u0085", "\r\r", "\n\r"]), random)],
    [1, () => withOne(text, "", random.pick(["\r", "\u0085", "\ufeff", "\u007f", "\v", "\u00a0"]), random)],
  );
}

/** One of a part's occurrences is something else. Of lines between brackets the oddest are refused (flow-lines.ts). */
function withOne(text: string, part: string, other: string, random: Random): string {
  if (/[[{]/.test(text)) return text;
  const parts = text.split(part);
  const at = random.int(parts.length);
  return parts.map((piece, i) => (i === 0 ? piece : `${i === at ? other : part}${piece}`)).join("");
}

function spoiled(fields: Fields, world: World): Fields {
  const { random } = world;
  if (!random.chance(world.mistakes / 3)) return fields;
  const metadata = fields["metadata"] as Fields;
  const { apiVersion: _, ...withoutVersion } = fields;
  const { kind: __, ...withoutKind } = fields;
  const { name: ___, ...nameless } = metadata;
  return random.pick<Fields>([
    withoutVersion,
    withoutKind,
    { ...fields, metadata: nameless },
    { ...fields, metadata: { ...metadata, name: oddScalar(random) } },
    { ...fields, metadata: { ...metadata, namespace: oddScalar(random) } },
    {
      ...fields,
      metadata: {
        ...metadata,
        labels: random.pick<Value>([null, [], "x", { a: null }, { a: 1 }, { a: {} }]),
      },
    },
    {
      ...fields,
      metadata: {
        ...metadata,
        annotations: random.pick<Value>([null, [], "x", { a: null }, { a: 1 }, { a: {} }]),
      },
    },
    { ...fields, metadata: random.pick<Value>([null, "x", [], {}]) },
    { ...fields, spec: random.pick<Value>([null, "x", [], {}, 5]) },
    { ...fields, data: random.pick<Value>([null, "x", [], { a: null }, { a: { b: 1 } }, { a: true }]) },
    { ...fields, kind: oddText(random) },
    { ...fields, apiVersion: oddText(random) },
    { ...fields, kind: "List", items: random.pick<Value>([[], [fields], null]) },
    { ...fields, kind: "FooList", items: random.pick<Value>([[], [fields], null]) },
  ]);
}
