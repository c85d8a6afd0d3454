// Kustomizations of Flux: their order, and settings that do not go together.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";
import { allObjects, isFluxKustomization, type SyncObject, type SyncPath, syncPathsOf } from "./sync.ts";

const kustomizationDocs = "https://fluxcd.io/flux/components/kustomize/kustomizations/";

function ownKustomizations(cluster: Cluster): readonly SyncPath[] {
  return syncPathsOf(cluster).filter(({ controller }) => controller === "flux");
}

/** All Kustomizations of one place by namespace and name. */
function byName(cluster: Cluster): ReadonlyMap<string, SyncObject> {
  const all = allObjects(cluster).filter(({ object }) => isFluxKustomization(object));
  return new Map(all.map((sync) => [nameKey(sync.place, sync.object.namespace, sync.object.name), sync]));
}

function nameKey(place: string, namespace: string, name: string): string {
  return `${place}\0${namespace}\0${name}`;
}

interface Dependency {
  readonly at: Value;
  readonly name: string;
  readonly on: SyncObject | undefined;
}

function dependenciesOf(cluster: Cluster, { object, place }: SyncObject): readonly Dependency[] {
  const known = cluster.once(byName);
  return object.root
    .get("spec", "dependsOn")
    .items()
    .map((item) => {
      const name = item.get("name").text ?? "";
      const namespace = item.get("namespace").text ?? object.namespace;
      return { at: item.get("name"), name, on: known.get(nameKey(place, namespace, name)) };
    });
}

export const dependencyCycle: Rule = {
  code: "gitops/dependency-cycle",
  severity: "error",
  summary: "Kustomizations depend on each other in a circle",
  why: "Each waits for another one, and none is ever applied",
  fix: "remove one of the dependencies",
  source: `${kustomizationDocs}#dependencies`,
  *check(cluster) {
    const done = new Set<KubeObject>();
    for (const start of ownKustomizations(cluster)) yield* cyclesFrom(cluster, start, done);
  },
};

/** Goes through everything that an object depends on; each object once in a run. */
function* cyclesFrom(cluster: Cluster, start: SyncObject, done: Set<KubeObject>): Iterable<Finding> {
  const way: SyncObject[] = [];
  const onWay = new Set<KubeObject>();
  const enter = (sync: SyncObject) => {
    done.add(sync.object);
    way.push(sync);
    onWay.add(sync.object);
    return dependenciesOf(cluster, sync).values();
  };
  if (done.has(start.object)) return;
  const stack = [enter(start)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { value, done: isOver } = top.next();
    if (isOver) {
      stack.pop();
      const left = way.pop();
      if (left) onWay.delete(left.object);
    } else if (value.on && onWay.has(value.on.object)) {
      const { object } = value.on;
      const circle = way.slice(way.findIndex((each) => each.object === object));
      const names = [...circle.map((each) => each.object.name), object.name].join(" → ");
      yield { at: value.at, message: `the dependencies go in a circle: ${names}` };
    } else if (value.on && !done.has(value.on.object)) stack.push(enter(value.on));
  }
}

export const dependencyMisspelt: Rule = {
  code: "gitops/dependency-not-found",
  severity: "error",
  summary: "A Kustomization depends on one that is not there, but one of nearly that name is",
  why: "It waits for the dependency and is never applied",
  fix: "name the Kustomization as it is called, with its namespace when that is another one",
  source: `${kustomizationDocs}#dependencies`,
  *check(cluster) {
    const places = cluster.once(namesByPlace);
    const elsewhere = cluster.once(namesOfAnyPlace);
    for (const sync of ownKustomizations(cluster)) {
      for (const { at, name, on } of dependenciesOf(cluster, sync)) {
        // One of another name may be in another repository.
        const meant = on || elsewhere.has(name) ? undefined : nearest(name, places.get(sync.place) ?? []);
        if (meant === undefined) continue;
        yield { at, message: `there is no Kustomization/${name}`, help: `did you mean ${meant}?` };
      }
    }
  },
};

/** Those whose namespace, or whose cluster, is up to the kustomization or the sync object that applies them. */
function namesOfAnyPlace(cluster: Cluster): ReadonlySet<string> {
  const places = new Map<string, Set<string>>();
  const names = new Set<string>();
  for (const { place, object } of cluster.once(byName).values()) {
    const { name } = object;
    const known = places.get(name) ?? new Set();
    places.set(name, known.add(place));
    if (known.size > 1 || !object.root.get("metadata", "namespace").exists) names.add(name);
  }
  return names;
}

function namesByPlace(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { place, object } of cluster.once(byName).values()) {
    places.set(place, [...(places.get(place) ?? []), object.name]);
  }
  return places;
}

export const dependencyNotAwaited: Rule = {
  code: "gitops/dependency-not-awaited",
  severity: "warning",
  summary: "A Kustomization depends on one that does not wait until its objects work",
  why: "Without wait or healthChecks the dependency counts as ready as soon as it is applied, so the order guarantees nothing",
  fix: "set wait: true on the dependency",
  source: `${kustomizationDocs}#wait`,
  *check(cluster) {
    for (const sync of ownKustomizations(cluster)) {
      for (const { at, on } of dependenciesOf(cluster, sync)) {
        const spec = on?.object.root.get("spec");
        if (!on || !spec || spec.get("wait").boolean === true) continue;
        if (spec.get("healthChecks").items().length > 0) continue;
        yield {
          at,
          message: `Kustomization/${on.object.name} is ready before its objects are`,
          related: [{ at: spec.get("wait"), message: "it does not wait" }],
        };
      }
    }
  },
};

export const healthChecksIgnored: Rule = {
  code: "gitops/health-checks-ignored",
  severity: "warning",
  summary: "A Kustomization lists health checks and waits for everything",
  why: "With wait: true Flux looks at all objects that it applies and passes the list over, what lies elsewhere included",
  fix: "remove healthChecks, or wait",
  source: `${kustomizationDocs}#wait`,
  *check(cluster) {
    for (const { source, object } of ownKustomizations(cluster)) {
      const checks = source.get("healthChecks");
      if (source.get("wait").boolean !== true || checks.items().length === 0) continue;
      const message = `Kustomization/${object.name} waits for all objects, so its health checks are ignored`;
      yield { at: checks, atKey: true, message };
    }
  },
};

export const forceRecreates: Rule = {
  code: "gitops/force-recreates",
  severity: "warning",
  summary: "A Kustomization recreates what cannot be changed",
  why: "With force: true a change of an immutable field deletes the object and makes it anew: the pods of a StatefulSet all at once, a claim with its data",
  fix: "remove force, and give single objects the annotation kustomize.toolkit.fluxcd.io/force: enabled, such as Jobs",
  source: `${kustomizationDocs}#force`,
  *check(cluster) {
    for (const { source, object, build } of ownKustomizations(cluster)) {
      const at = source.get("force");
      if (at.boolean !== true) continue;
      const held = build()?.cluster.objects.find(
        ({ kind }) => kind === "StatefulSet" || kind === "PersistentVolumeClaim",
      );
      if (!held) continue;
      const message = `Kustomization/${object.name} would delete and remake ${held.kind}/${held.name}`;
      yield { at, message, related: [{ at: held.root, message: "it is here" }] };
    }
  },
};
