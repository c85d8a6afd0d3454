// Patches of both forms for objects that exist.
import { makeObject } from "./objects.ts";
import { oddScalar } from "./scalars.ts";
import { Anchored, type Fields, isFields, isList, type Value, Verbatim } from "./value.ts";
import { aName, anyText, anyValue, type Known, known, maybe, namespaces, type World } from "./world.ts";
import { writeBlock, writeYaml } from "./write-yaml.ts";

/** Parts of a value, with null, directives and new values here and there. */
function pruned(value: Value, world: World, depth: number): Value {
  const { random } = world;
  if (value instanceof Anchored) return pruned(value.value, world, depth);
  if (value instanceof Verbatim && value.yaml.startsWith("*")) return "no alias";
  if (isFields(value)) {
    const kept = random.some(Object.entries(value), depth < 2 ? 0.7 : 0.5).filter(([key]) => key !== "<<");
    const fields: Record<string, Value> = {};
    if (random.chance(0.03)) fields["$patch"] = random.pick(["delete", "replace", "merge", "replace"]);
    for (const [key, child] of kept) {
      if (random.chance(0.02) && isList(child)) fields[`$setElementOrder/${key}`] = [];
      if (random.chance(0.03) && isList(child))
        fields[`$deleteFromPrimitiveList/${key}`] = [...child].slice(0, 1);
      else fields[key] = random.chance(0.05) ? null : pruned(child, world, depth + 1);
    }
    for (const key of mergeKeys) if (key in value && random.chance(0.9)) fields[key] ??= value[key] ?? null;
    if (random.chance(0.02)) fields["$retainKeys"] = Object.keys(value).slice(0, 2);
    if (random.chance(0.03)) fields["extra"] = anyValue(world, "new");
    return fields;
  }
  if (isList(value)) {
    const items = random.some(value, 0.6).map((item) => {
      const name = isFields(item) ? item["name"] : undefined;
      if (name !== undefined && random.chance(0.04))
        return { $patch: random.pick(["delete", "replace"]), name };
      return pruned(item, world, depth + 1);
    });
    if (random.chance(0.03)) items.push(...items.slice(0, 1));
    if (random.chance(0.02)) items.push({ $patch: random.pick(["delete", "replace", "merge"]) });
    if (random.chance(world.mistakes / 5)) items.push(random.pick<Value>([null, "x", 5, {}]));
    return random.shuffled(items);
  }
  return random.chance(world.oddness) ? oddScalar(random) : value;
}

const mergeKeys = ["name", "containerPort", "port", "mountPath", "ip", "type", "kind", "key"];

// Without directives, and without origins: what kustomize remembers of an object stands among its annotations.
function patchedAnnotations(old: Value | undefined): Fields {
  const own = isFields(old) ? Object.entries(old).filter(([key]) => key !== originAnnotation) : [];
  return { note: "patched", ...Object.fromEntries(own.slice(0, 1)) };
}

const originAnnotation = "config.kubernetes.io/origin";

/** A strategic merge patch: parts of the object itself, or of another of its kind. */
export function mergePatch(world: World, object: Known): Fields {
  const { random } = world;
  const other = random.chance(0.6) ? makeObject(world, `${object.apiVersion} ${object.kind}`) : object;
  const { apiVersion: _, kind: __, metadata, ...body } = other.fields;
  const own = metadata as Fields;
  const patch = pruned(body, world, 0) as Fields;
  world.patched.add(object);
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: {
      name: object.name,
      ...(object.namespace === undefined ? {} : { namespace: object.namespace }),
      ...maybe(random, {
        labels: [0.2, () => pruned(own["labels"] ?? { app: "patched" }, world, 2)],
        annotations: [0.2, () => patchedAnnotations(own["annotations"])],
      }),
    },
    ...(random.chance(0.03) ? { $patch: random.pick(["delete", "delete", "replace", "merge"]) } : {}),
    ...patch,
  };
}

/** Steps to a random value inside, and the value. */
export function somewhere(
  value: Value,
  world: World,
  least = 1,
): { readonly steps: readonly (string | number)[]; readonly value: Value } {
  const { random } = world;
  const steps: (string | number)[] = [];
  let at = value;
  while (steps.length < 9 && (steps.length < least || random.chance(0.75))) {
    if (isFields(at) && Object.keys(at).length > 0) {
      // Nobody patches kustomize's own record of where an object came from; it would have to stay a record.
      const keys = Object.keys(at).filter((key) => key !== originAnnotation);
      if (keys.length === 0) break;
      const key: string = random.pick(keys);
      steps.push(key);
      at = at[key] ?? null;
    } else if (isList(at) && at.length > 0) {
      const index = random.int(at.length);
      steps.push(index);
      at = at[index] ?? null;
    } else break;
  }
  return { steps, value: at };
}

function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function isIdentity(steps: readonly (string | number)[]): boolean {
  return steps[0] === "metadata" && (steps.length < 3 || steps[1] === "name");
}

// Of the kind that is there: kustomize fails in many ways when it is not, and all of them after the patch.
function newValue(world: World, old: Value): Value {
  const { random } = world;
  if (isFields(old) || isList(old)) return random.chance(0.5) ? old : pruned(old, world, 2);
  if (typeof old === "string") return anyText(world, "new");
  return random.chance(0.3) ? old : random.int(100);
}

