// What an AppProject lets its Applications do, against what they are about to do.
// Source: argo-cd v3.5.1 pkg/apis/application/v1alpha1/app_project_types.go, IsSourcePermitted, IsDestinationPermitted,
// IsGroupKindNamePermitted
import type { Scope } from "../../schema/type-source.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";
import { typesOf } from "../schema/check-all.ts";
import { matchesPattern } from "./pattern.ts";
import { allObjects, grouped, normalUrl, type SyncObject, type SyncPath, syncPathsOf } from "./sync.ts";

const projectDocs = "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/projects/";

interface Governed {
  readonly sync: SyncPath;
  readonly project: KubeObject;
  readonly spec: Value;
}

/** The Applications of an overlay whose project is known. */
function governed(cluster: Cluster): readonly Governed[] {
  const projects = cluster.once(projectsByName);
  return syncPathsOf(cluster).flatMap((sync) => {
    if (sync.controller !== "argocd") return [];
    const named = projects.get(sync.object.root.get("spec", "project").text ?? "default") ?? [];
    const beside = named.filter(({ place }) => place === sync.place);
    const [only, ...more] = beside.length > 0 ? beside : named;
    if (!only || more.length > 0) return [];
    return [{ sync, project: only.object, spec: only.object.root.get("spec") }];
  });
}

function projectsByName(cluster: Cluster): ReadonlyMap<string, readonly SyncObject[]> {
  const projects = allObjects(cluster).filter(({ object }) => object.kind === "AppProject");
  return grouped(projects, ({ object }) => object.name);
}

export const projectForbidsSource: Rule = {
  code: "gitops/project-forbids-source",
  severity: "error",
  summary: "An Application takes its manifests from a repository that its AppProject does not allow",
  why: "Argo CD refuses the Application and syncs nothing",
  fix: "add the repository to sourceRepos, or name one that is there",
  source: `${projectDocs}#managing-projects`,
  *check(cluster) {
    for (const { sync, project, spec } of governed(cluster)) {
      const at = sync.source.get("repoURL");
      const list = spec.get("sourceRepos");
      const url = normalUrl(at.text ?? "");
      const patterns = list.items().map(({ text = "" }) => text);
      const fits = (pattern: string): boolean =>
        pattern === "*" || matchesPattern(normalUrl(pattern), url, "/");
      const isDenied = patterns.some((pattern) => pattern.startsWith("!") && fits(pattern.slice(1)));
      const isAllowed = patterns.some((pattern) => !pattern.startsWith("!") && fits(pattern));
      if (isAllowed && !isDenied) continue;
      yield {
        at,
        message: `AppProject/${project.name} does not allow the repository ${at.text ?? ""}`,
        related: [{ at: list, message: "what it allows" }],
      };
    }
  },
};

export const projectForbidsNamespace: Rule = {
  code: "gitops/project-forbids-namespace",
  severity: "error",
  summary: "An Application has objects in a namespace that its AppProject does not allow",
  why: "The sync stops at the first such object",
  fix: "add the namespace to the destinations of the AppProject, or move the objects",
  source: `${projectDocs}#managing-projects`,
  *check(cluster): Iterable<Finding> {
    for (const { sync, project, spec } of governed(cluster)) {
      const list = spec.get("destinations");
      const destination = sync.object.root.get("spec", "destination");
      const allowed = namespacesFor(list, destination);
      if (!allowed) continue;
      const related = [{ at: list, message: `what AppProject/${project.name} allows` }];
      const isAllowed = (name: string): boolean => allowed.some((pattern) => matchesPattern(pattern, name));
      const forbids = `AppProject/${project.name} does not allow the namespace`;
      const told = new Set([sync.namespace]);
      if (sync.namespace !== "" && !isAllowed(sync.namespace))
        yield { at: destination.get("namespace"), message: `${forbids} ${sync.namespace}`, related };
      for (const { resource, root } of sync.build()?.cluster.objects ?? []) {
        const { namespace } = resource.id;
        if (namespace === "" || told.has(namespace) || isAllowed(namespace)) continue;
        told.add(namespace);
        yield { at: root.get("metadata", "namespace"), message: `${forbids} ${namespace}`, related };
      }
    }
  },
};

