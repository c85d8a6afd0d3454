// Writes rendered objects to a file or to a directory, whole or not at all.
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Collector } from "../diagnostics/collector.ts";
import { isClusterScoped } from "../resource/res-id.ts";
import type { Resource } from "../resource/resource.ts";

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Whether `-o` means a directory: it is one, or it is written like one. */
export function isDirectoryTarget(path: string): boolean {
  return path.endsWith("/") || isDirectory(path);
}

function isDirectory(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Writes what the user asked for to where the user said: a file is replaced in one step. A link stays and what it leads to is
 * replaced; a device or a pipe is written to.
 */
export function writeOutput(path: string, text: string, collector: Collector): void {
  guarded(path, collector, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there && !there.isFile()) writeFileSync(path, text);
    else replaceFiles(new Map([[there ? realpathSync(path) : path, text]]));
  });
}

/**
 * Replaces files of the tree, by path: all texts are on the disk before the first one takes its name. A link is replaced as
 * well, as it may lead anywhere.
 */
export function writeFilesAtomically(texts: ReadonlyMap<string, string>, collector: Collector): void {
  const [first = ""] = texts.keys();
  guarded(first, collector, () => replaceFiles(texts));
}

export function writeFileAtomically(path: string, text: string, collector: Collector): void {
  writeFilesAtomically(new Map([[path, text]]), collector);
}

function replaceFiles(texts: ReadonlyMap<string, string>): void {
  const all = [...texts].map(([target, text]) => ({ target, text, temporary: temporaryName(target) }));
  try {
    for (const { temporary, text, target } of all) writeFileSync(temporary, text, { mode: modeFor(target) });
    for (const { temporary, target } of all) renameSync(temporary, target);
  } catch (thrown) {
    for (const { temporary } of all) rmSync(temporary, { force: true });
    throw thrown;
  }
}

/** What only its owner could read stays so. */
function modeFor(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there?.isFile() ? there.mode & 0o777 : 0o644;
}

// Lists what a former run wrote, so that only that is ever removed.
const manifestName = ".gitops-render.json";

/**
 * Makes a directory hold exactly these files beside what was not written by this command. All texts are on the disk
 * before the first one takes its name; files of a former run that are not among them are removed.
 */
export function writeDirectory(path: string, files: readonly NamedText[], collector: Collector): void {
  guarded(path, collector, () => {
    mkdirSync(path, { recursive: true });
    const stale = formerFiles(path).filter((name) => !files.some((file) => file.name === name));
    const manifest = `${JSON.stringify({ files: files.map((file) => file.name).sort() }, null, 2)}\n`;
    replaceFiles(
      new Map(
        [...files, { name: manifestName, text: manifest }].map(({ name, text }) => [join(path, name), text]),
      ),
    );
    for (const name of stale) rmSync(join(path, name), { force: true });
  });
}

function formerFiles(path: string): readonly string[] {
  try {
    const { files }: { files?: unknown } = JSON.parse(readFileSync(join(path, manifestName), "utf8"));
    if (!Array.isArray(files)) return [];
    return files.filter(
      (name): name is string => typeof name === "string" && name === basename(name) && name !== "..",
    );
  } catch {
    return []; // no former run, or nothing that can be trusted
  }
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

function guarded(path: string, collector: Collector, write: () => void): void {
  try {
    write();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    collector.report("output/failed", `cannot write ${path}: ${reason}`, {
      help: "nothing was changed; check the path, its permissions and the free space",
    });
  }
}

/**
 * One file an object, named as `kustomize build -o DIR` names them: group, version, kind and name, with the
 * namespace in front when the objects live in several.
 */
export function toFiles(resources: readonly Resource[], toText: (resource: Resource) => string): NamedText[] {
  const namespaces = new Set(
    resources.filter(({ id }) => !isClusterScoped(id)).map(({ id }) => id.effectiveNamespace),
  );
  return resources.map((resource) => {
    const { id } = resource;
    const gvk = [id.group, id.version, id.kind].filter((part) => part !== "").join("_");
    const prefix = namespaces.size > 1 && !isClusterScoped(id) ? `${id.effectiveNamespace}_` : "";
    // A slash in a name must not lead out of the directory.
    const name = `${prefix}${gvk}_${id.name}.yaml`.toLowerCase().replace(/[/\\]/g, "_");
    return { name, text: toText(resource) };
  });
}
