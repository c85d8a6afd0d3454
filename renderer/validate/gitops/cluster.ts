// What the controllers find in the cluster and in what they build.
import { join } from "node:path/posix";
import { readApplication, sourcesOf } from "../../controllers/argocd.ts";
import { readFluxKustomization } from "../../controllers/flux.ts";
import { type Build, renderAs } from "../../controllers/render-as.ts";
import { directoryOf } from "../../controllers/sync-object.ts";
import { attempt, type Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { Shelf } from "../../load/file-cache.ts";
import type { Node } from "../../yaml/node.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Finding, Rule } from "../rule.ts";
import { matchesPattern } from "./pattern.ts";
import { allPaths, patchesKustomizations, type SyncPath, syncPathsOf, targetOf } from "./sync.ts";

export const controllerRefuses: Rule = {
  code: "gitops/controller-refuses",
  severity: "error",
  summary: "A directory builds with kustomize, and not with what its sync object adds",
  why: "Checks in CI pass, and in the cluster nothing is applied any more",
  fix: "gitops render --as argocd or --as flux shows all that the controller says",
  source: "https://github.com/fluxcd/pkg/tree/kustomize/v1.39.0/kustomize",
  *check(cluster) {
    for (const sync of syncPathsOf(cluster)) {
      if (!sync.tree.hasKustomization(sync.directory) || !sync.build()) continue;
      const [first] = errorsOf(sync, patchesKustomizations(cluster));
      if (!first) continue;
      const who = sync.controller === "flux" ? "Flux" : "Argo CD";
      yield {
        at: sync.path,
        message: `${who} refuses \`${sync.directory || "."}\`: ${first.message}`,
        ...(first.at ? { within: first.at } : {}),
        ...(first.help === undefined ? {} : { help: first.help }),
      };
    }
  },
};

interface Refusal {
  /** The object that the controller builds by. */
  readonly node: Node;
  readonly areKustomizationsPatched: boolean;
  readonly errors: readonly Diagnostic[];
}

const refusals = new Shelf<Refusal>();

function errorsOf(sync: SyncPath, areKustomizationsPatched: boolean): readonly Diagnostic[] {
  const { tree, directory, object } = sync;
  const { node } = object.resource;
  const kept = {
    shelf: refusals,
    key: `${directory}\0${node.source.path}\0${node.at}`,
    fits: (known: Refusal) =>
      known.node === node && known.areKustomizationsPatched === areKustomizationsPatched,
    isSound: ({ errors }: Refusal) => errors.length === 0,
  };
  const { errors } = tree.building(kept, directory, (context) => {
    const { collector } = context;
    attempt(() => {
      const build = buildOf(sync, areKustomizationsPatched, collector);
      if (build) renderAs(build, join(tree.root, directory), context);
    });
    const found = collector.sorted().filter(({ severity }) => severity === "error");
    return { node, areKustomizationsPatched, errors: found };
  });
  return errors;
}

function buildOf(sync: SyncPath, areKustomizationsPatched: boolean, collector: Collector): Build | undefined {
  const { controller, tree, object, source, directory } = sync;
  const { node } = object.resource;
  if (controller === "argocd") {
    // Without parameters it is kustomize.
    const application = source.get("kustomize").exists ? readApplication(node, collector) : undefined;
    const entries = application ? sourcesOf(application) : [];
    const entry = entries.find((each) => directoryOf(each.source.path ?? "") === directory);
    return application && { controller, repository: tree.root, application, entry };
  }
  // What only the cluster knows may be what is missing.
  if (source.get("postBuild", "substituteFrom").items().length > 0 || areKustomizationsPatched)
    return undefined;
  const kustomization = readFluxKustomization(node, collector);
  return kustomization && { controller, repository: tree.root, kustomization };
}

export const variableLeft: Rule = {
  code: "gitops/variable-left",
  severity: "error",
  summary: "A name, host or image holds a variable that nothing puts a value in",
  why: "The API server refuses a name or host with $ and braces, and no image is called so",
  fix: "write the value, or set postBuild.substitute in the Kustomization of Flux that applies it",
  source: "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  *check(cluster): Iterable<Finding> {
    for (const { build, source, controller } of syncPathsOf(cluster)) {
      // The variables of a Kustomization are asked of the controller's own build.
      const isPatched = patchesKustomizations(cluster);
      if (controller === "flux" && (isPatched || source.get("postBuild").exists)) continue;
      const built = build()?.cluster;
      for (const at of built ? exactFields(built) : []) {
        const variable = /\$\{[A-Za-z_]\w*/.exec(at.text ?? "")?.[0];
        if (variable) yield { at, message: `nothing replaces \`${variable}}\`` };
      }
    }
  },
};

function exactFields(cluster: Cluster): readonly Value[] {
  return [
    ...cluster.objects.flatMap(({ root }) => [
      root.get("metadata", "name"),
      root.get("metadata", "namespace"),
    ]),
    ...cluster.workloads.flatMap((workload) =>
      allContainers(workload).map(({ value }) => value.get("image")),
    ),
    ...cluster.ofKind("Ingress").flatMap(({ root }) => {
      return root
        .get("spec", "rules")
        .items()
        .map((item) => item.get("host"));
    }),
  ];
}

export const foreignRegistry: Rule = {
  code: "gitops/image-registry",
  severity: "error",
  summary: "An image comes from a registry that is not among the allowed ones",
  why: "Nobody scanned or mirrored it, and the cluster may not be able to reach its registry",
  fix: "mirror the image into an allowed registry and name it there, or allow the registry in the policy",
  source: "https://kubernetes.io/docs/concepts/containers/images/",
  parameters: {
    registries: {
      summary:
        "Allowed registries or repositories: ghcr.io, ghcr.io/example, *.example.com; none turns the rule off",
      default: [],
    },
  },
  *check(cluster, context) {
    const allowed = context.list("registries");
    if (allowed.length === 0) return;
    for (const workload of cluster.workloads) {
      for (const { value, image } of allContainers(workload)) {
        const name = fullName(image);
        const fits = (entry: string): boolean =>
          name.startsWith(`${entry}/`) || name === entry || matchesPattern(`${entry}/*`, name);
        if (image === "" || allowed.some(fits)) continue;
        const message = `the image \`${image}\` is from none of ${allowed.join(", ")}`;
        yield { at: value.get("image"), message };
      }
    }
  },
};

/** The name with its registry, without tag and digest. */
function fullName(image: string): string {
  const name = image.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
  const [first = "", ...more] = name.split("/");
  if (more.length === 0) return `docker.io/library/${first}`;
  return /[.:]|^localhost$/.test(first) ? name : `docker.io/${name}`;
}

export const namespaceNotCreated: Rule = {
  code: "gitops/namespace-not-created",
  severity: "info",
  summary: "Objects go into a namespace that nothing in the repository makes",
  why: "On an empty cluster the first sync fails until somebody makes it by hand",
  fix: "add the Namespace to the directory, or set CreateNamespace=true in the Application",
  source: "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-options/#create-namespace",
  *check(cluster) {
    const made = cluster.once(namespacesMade);
    const told = new Set<string>(["default", "kube-system", "kube-public", "kube-node-lease"]);
    for (const { build } of syncPathsOf(cluster)) {
      for (const { namespace, resource, root } of build()?.cluster.objects ?? []) {
        if (resource.id.namespace === "" || namespace === "" || made.has(namespace) || told.has(namespace))
          continue;
        told.add(namespace);
        yield { at: root.get("metadata", "namespace"), message: `nothing makes the namespace ${namespace}` };
      }
    }
  },
};

function namespacesMade(cluster: Cluster): ReadonlySet<string> {
  const names = new Set(cluster.ofKind("Namespace").map(({ name }) => name));
  const own = new Set(syncPathsOf(cluster).map(targetOf));
  for (const sync of allPaths(cluster)) {
    if (!own.has(targetOf(sync))) continue;
    for (const { name } of sync.build()?.cluster.ofKind("Namespace") ?? []) names.add(name);
    const options = sync.object.root.get("spec", "syncPolicy", "syncOptions").items();
    if (options.some(({ text }) => text === "CreateNamespace=true")) names.add(sync.namespace);
  }
  return names;
}
