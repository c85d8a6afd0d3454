// configMapGenerator, secretGenerator, generatorOptions.
import { addFile, type Layer } from "./layer.ts";
import { oddText } from "./scalars.ts";
import type { Fields, Value } from "./value.ts";
import { aName, anyText, anyValue, type Known, labels, maybe, namespaces, take } from "./world.ts";

const literalKeys = ["k", "a.b", "LOG_LEVEL", "host", "port10", "port2", "a-1"];

function options(layer: Layer): Fields {
  const { world } = layer;
  return maybe(world.random, {
    labels: [0.3, () => labels(world)],
    annotations: [0.3, () => ({ note: anyText(world, "generated") })],
    disableNameSuffixHash: [0.4, () => true],
    immutable: [0.15, () => true],
  });
}

function literal(layer: Layer, key: string): string {
  const { random, oddness, mistakes } = layer.world;
  if (random.chance(mistakes / 3))
    return random.pick(["a", "=b", "", "a b=c", "a/b=c", "..=x", `${"k".repeat(260)}=v`]);
  return `${key}=${random.chance(oddness) ? oddText(random) : random.pick(["v", "info", '"quoted"', "'q'", "a=b", "", " x ", "$(WEB_NAME)"])}`;
}

function envFile(layer: Layer): string {
  const { random, mistakes } = layer.world;
  const known = [
    "A=1",
    "B=two words",
    "# comment",
    "",
    "C=",
    'Q="q"',
    " D=x",
    "E=a=b",
    "F=x # no comment",
    "G='x'",
    "H=é",
    "I",
  ];
  const lines = random.shuffled(random.some(known, 0.3));
  if (random.chance(mistakes)) lines.push(random.pick(["bad key=1", "A=2", "=x"]));
  return random.chance(0.9) ? `${lines.join("\n")}\n` : lines.join("\r\n");
}

function source(layer: Layer): Value {
  const { random, mistakes } = layer.world;
  const content = random.oneOf(
    [
      4,
      () =>
        random.pick([
          "text\n",
          "a: 1\nb: 2\n",
          "no line break",
          "",
          "a\tb\n",
          " x\n",
          "a \nb\n",
          "é\n",
          "\ufeffbom\n",
        ]),
    ],
    [1, () => oddText(random)],
    [0.3, () => "\u0000\u0001binary"],
  );
  const file = addFile(layer, random.pick(["a.conf", "b.txt", "LOG_LEVEL", "sub/c.json"]), content);
  if (random.chance(mistakes / 3)) return random.pick(["none.txt", "=x", "a=", "a=b=c", "../../x", ""]);
  return random.chance(0.4) ? `key-${file.replace(/.*\//, "")}=${file}` : file;
}

function entry(layer: Layer, isSecret: boolean): Fields {
  const { world } = layer;
  const { random, mistakes } = world;
  const wanted = isSecret ? "Secret" : "ConfigMap";
  const existing = world.objects.filter(({ kind }) => kind === wanted);
  const merge = random.chance(0.15) && existing.length > 0 ? (random.pick(existing) as Known) : undefined;
  const namespace = merge ? merge.namespace : random.chance(0.1) ? random.pick(namespaces) : undefined;
  let name = merge?.name ?? `${random.pick(["gen-", ""])}${aName(world)}`;
  while (!merge && !take(world, wanted, name, namespace) && !random.chance(mistakes / 2)) name += "-x";
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(merge
      ? { behavior: random.pick(["merge", "replace", "merge", random.chance(mistakes) ? "create" : "merge"]) }
      : {}),
    ...maybe(random, {
      literals: [0.7, () => random.some(literalKeys, 0.3).map((key) => literal(layer, key))],
      files: [0.3, () => random.many(1, 2, () => source(layer))],
      envs: [0.2, () => [addFile(layer, "vars.env", envFile(layer))]],
      env: [0.03, () => addFile(layer, "old.env", envFile(layer))],
      options: [0.2, () => options(layer)],
      ...(isSecret ? { type: [0.3, () => random.pick(["Opaque", "kubernetes.io/tls"])] as const } : {}),
      ...(mistakes > 0
        ? {
            behavior: [mistakes / 3, () => random.pick(["merge", "bad", "replace"])] as const,
            bad: [mistakes / 5, () => anyValue(world)] as const,
          }
        : {}),
    }),
  };
}

/** The fields of a kustomization that make ConfigMaps and Secrets. */
export function generatorFields(layer: Layer): Fields {
  const { random } = layer.world;
  return maybe(random, {
    configMapGenerator: [0.3, () => random.many(1, 2, () => entry(layer, false))],
    secretGenerator: [0.2, () => random.many(1, 2, () => entry(layer, true))],
    generatorOptions: [0.12, () => options(layer)],
  });
}