/** The patterns of namespaces on the Application's cluster; undefined when it is not certain what they say. */
function namespacesFor(list: Value, destination: Value): readonly string[] | undefined {
  const entries = list.items();
  const texts = entries.flatMap((entry) =>
    ["server", "name", "namespace"].map((key) => entry.get(key).text ?? ""),
  );
  if (texts.some((text) => text.startsWith("!"))) return undefined;
  // A cluster has an address and a name, and only Argo CD knows which belong together.
  const fits = (entry: Value): boolean =>
    (["server", "name"] as const).some((key) => {
      const wanted = destination.get(key).text ?? "";
      const pattern = entry.get(key).text ?? "";
      return wanted === "" ? pattern !== "" : pattern !== "" && matchesPattern(pattern, wanted);
    });
  return entries.filter(fits).map((entry) => entry.get("namespace").text ?? "");
}

export const projectForbidsKind: Rule = {
  code: "gitops/project-forbids-kind",
  severity: "error",
  summary: "An Application has objects of a kind that its AppProject does not allow",
  why: "Argo CD applies none of them and the sync fails",
  fix: "add the kind to the list of the AppProject, or leave the object out",
  source: `${projectDocs}#managing-projects`,
  *check(cluster): Iterable<Finding> {
    for (const { sync, project, spec } of governed(cluster)) {
      const built = sync.build();
      const told = new Set<string>();
      for (const object of built?.cluster.objects ?? []) {
        const kind = `${object.group}/${object.kind}`;
        if (told.has(kind)) continue;
        told.add(kind);
        const scope = scopeOf(cluster, object);
        const list = scope && forbiddingList(spec, object, scope);
        if (!list) continue;
        yield {
          at: object.root.get("kind"),
          message: `AppProject/${project.name} does not allow ${object.kind}${object.group && ` of ${object.group}`}`,
          related: [{ at: list, message: "its list" }],
        };
      }
    }
  },
};

function scopeOf(cluster: Cluster, { group, version, kind, namespace }: KubeObject): Scope | undefined {
  if (namespace === "") return "Cluster";
  return cluster.once(typesOf).scopeOf(group === "" ? version : `${group}/${version}`, kind);
}

/** The list that keeps an object out. */
function forbiddingList(spec: Value, object: KubeObject, scope: Scope): Value | undefined {
  const prefix = scope === "Cluster" ? "cluster" : "namespace";
  const white = spec.get(`${prefix}ResourceWhitelist`);
  const black = spec.get(`${prefix}ResourceBlacklist`);
  if (isListed(black, object)) return black;
  // Without a list all kinds are allowed in namespaces, and none outside of them.
  if (!white.exists && scope === "Namespaced") return undefined;
  return isListed(white, object) ? undefined : white;
}

function isListed(list: Value, { group, kind, name }: KubeObject): boolean {
  return list.items().some((item) => {
    const named = item.get("name").text ?? "";
    return (
      matchesPattern(item.get("group").text ?? "", group) &&
      matchesPattern(item.get("kind").text ?? "", kind) &&
      (named === "" || matchesPattern(named, name))
    );
  });
}

export const destinationUnused: Rule = {
  code: "gitops/destination-unused",
  severity: "warning",
  summary: "No object of an Application is in the namespace that it names as its destination",
  why: "Whoever reads the Application, or gives rights by it, takes it for what it is not; a missing namespace of an object would go unseen",
  fix: "name the namespace that the directory sets",
  source: "https://argo-cd.readthedocs.io/en/release-3.5/operator-manual/declarative-setup/#applications",
  *check(cluster) {
    for (const { controller, build, namespace, object, source } of syncPathsOf(cluster)) {
      if (controller !== "argocd" || namespace === "" || source.get("kustomize").exists) continue;
      const built = build()?.cluster;
      if (!built) continue;
      const used = new Set(
        built.objects
          .filter((each) => scopeOf(cluster, each) !== "Cluster")
          .map(({ resource }) => resource.id.namespace),
      );
      if (used.size === 0 || used.has("") || used.has(namespace) || built.find("Namespace", "", namespace))
        continue;
      const names = [...used].sort().join(", ");
      yield {
        at: object.root.get("spec", "destination", "namespace"),
        message: `Application/${object.name} names ${namespace}, and its objects are in ${names}`,
      };
    }
  },
};