function operation(world: World, object: Known): Fields {
  const { random } = world;
  const { apiVersion: _, kind: __, ...body } = object.fields;
  // Not metadata itself nor its name: kustomize keeps its own notes in there, and then speaks of them.
  const where = (): ReturnType<typeof somewhere> => somewhere(body, world, 2);
  const target = [where(), where(), where(), where()].find(({ steps }) => !isIdentity(steps));
  const isSafe = !target || (world.patched.has(object) && random.chance(0.75));
  world.patched.add(object);
  if (isSafe) return { op: "add", path: "/extra", value: anyValue(world, "x") };
  const path = pointer(target.steps);
  const parent = pointer(target.steps.slice(0, -1));
  const value = newValue(world, target.value);
  const isItem = typeof target.steps.at(-1) === "number";
  const sibling = (name: string): string => `${parent}/${isItem ? random.pick(["0", "-"]) : name}`;
  return random.oneOf<Fields>(
    [4, () => ({ op: "replace", path, value })],
    [
      3,
      () => ({
        op: "add",
        path: isItem && random.chance(0.5) ? `${parent}/-` : path,
        value,
      }),
    ],
    [
      1.5,
      () => ({
        op: "add",
        path: sibling(random.pick(["new", "a~1b", "x.y", "z~0"])),
        value,
      }),
    ],
    [0.7, () => ({ op: "remove", path })],
    [0.2, () => ({ op: "test", path, value: target.value })],
    [0.15, () => ({ op: "copy", from: path, path: sibling("copied") })],
    [0.15, () => ({ op: "move", from: path, path: sibling("moved") })],
    [
      world.mistakes,
      () => ({
        op: random.pick(["replace", "remove", "test", "bad", "add"]),
        path: random.pick(["/none/here", "none", "", "/metadata/labels/none", `${path}/0`]),
        value,
      }),
    ],
  );
}

/** The text of a JSON 6902 patch. */
export function jsonPatch(world: World, object: Known): string {
  const { random } = world;
  const operations = random.many(1, 2, () => operation(world, object));
  if (random.chance(0.3) && !JSON.stringify(operations).includes('"yaml"'))
    return JSON.stringify(operations, null, random.pick([0, 2]));
  const text = writeYaml(operations, random);
  // What begins with a bracket must be JSON.
  return text.trimStart().startsWith("[") && random.chance(0.9) ? writeBlock(operations, random) : text;
}

/** A target that finds the object, and hardly ever another. */
export function exactTarget(world: World, object: Known): Fields {
  const { kind, name, namespace } = object;
  return {
    kind,
    name,
    ...(namespace !== undefined && world.random.chance(0.3) ? { namespace } : {}),
  };
}

/** Of a patch that only fits the object: others lack what it changes. */
export function narrowTarget(world: World, object: Known): Fields {
  return world.random.chance(0.93) ? exactTarget(world, object) : target(world, object);
}

/** A target that finds the object, mostly, and perhaps others. */
export function target(world: World, object: Known): Fields {
  const { random } = world;
  const [group, version] = object.apiVersion.includes("/")
    ? object.apiVersion.split("/")
    : ["", object.apiVersion];
  const metadata = object.fields["metadata"] as Fields;
  const own = metadata["labels"];
  const [key, value] = isFields(own) ? (Object.entries(own)[0] ?? ["app", "web"]) : ["app", "web"];
  const fields = maybe(random, {
    kind: [
      0.9,
      () =>
        random.chance(0.1) ? random.pick(["Deploy.*", ".*", "ConfigMap|Secret", "deployment"]) : object.kind,
    ],
    name: [
      0.6,
      () =>
        random.chance(0.2) ? random.pick([".*", "web.*", "we", "web|db", "^web$", "w[eb]+"]) : object.name,
    ],
    group: [0.15, () => group ?? ""],
    version: [0.15, () => version ?? ""],
    namespace: [0.1, () => object.namespace ?? random.pick(namespaces)],
    labelSelector: [
      0.08,
      () =>
        typeof value === "string" && /^[\w.-]*$/.test(value)
          ? `${key}=${value}`
          : random.pick(["app", "!app", "app in (web, db)", "app!=web", "tier notin (a)"]),
    ],
    annotationSelector: [0.04, () => random.pick(["note=x", "note", "!note"])],
  });
  if (random.chance(world.mistakes / 2)) {
    return {
      ...fields,
      ...random.pick<Fields>([{ name: "[" }, { kind: "(" }, { name: "none" }]),
    };
  }
  return Object.keys(fields).length > 0 ? fields : { kind: object.kind };
}

/** An object to patch: nearly always one that exists. */
export function patchable(world: World): Known {
  return (world.random.chance(world.mistakes) ? undefined : known(world)) ?? makeObject(world);
}

/** The text of a strategic merge patch, sometimes for more than one object. */
export function mergePatchText(world: World, objects: readonly Known[]): string {
  const { random } = world;
  if (random.chance(world.mistakes / 2))
    return random.pick([
      "",
      "# nothing\n",
      "---\n",
      "a: b\n",
      "[]\n",
      "kind: X\n",
      "{",
      "null\n",
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${aName(world)}\n$patch: delete\n`,
    ]);
  return objects.map((object) => writeYaml(mergePatch(world, object), random)).join("---\n");
}
