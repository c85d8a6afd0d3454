// What an environment follows, and what stands in its sync objects instead of in its overlay.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Parameter, Rule } from "../rule.ts";
import { allObjects, grouped, type SyncObject, type SyncPath, syncPathsOf } from "./sync.ts";

const environments: Record<string, Parameter> = {
  environments: {
    summary: "The environments that change by releases only",
    default: ["prod", "production"],
  },
};

export const followsBranch: Rule = {
  code: "gitops/follows-a-branch",
  severity: "warning",
  summary: "Production follows a branch instead of a tag or a commit",
  why: "Whatever is merged is in production within minutes, and nothing says which state to go back to",
  fix: "name a tag or a commit, so that production changes by a commit that changes this line",
  source: "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/tracking_strategies/",
  parameters: environments,
  *check(cluster, context): Iterable<Finding> {
    const { environment } = cluster.facts;
    if (!context.list("environments").includes(environment)) return;
    for (const sync of syncPathsOf(cluster)) {
      const found = sync.controller === "argocd" ? branchOf(sync) : fluxBranchOf(cluster, sync);
      if (found)
        yield { at: found.at, message: `${sync.object.kind}/${sync.object.name} follows ${found.what}` };
    }
  },
};

interface Followed {
  readonly at: Value;
  readonly what: string;
}

function branchOf({ source }: SyncPath): Followed | undefined {
  const at = source.get("targetRevision");
  const revision = at.text ?? "";
  if (revision === "" || revision === "HEAD") return { at, what: "the default branch" };
  const branch =
    /^refs\/heads\/(.+)$/.exec(revision)?.[1] ?? /^(main|master|develop|trunk)$/.exec(revision)?.[1];
  return branch === undefined ? undefined : { at, what: `the branch ${branch}` };
}

function fluxBranchOf(cluster: Cluster, sync: SyncPath): Followed | undefined {
  const repository = sourceOf(cluster, sync);
  if (!repository) return undefined;
  const reference = repository.object.root.get("spec", "ref");
  const isPinned = ["tag", "semver", "commit", "digest", "name"].some((name) => reference.get(name).exists);
  if (repository.object.kind === "OCIRepository") {
    const tag = reference.get("tag");
    const isLatest = (tag.text ?? "latest") === "latest" && !reference.get("semver").exists;
    return isLatest && !reference.get("digest").exists ? { at: tag, what: "the tag latest" } : undefined;
  }
  if (repository.object.kind !== "GitRepository" || isPinned) return undefined;
  const branch = reference.get("branch");
  return { at: branch, what: branch.text === undefined ? "the default branch" : `the branch ${branch.text}` };
}

/** The source of a Kustomization; undefined when it is elsewhere, or one of several of that name. */
function sourceOf(cluster: Cluster, sync: SyncPath): SyncObject | undefined {
  const named = cluster.once(sources).get(sync.repository) ?? [];
  const beside = named.filter(({ place }) => place === sync.place);
  const [only, ...more] = beside.length > 0 ? beside : named;
  return more.length === 0 ? only : undefined;
}

function sources(cluster: Cluster): ReadonlyMap<string, readonly SyncObject[]> {
  return grouped(
    allObjects(cluster).filter(({ object }) => object.group === "source.toolkit.fluxcd.io"),
    ({ object }) => `${object.kind}/${object.namespace}/${object.name}`,
  );
}

export const parameterOverrides: Rule = {
  code: "gitops/parameter-overrides",
  severity: "warning",
  summary: "An Application changes its directory by parameters under source.kustomize",
  why: "Argo CD writes them into the checkout, so builds of the whole repository run one after another; no diff or check of the overlay shows them",
  fix: "put them into the kustomization of the directory",
  source:
    "https://argo-cd.readthedocs.io/en/release-3.5/operator-manual/high_availability/#enable-concurrent-processing",
  *check(cluster) {
    for (const { controller, source, object } of syncPathsOf(cluster)) {
      if (controller !== "argocd") continue;
      // Which kustomize it is changes no file.
      const set = source
        .get("kustomize")
        .entries()
        .filter(([name, value]) => name !== "version" && value.exists);
      const [first] = set;
      if (!first) continue;
      const names = set.map(([name]) => name).join(", ");
      yield { at: first[1], atKey: true, message: `${object.kind}/${object.name} overrides ${names}` };
    }
  },
};
