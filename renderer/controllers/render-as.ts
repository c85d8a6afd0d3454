// One build as kustomize, Argo CD or Flux does it. Each of the three is kustomize 5.8.1; they differ in what it is given,
// what it may read, in which order it prints, and what happens to the objects afterwards.
import { join } from "node:path";
import { kustomizationFileNames } from "../accumulate/open-kustomization.ts";
import { attempt } from "../diagnostics/collector.ts";
import type { BuildContext } from "../load/context.ts";
import { isWithin } from "../load/loader.ts";
import { render } from "../render.ts";
import { friendlyId } from "../resource/res-id.ts";
import type { Resource } from "../resource/resource.ts";
import { setStringMaps } from "../transform/string-maps.ts";
import { placeOf, type Step, textAt } from "../yaml/node.ts";
import type { Application, SourceEntry } from "./argocd.ts";
import { editForApplication } from "./edit/application-edit.ts";
import { editForFlux } from "./edit/flux-edit.ts";
import type { FluxKustomization } from "./flux.ts";
import { generateKustomization } from "./generated-kustomization.ts";
import { isExempt, substituteAll } from "./post-build.ts";
import { type SubstituteValues, variablesOf } from "./substitute-values.ts";

/** How a directory is built, and with what. */
export type Build =
  | { readonly controller: "kustomize" }
  | ({ readonly controller: "argocd"; readonly repository: string } & ArgoCdBuild)
  | ({ readonly controller: "flux"; readonly repository: string } & FluxBuild);

export interface ArgoCdBuild {
  /** Absent when no Application builds the directory. */
  readonly application?: Application | undefined;
  readonly entry?: SourceEntry | undefined;
  /** The commit that is built, for `${ARGOCD_APP_REVISION}`. */
  readonly revision?: string | undefined;
}

export interface FluxBuild {
  /** Absent when no Kustomization builds the directory. */
  readonly kustomization?: FluxKustomization | undefined;
  readonly values?: SubstituteValues | undefined;
}

/**
 * Builds a directory; `render` with the controller's own rules. Nothing on the disk is changed.
 *
 * @param directory  absolute path
 */
export function renderAs(build: Build, directory: string, context: BuildContext): readonly Resource[] {
  switch (build.controller) {
    case "kustomize":
      return render(directory, context);
    case "argocd":
      return renderAsArgoCd(build, directory, context);
    case "flux":
      return renderAsFlux(build, directory, context);
  }
}

function renderAsArgoCd(
  { repository, application, entry, revision }: ArgoCdBuild & { readonly repository: string },
  directory: string,
  context: BuildContext,
): readonly Resource[] {
  const { collector } = context;
  const exists = existsIn(directory, repository, context);
  const rootEdit =
    application && entry
      ? {
          upgraded: (root: Parameters<typeof editForApplication>[0]) =>
            editForApplication(root, { application, entry, revision, exists, collector }),
        }
      : undefined;
  return render(directory, { ...context, rootEdit });
}

function renderAsFlux(
  { repository, kustomization, values }: FluxBuild & { readonly repository: string },
  directory: string,
  context: BuildContext,
): readonly Resource[] {
  const { collector, files, external } = context;
  const root = files.realPath(repository);
  const real = files.realPath(directory);
  const exists = existsIn(directory, repository, context);
  const hasFile = kustomizationFileNames.some(
    (name) => files.realPath(join(directory, name)).kind === "file",
  );
  const resources = render(directory, {
    ...context,
    options: {
      loadRestrictor: "none",
      reorder: "none",
      enableHelm: false,
      addManagedByLabel: false,
      ...(root.kind === "directory" ? { confinedTo: root.path } : {}),
    },
    ...(external ? { external: { ...external, functions: { ...external.functions, enabled: false } } } : {}),
    rootEdit: {
      mayBeEmpty: true,
      ignoredFields: { code: "flux/dropped-field", why: "and Flux drops it" },
      ...(hasFile || real.kind !== "directory" ? {} : { missing: generateKustomization(real.path, files) }),
      written: (file) => editForFlux(file, { kustomization, hasFile, exists, collector }),
    },
  });
  reportWithoutApiVersion(resources, context);
  if (!kustomization) return resources;
  if (kustomization.spec.decryption) {
    collector.report("flux/not-emulated", "Flux decrypts Secrets here; they are printed as they are in git", {
      at: kustomization.place("decryption"),
    });
  }
  return withCommonMetadata(afterBuild(resources, kustomization, values, context), kustomization, context);
}

function afterBuild(
  resources: readonly Resource[],
  kustomization: FluxKustomization,
  values: SubstituteValues | undefined,
  { collector }: BuildContext,
): readonly Resource[] {
  const { postBuild } = kustomization.spec;
  if (!postBuild || collector.hasErrors || resources.every(isExempt)) return resources;
  const variables = variablesOf(kustomization, values, collector);
  if (collector.hasErrors || (variables.size === 0 && postBuild.substituteStrategy !== "Always"))
    return resources;
  const step: Step = { by: "postBuild", ...kustomization.place("postBuild") };
  return attempt(() => substituteAll(resources, variables, step, collector)) ?? resources;
}

// Set when the objects are applied; whatever they say themselves is overwritten.
function withCommonMetadata(
  resources: readonly Resource[],
  kustomization: FluxKustomization,
  context: BuildContext,
): readonly Resource[] {
  const { labels = {}, annotations = {} } = kustomization.spec.commonMetadata ?? {};
  const set = (
    list: readonly Resource[],
    map: "labels" | "annotations",
    pairs: typeof labels,
  ): readonly Resource[] =>
    setStringMaps(
      list,
      Object.entries(pairs).map(([key, value]) => {
        const step: Step = { by: "commonMetadata", ...kustomization.place("commonMetadata", map, key) };
        return { key, value, step };
      }),
      [{ group: "", version: "", kind: "", path: `metadata/${map}`, create: true }],
      context,
    );
  return attempt(() => set(set(resources, "labels", labels), "annotations", annotations)) ?? resources;
}

function reportWithoutApiVersion(resources: readonly Resource[], { collector }: BuildContext): void {
  for (const { node, id } of resources) {
    if (textAt(node, "apiVersion")) continue;
    collector.report("flux/invalid", `${friendlyId(id)} has no \`apiVersion\`, which only Flux minds`, {
      at: placeOf(node),
      help: "every object needs one; the API server would refuse it",
    });
  }
}

/** Whether a path from the directory leads to something within the repository. */
function existsIn(directory: string, repository: string, { files }: BuildContext): (path: string) => boolean {
  const root = files.realPath(repository);
  return (path) => {
    const found = files.realPath(join(directory, path));
    const isThere = found.kind === "directory" || found.kind === "file";
    return isThere && root.kind === "directory" && isWithin(found.path, root.path);
  };
}
