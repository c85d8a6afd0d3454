// Finds and reads the kustomization file of a directory.

import { attempt, Collector, Halt } from "../diagnostics/collector.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place, SourceFile } from "../diagnostics/location.ts";
import { type KustomizationEdit, type KustomizationFile, readKustomization } from "../kustomization/read.ts";
import type { BuildContext } from "../load/context.ts";
import { type Loader, loadText, pathFrom } from "../load/loader.ts";
import { parseDocument } from "../yaml/parse.ts";

export const kustomizationFileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;

/** @param at  the entry that named the directory; undefined for the root of the build */
export function openKustomization(
  loader: Loader,
  at: Place | undefined,
  context: BuildContext,
): KustomizationFile {
  const { collector, files } = context;
  const kindOf = (name: string): string => files.realPath(pathFrom(loader, name)).kind;
  const present = kustomizationFileNames.filter((name) => kindOf(name) !== "missing");
  // Where there is a file, kustomize passes over what is none.
  const readable = present.filter((name) => kindOf(name) === "file");
  const found = readable.length > 0 ? readable : present;
  const [name, second] = found;
  const directory = files.display(loader.root);
  // Only what a build starts from is edited; all else is read as it stands.
  const edit = at ? undefined : context.rootEdit;
  if (!name && edit?.missing) return read(edit.missing, collector, edit);
  if (!name) {
    return collector.halt("load/no-kustomization", `${directory} has no kustomization file`, {
      at,
      help: "add a kustomization.yaml that lists the directory's resources",
    });
  }
  if (second) {
    return collector.halt("load/ambiguous-kustomization", `${directory} has both ${found.join(" and ")}`, {
      at,
      help: "keep one of them",
    });
  }
  const nowhere: Place = { source: { path: files.display(pathFrom(loader, name)), text: "" }, at: 0 };
  const source = loadText(loader, name, at ?? nowhere, context);
  return read(source, collector, edit);
}

function read(
  source: SourceFile,
  collector: Collector,
  edit: KustomizationEdit | undefined,
): KustomizationFile {
  const { file, found } = edit ? readNow(source, edit) : (known.get(source) ?? readNow(source));
  if (file && !edit) known.set(source, { file, found });
  for (const diagnostic of found) collector.add(diagnostic);
  if (!file) throw new Halt(`${source.path} cannot be used`);
  return file;
}

interface Reading {
  readonly file: KustomizationFile | undefined;
  readonly found: readonly Diagnostic[];
}

/** A component serves many bases, and a base many overlays. */
const known = new WeakMap<SourceFile, Reading>();

function readNow(source: SourceFile, edit?: KustomizationEdit): Reading {
  const collector = new Collector();
  const file = attempt(() => readKustomization(parseDocument(source, collector), source, collector, edit));
  return { file, found: collector.sorted() };
}
