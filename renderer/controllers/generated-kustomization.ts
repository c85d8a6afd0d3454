// The kustomization that Flux makes where a directory has none: all manifests in and below it, and every directory that
// is a kustomization of its own.
// Source: fluxcd/pkg kustomize v1.39.0, findOrGenerateKustomization and scanManifests
import { extname, join } from "node:path";
import { kustomizationFileNames } from "../accumulate/open-kustomization.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import type { FileCache } from "../load/file-cache.ts";

/** @param directory  real path */
export function generateKustomization(directory: string, files: FileCache): SourceFile {
  const resources = manifestsBelow(directory, ".", files);
  const lines = [
    "apiVersion: kustomize.config.k8s.io/v1beta1",
    "kind: Kustomization",
    // Without anything set, kustomize would refuse the file; there is nothing that the namespace could be set on.
    ...(resources.length === 0 ? ["namespace: _placeholder"] : ["resources:"]),
    ...resources.map((path) => `- ${JSON.stringify(path)}`),
  ];
  return { path: files.display(join(directory, "kustomization.yaml")), text: `${lines.join("\n")}\n` };
}

// Links to directories are not followed.
function manifestsBelow(directory: string, path: string, files: FileCache): readonly string[] {
  const entries = files
    .list(directory)
    .filter(({ name }) => !neverInArtifact.has(name))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  return entries.flatMap(({ name, kind }): readonly string[] => {
    const below = `${path}/${name}`;
    const full = join(directory, name);
    if (kind === "directory")
      return isKustomization(full, files) ? [below] : manifestsBelow(full, below, files);
    return extname(name) === ".yaml" || extname(name) === ".yml" ? [below] : [];
  });
}

function isKustomization(directory: string, files: FileCache): boolean {
  return kustomizationFileNames.some((name) => files.realPath(join(directory, name)).kind === "file");
}

// The source-controller leaves these out of every artifact. Source: fluxcd/pkg sourceignore v0.18.0
const neverInArtifact: ReadonlySet<string> = new Set([
  ".git",
  ".github",
  ".circleci",
  ".travis.yml",
  ".gitlab-ci.yml",
  "appveyor.yml",
  ".drone.yml",
  "cloudbuild.yaml",
  "codeship-services.yml",
  "codeship-steps.yml",
  ".goreleaser.yml",
  ".sops.yaml",
  ".flux.yaml",
]);
