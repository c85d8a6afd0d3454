/** The objects with which Argo CD and Flux take over an environment, against what the environment renders. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { ofKind, one } from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

interface Application extends KubernetesObject {
  readonly spec: {
    readonly project: string;
    readonly source: {
      readonly repoURL: string;
      readonly path?: string;
      readonly chart?: string;
      readonly targetRevision: string;
      readonly kustomize?: unknown;
    };
    readonly destination: { readonly namespace: string };
  };
}

interface Project extends KubernetesObject {
  readonly spec: {
    readonly sourceRepos: readonly string[];
    readonly destinations: readonly { readonly namespace: string }[];
    readonly clusterResourceWhitelist: readonly GroupKind[];
    readonly namespaceResourceWhitelist: readonly GroupKind[];
  };
}

interface FluxKustomization extends KubernetesObject {
  readonly spec: {
    readonly path: string;
    readonly sourceRef: { readonly name: string };
    readonly serviceAccountName?: string;
    readonly dependsOn?: readonly { readonly name: string }[];
    readonly wait: boolean;
    readonly timeout: string;
    readonly prune: boolean;
  };
}

interface ClusterRole extends KubernetesObject {
  readonly rules: readonly {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly verbs: readonly string[];
  }[];
}

/** Every object in the YAML files of a directory. */
function written(directory: string): readonly KubernetesObject[] {
  return readdirSync(join(root, directory))
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => parseAllDocuments(readFileSync(join(root, directory, file), "utf8")))
    .map((document) => document.toJS() as KubernetesObject);
}

const groupKind = (object: KubernetesObject): GroupKind => ({
  group: object.apiVersion.includes("/") ? (object.apiVersion.split("/")[0] ?? "") : "",
  kind: object.kind,
});

describe.each(["dev", "prod"])("Argo CD, %s", (environment) => {
  const objects = written(`overlays/${environment}/sync/argocd`);
  const applications = ofKind<Application>(objects, "Application");
  const project = one<Project>(objects, "AppProject", `emqx-gitops-${environment}`);

  it("builds the two parts of the environment, unchanged", () => {
    expect(applications.map((application) => application.spec.source.path).sort()).toEqual([
      `overlays/${environment}/broker`,
      `overlays/${environment}/emqx`,
    ]);
    for (const { spec } of applications) {
      expect(existsSync(join(root, spec.source.path ?? "", "kustomization.yaml"))).toBe(true);
      // What stands here instead of in the overlay would be in no diff and no check.
      expect(spec.source.kustomize).toBeUndefined();
      expect(spec.project).toBe(project.metadata.name);
      expect(project.spec.sourceRepos).toContain(spec.source.repoURL);
    }
  });

  it("may make everything that the environment renders, and no Secret or role", async () => {
    for (const { spec } of applications) {
      for (const object of await rendered(spec.source.path ?? "")) {
        const cluster = object.metadata.namespace === undefined;
        const allowed = cluster
          ? project.spec.clusterResourceWhitelist
          : project.spec.namespaceResourceWhitelist;
        expect(allowed, `${object.kind}/${object.metadata.name}`).toContainEqual(groupKind(object));
        expect(object.metadata.namespace ?? object.metadata.name).toBe(spec.destination.namespace);
      }
      expect(project.spec.destinations.map((entry) => entry.namespace)).toContain(spec.destination.namespace);
    }
    const kinds = project.spec.namespaceResourceWhitelist.map((entry) => entry.kind);
    for (const kind of ["Secret", "Role", "RoleBinding"]) expect(kinds).not.toContain(kind);
  });

  it("builds again only for files that the build reads", () => {
    for (const { metadata, spec } of applications) {
      const paths = metadata.annotations?.["argocd.argoproj.io/manifest-generate-paths"];
      expect(paths).toBe(`/base;/${spec.source.path}`);
    }
  });
});

describe.each(["dev", "prod"])("Flux, %s", (environment) => {
  const objects = written(`overlays/${environment}/sync/flux`);
  const kustomizations = ofKind<FluxKustomization>(objects, "Kustomization");

  it("applies both parts in order and waits until they work", () => {
    expect(kustomizations.map(({ spec }) => spec.path)).toEqual([
      `./overlays/${environment}/emqx`,
      `./overlays/${environment}/broker`,
    ]);
    const names = kustomizations.map(({ metadata }) => metadata.name);
    expect(kustomizations[1]?.spec.dependsOn).toEqual([{ name: names[0] }]);
    for (const { spec } of kustomizations) {
      expect(spec).toMatchObject({ wait: true, prune: true, timeout: expect.stringMatching(/^\d+m$/) });
      expect(existsSync(join(root, spec.path, "kustomization.yaml"))).toBe(true);
      one(objects, "GitRepository", spec.sourceRef.name);
    }
  });

  it("acts as an account that may manage everything it applies, and no Secret or role", async () => {
    const role = one<ClusterRole>(objects, "ClusterRole", "emqx-gitops-sync");
    for (const { spec } of kustomizations) {
      one(objects, "ServiceAccount", spec.serviceAccountName ?? "");
      for (const object of await rendered(spec.path)) {
        const { group, kind } = groupKind(object);
        const rule = role.rules.find(
          ({ apiGroups, resources }) => apiGroups.includes(group) && resources.includes(plural(kind)),
        );
        expect(rule?.verbs, kind).toEqual(
          expect.arrayContaining(["get", "list", "watch", "create", "patch"]),
        );
      }
    }
    const resources = role.rules.flatMap((rule) => rule.resources);
    for (const resource of ["secrets", "roles", "rolebindings", "*"])
      expect(resources).not.toContain(resource);
  });

  it("reads the directories that the build needs", () => {
    const source = one<KubernetesObject>(objects, "GitRepository", "emqx-gitops");
    const { ignore } = source["spec"] as { readonly ignore: string };
    expect(ignore.trim().split("\n")).toEqual(["/*", "!/base", "!/overlays"]);
  });
});

