// The directories that sync objects name: whether they are there, and whether one builds what another one builds.
import { relative } from "node:path/posix";
import { idKey } from "../../resource/res-id.ts";
import type { Node } from "../../yaml/node.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Finding, Rule } from "../rule.ts";
import { allPaths, meantBy, printed, type SyncPath, syncPathsOf, targetOf } from "./sync.ts";

export const pathNotFound: Rule = {
  code: "gitops/path-not-found",
  severity: "error",
  summary: "A sync object names a directory that the repository does not have",
  why: "The controller reports an error and applies nothing, and never did, or from the next commit on",
  fix: "name the directory as it is called; upper and lower case count",
  source: "https://fluxcd.io/flux/components/kustomize/kustomizations/#path",
  *check(cluster) {
    const known = cluster.once(knownRepositories);
    for (const sync of syncPathsOf(cluster)) {
      if (sync.tree.isDirectory(sync.directory)) continue;
      const meant = meantBy(sync);
      // It may well be a directory of another repository.
      if (meant === undefined && !known.has(sync.repository)) continue;
      yield {
        at: sync.path,
        message: `there is no directory \`${sync.directory}\``,
        ...(meant === undefined ? {} : { help: `did you mean ${meant}?` }),
      };
    }
  },
};

/** The repositories of which some directory is here, so that it is this one. */
function knownRepositories(cluster: Cluster): ReadonlySet<string> {
  const here = allPaths(cluster).filter(({ tree, directory }) => {
    return directory !== "" && tree.isDirectory(directory);
  });
  return new Set(here.map(({ repository }) => repository));
}

export const nothingToBuild: Rule = {
  code: "gitops/path-without-manifests",
  severity: "error",
  summary: "A sync object names a directory in which there is nothing to apply",
  why: "With pruning, everything that was applied before is deleted; without, nothing happens and the object looks healthy",
  fix: "name the directory with the kustomization",
  source: "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/tool_detection/",
  *check(cluster) {
    for (const { tree, directory, path, controller } of syncPathsOf(cluster)) {
      if (!tree.isDirectory(directory) || tree.hasKustomization(directory)) continue;
      if (tree.namesIn(directory).some((name) => /\.(ya?ml|json|jsonnet)$/.test(name))) continue;
      const below = tree.buildable.filter((each) => directory === "" || each.startsWith(`${directory}/`));
      // Flux goes into the directories below by itself.
      if (controller === "flux" && below.length > 0) continue;
      const [first] = below;
      yield {
        at: path,
        message: `\`${directory || "."}\` has neither a kustomization nor manifests`,
        ...(first === undefined ? {} : { help: `did you mean ${first}?` }),
      };
    }
  },
};

export const pathBuiltTwice: Rule = {
  code: "gitops/path-built-twice",
  severity: "error",
  summary: "Two sync objects apply the same directory to the same place",
  why: "Each takes the objects for its own: they fight over labels, and deleting or pruning one deletes what the other one applies",
  fix: "remove one of them",
  source:
    "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found",
  *check(cluster) {
    const first = new Map<string, SyncPath>();
    for (const sync of allPaths(cluster)) {
      const key = [sync.repository, sync.directory, targetOf(sync), overridesOf(sync)].join("\0");
      const known = first.get(key);
      if (!known) first.set(key, sync);
      else if (known.object !== sync.object && isOwn(cluster, sync)) {
        yield {
          at: sync.path,
          message: `${sync.object.kind}/${sync.object.name} applies \`${sync.directory || "."}\` a second time`,
          related: [{ at: known.path, message: `${known.object.kind}/${known.object.name} does so here` }],
        };
      }
    }
  },
};

function isOwn(cluster: Cluster, { path }: SyncPath): boolean {
  return cluster.once(ownNodes).has(path.object.node);
}

function ownNodes(cluster: Cluster): ReadonlySet<Node> {
  return new Set(syncPathsOf(cluster).map(({ path }) => path.object.node));
}

/** What makes other objects of the same directory. */
function overridesOf({ controller, source, namespace }: SyncPath): string {
  if (controller === "argocd") return `${namespace}\0${printed(source.get("kustomize"))}`;
  const fields = ["targetNamespace", "namePrefix", "nameSuffix", "patches", "components", "postBuild"];
  return fields.map((name) => printed(source.get(name))).join("\0");
}

export const objectOwnedTwice: Rule = {
  code: "gitops/object-owned-twice",
  severity: "error",
  summary: "Two sync objects apply the same object to the same cluster",
  why: "Each overwrites the other one's state again and again, and pruning one of them deletes the object under the other",
  fix: "let one of the directories have the object",
  source:
    "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found",
  *check(cluster): Iterable<Finding> {
    const first = new Map<string, { readonly sync: SyncPath; readonly object: KubeObject }>();
    const own = new Set(syncPathsOf(cluster).map(targetOf));
    for (const sync of allPaths(cluster)) {
      const target = targetOf(sync);
      if (!own.has(target) || overridesName(sync)) continue;
      for (const object of sync.build()?.cluster.objects ?? []) {
        const key = `${target}\0${placedKey(object, sync)}`;
        const known = first.get(key);
        if (!known) first.set(key, { sync, object });
        else if (known.sync.object !== sync.object && known.sync.directory !== sync.directory) {
          const what = `${object.kind}/${object.name}`;
          const [a, b] = [known.sync, sync].map((each) => `${each.object.kind}/${each.object.name}`);
          yield {
            at: object.root,
            message: `${what} is applied by ${b} and by ${a}`,
            related: [
              { at: known.object.root, message: `${known.sync.directory || "."} has it, too` },
              { at: sync.path, message: `${b} is here` },
            ],
          };
        }
      }
    }
  },
};

function overridesName({ controller, source }: SyncPath): boolean {
  const holder = controller === "argocd" ? source.get("kustomize") : source;
  const names = ["namePrefix", "nameSuffix", "namespace", "targetNamespace", "patches", "postBuild"];
  return names.some((name) => holder.get(name).exists);
}

// Versions of a group are one object; objects without a namespace go where the Application sends them.
function placedKey({ resource: { id } }: KubeObject, { namespace }: SyncPath): string {
  const inNamespace = id.namespace === "" && namespace !== "" && id.effectiveNamespace === "default";
  return idKey({
    ...id,
    version: "",
    madeKey: undefined,
    ...(inNamespace ? { effectiveNamespace: namespace } : {}),
  });
}

export const fluxFileName: Rule = {
  code: "gitops/flux-object-in-kustomization-file",
  severity: "error",
  summary: "An object of Flux is in a file that kustomize takes for its own",
  why: "kustomize and Flux read a file of that name as instructions, not as an object: the build of the directory fails",
  fix: "call the file sync.yaml, for instance, and list it in a kustomization where it has to be applied",
  source: "https://fluxcd.io/flux/faq/#what-is-the-difference-between-kustomize-and-flux-kustomizations",
  *check(cluster) {
    for (const { object, file } of syncPathsOf(cluster)) {
      const name = relative("/", `/${file}`).split("/").at(-1) ?? "";
      if (!/^(kustomization\.ya?ml|Kustomization)$/.test(name)) continue;
      yield {
        at: object.root.get("kind"),
        message: `${object.kind}/${object.name} is in a file called ${name}`,
      };
    }
  },
};
