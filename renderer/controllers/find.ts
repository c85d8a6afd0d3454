// Which object of a controller builds a directory.
import { attempt, Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { fieldAt, type Mapping, placeOf, textAt } from "../yaml/node.ts";
import { parseDocuments } from "../yaml/parse.ts";
import { isApplication } from "./argocd.ts";
import { isFluxKustomization } from "./flux.ts";
import { directoryOf } from "./sync-object.ts";

export type SyncKind = "argocd" | "flux";

const kinds = {
  argocd: { is: isApplication, kind: "Application", group: "argoproj.io/", flag: "--argocd-application" },
  flux: {
    is: isFluxKustomization,
    kind: "Kustomization",
    group: "kustomize.toolkit.fluxcd.io/",
    flag: "--flux-kustomization",
  },
} as const;

/**
 * The objects of a controller in a file that was not named as holding any.
 *
 * Reports `sync/unreadable` for a file that looks as if it held some and is no YAML.
 */
export function objectsIn(source: SourceFile, kind: SyncKind, collector: Collector): readonly Mapping[] {
  const { is, group, kind: name } = kinds[kind];
  if (!source.text.includes(group) || !new RegExp(`\\bkind:\\s*["']?${name}\\b`).test(source.text)) return [];
  const trial = new Collector();
  const nodes = attempt(() => parseDocuments(source, trial));
  if (nodes && !trial.hasErrors) {
    return nodes.filter((node): node is Mapping => node.kind === "mapping" && is(node));
  }
  const [first] = trial.sorted();
  collector.report("sync/unreadable", `the objects in ${source.path} are left out, as it is no YAML`, {
    at: first?.at,
    notes: first ? [{ message: first.message }] : [],
  });
  return [];
}

export interface Wanted {
  readonly kind: SyncKind;
  /** The directory that is built, by its path in the repository. */
  readonly directory: string;
  /** What was asked for by name. */
  readonly named?: { readonly file: string; readonly name: string | undefined };
}

/** Reports `sync/…`; undefined when there is none, or more than one. */
export function pickObject(
  objects: readonly Mapping[],
  wanted: Wanted,
  collector: Collector,
): Mapping | undefined {
  const { kind: what, flag } = kinds[wanted.kind];
  const { directory, named } = wanted;
  const shown = directory || "the root of the repository";
  const called = named?.name === undefined ? objects : objects.filter((node) => nameOf(node) === named.name);
  const forDirectory = called.filter((node) => pathsOf(node, wanted.kind).includes(directory));
  const found = named && called.length === 1 ? called : forDirectory;
  const [only, ...more] = found;
  if (!only) {
    if (named) {
      const which = named.name === undefined ? `for ${shown}` : `named ${named.name}`;
      collector.report("sync/not-found", `${named.file} has no ${what} ${which}`, {
        help: `write ${flag} FILE or FILE#NAME`,
      });
    } else {
      collector.report("sync/none", `no ${what} in the repository builds ${shown}; it is built without one`, {
        help: `${flag} FILE names one that lies elsewhere`,
      });
    }
    return undefined;
  }
  if (more.length === 0) return only;
  collector.report("sync/ambiguous", `${found.length} ${what}s build ${shown}`, {
    at: placeOf(only),
    notes: more.map((node) => ({ message: `${nameOf(node)} builds it, too`, at: placeOf(node) })),
    help: `choose one: ${flag} FILE#NAME`,
  });
  return undefined;
}

function nameOf(node: Mapping): string {
  return textAt(node, "metadata", "name") ?? "";
}

/** The directories that an object builds. Read leniently: only the object that is chosen has to be sound. */
function pathsOf(node: Mapping, kind: SyncKind): readonly string[] {
  if (kind === "flux") return [directoryOf(textAt(node, "spec", "path") ?? "")];
  const list = fieldAt(node, "spec", "sources");
  const sources = [
    fieldAt(node, "spec", "source"),
    fieldAt(node, "spec", "sourceHydrator", "drySource"),
    ...(list?.kind === "sequence" ? list.items : []),
  ];
  return sources.flatMap((source) => {
    const path = textAt(source, "path");
    return path === undefined ? [] : [directoryOf(path)];
  });
}
