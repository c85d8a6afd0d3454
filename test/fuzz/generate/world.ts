// What the files of one tree agree on, so that they speak of each other.
import { Random } from "../random.ts";
import { oddScalar, oddText, taggedTexts } from "./scalars.ts";
import { type Fields, type Value, Verbatim } from "./value.ts";

/** An object that some file of the tree defines. */
export interface Known {
  readonly fields: Fields;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

export interface World {
  readonly random: Random;
  /** How likely an odd scalar is where any value will do. */
  readonly oddness: number;
  /** How likely a mistake is where one can be made. */
  readonly mistakes: number;
  /** The objects that can be seen from where a file stands. */
  readonly objects: readonly Known[];
  /** Ids that are in use anywhere in the tree, with those of generated objects. */
  readonly taken: Set<string>;
  /** Objects that a patch may have taken fields from. */
  readonly patched: Set<Known>;
}

export function newWorld(seed: number): World {
  const random = new Random(seed);
  return {
    random,
    oddness: random.pick([0, 0.05, 0.05, 0.3]),
    mistakes: random.chance(0.8) ? 0 : random.pick([0.02, 0.02, 0.1]),
    objects: [],
    taken: new Set(),
    patched: new Set(),
  };
}

export const names: readonly string[] = ["web", "db", "app", "cfg", "web-2", "broker"];
export const namespaces: readonly string[] = ["default", "prod", "dev", "web"];
const labelKeys = ["app", "tier", "app.kubernetes.io/name", "env", "role"];
const labelValues = ["web", "db", "prod", "a.b_c-d", "1"];

export function aName({ random }: World): string {
  return random.pick(names);
}

/** A free-form value: usually dull, sometimes odd. */
export function anyValue(world: World, dull: Value = "text"): Value {
  return world.random.chance(world.oddness) ? oddScalar(world.random) : dull;
}

export function anyText(world: World, dull = "text"): string {
  return world.random.chance(world.oddness) ? oddText(world.random) : dull;
}

export function labels(world: World, most = 3): Fields {
  const { random } = world;
  const value = (): Value =>
    random.chance(world.oddness / 10)
      ? new Verbatim(random.pick(taggedTexts))
      : anyText(world, random.pick(labelValues));
  return Object.fromEntries(random.many(1, most, () => [random.pick(labelKeys), value()]));
}

/** Fields that are there with the given probabilities. */
export function maybe(random: Random, fields: Record<string, readonly [number, () => Value]>): Fields {
  const result: Record<string, Value> = {};
  for (const [key, [probability, make]] of Object.entries(fields)) {
    if (random.chance(probability)) result[key] = make();
  }
  return result;
}

/** Whether the id was free; it is in use from then on. */
export function take({ taken }: World, kind: string, name: string, namespace = "default"): boolean {
  const id = `${kind}/${namespace}/${name}`;
  if (taken.has(id)) return false;
  taken.add(id);
  return true;
}

/** A known object, mostly; `wanted` narrows the choice. */
export function known(world: World, wanted: (object: Known) => boolean = () => true): Known | undefined {
  const found = world.objects.filter(wanted);
  return found.length > 0 ? world.random.pick(found) : undefined;
}

/** The name of a known object of the kind, or one that may not exist. */
export function nameOf(world: World, kind: string): string {
  const found = world.random.chance(0.85) ? known(world, (object) => object.kind === kind) : undefined;
  return found?.name ?? aName(world);
}