describe("sync objects", () => {
  const directories = ["dev", "prod", "operator"].flatMap((overlay) =>
    ["argocd", "flux"].map((controller) => `overlays/${overlay}/sync/${controller}`),
  );

  it("follow a release in production and a branch in dev", () => {
    for (const [directory, pattern] of [
      ["overlays/dev", /^refs\/heads\/main$/],
      ["overlays/prod", /^refs\/tags\/v\d+\.\d+\.\d+$/],
    ] as const) {
      for (const { spec } of ofKind<Application>(written(`${directory}/sync/argocd`), "Application")) {
        expect(spec.source.targetRevision).toMatch(pattern);
      }
    }
    const ref = (environment: string): unknown =>
      ofKind(written(`overlays/${environment}/sync/flux`), "GitRepository")[0]?.["spec"];
    expect(ref("dev")).toMatchObject({ ref: { branch: "main" } });
    expect(ref("prod")).toMatchObject({ ref: { tag: expect.stringMatching(/^v\d+\.\d+\.\d+$/) } });
  });

  it("are never part of the environment they point at", async () => {
    for (const overlay of ["overlays/dev", "overlays/prod", "overlays/operator"]) {
      const kinds = (await rendered(overlay)).map((object) => object.apiVersion);
      expect(kinds.filter((version) => /argoproj|fluxcd/.test(version))).toEqual([]);
    }
  });

  it("are not in files that kustomize would take for its own", () => {
    for (const directory of directories) {
      for (const file of readdirSync(join(root, directory))) {
        expect(basename(file)).not.toMatch(/^kustomization\.ya?ml$/i);
      }
    }
  });

  it("name one repository, the one thing to change after cloning", () => {
    const text = directories.map((directory) => JSON.stringify(written(directory))).join();
    const urls = new Set([...text.matchAll(/https:\/\/github\.com\/[^"]+/g)].map((match) => match[0]));
    expect([...urls]).toEqual(["https://github.com/example/emqx-gitops.git"]);
  });

  it("make the same Applications through the ApplicationSet as one by one", () => {
    const [set] = written("overlays/sync/argocd");
    const spec = set?.["spec"] as {
      readonly generators: readonly [
        {
          readonly matrix: {
            readonly generators: readonly { readonly list: { readonly elements: readonly object[] } }[];
          };
        },
      ];
      readonly template: object;
    };
    const [environments, parts] = spec.generators[0].matrix.generators.map(({ list }) => list.elements);
    const made = (environments ?? []).flatMap((environment) =>
      (parts ?? []).map((part) => {
        const values: Readonly<Record<string, string>> = { ...environment, ...part };
        const text = JSON.stringify(spec.template).replaceAll(
          /\{\{ \.(\w+) \}\}/g,
          (_, key: string) => values[key] ?? "",
        );
        return parse(text) as Application;
      }),
    );
    const single = ["dev", "prod"].flatMap((environment) =>
      ofKind<Application>(written(`overlays/${environment}/sync/argocd`), "Application"),
    );
    const essence = ({ metadata, spec: { project, source, destination } }: Application): unknown => [
      metadata.name,
      metadata.annotations,
      project,
      source,
      destination.namespace,
    ];
    const byName = (a: Application, b: Application): number => (a.metadata.name < b.metadata.name ? -1 : 1);
    expect(made.sort(byName).map(essence)).toEqual([...single].sort(byName).map(essence));
  });

  it("install the operator from its chart at one fixed version", () => {
    const application = one<Application>(
      written("overlays/operator/sync/argocd"),
      "Application",
      "emqx-operator",
    );
    expect(application.spec.source).toMatchObject({ chart: "emqx-operator", targetRevision: "2.2.29" });
    const [release] = ofKind(written("overlays/operator/sync/flux/operator"), "HelmRelease");
    expect(release?.["spec"]).toMatchObject({
      chart: { spec: { chart: "emqx-operator", version: "2.2.29" } },
    });
  });
});

function plural(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower.endsWith("y")) return `${lower.slice(0, -1)}ies`;
  return lower.endsWith("s") ? `${lower}es` : `${lower}s`;
}
