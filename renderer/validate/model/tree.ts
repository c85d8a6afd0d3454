// The repository around the overlays: the objects with which Argo CD and Flux build its directories, and what these
// directories build to. Everything is read when a rule first asks.
import { dirname, join, relative, resolve, sep } from "node:path";
import { kustomizationFileNames } from "../../accumulate/open-kustomization.ts";
import { dependsOnFilesAlone } from "../../accumulate/shared-bases.ts";
import { attempt, Collector } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";
import type { BuildContext } from "../../load/context.ts";
import { type FileCache, type Kept, Shelf } from "../../load/file-cache.ts";
import { render } from "../../render.ts";
import { toResource } from "../../resource/resource.ts";
import { isSameList } from "../../text/same-list.ts";
import { parseDocuments } from "../../yaml/parse.ts";
import { Cluster } from "./cluster.ts";
import { type KubeObject, toObject } from "./object.ts";

export interface TreeOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly workingDirectory: string;
  /** Directories of the overlays, relative to the working directory. */
  readonly overlays: readonly string[];
  readonly files: FileCache;
  /** What a build of a directory is given; its absolute path. */
  readonly contextFor: (directory: string) => BuildContext;
}

/** An object of a controller in a file. */
export interface FoundObject {
  readonly object: KubeObject;
  /** The file's path in the repository. */
  readonly file: string;
}

/** What a directory builds to. */
export interface Built {
  readonly cluster: Cluster;
  /** Paths in the repository of the files that the build read. */
  readonly files: readonly string[];
}

/** Where a tree keeps what builds come to. */
export interface BuildShelf<T> {
  readonly shelf: Shelf<T>;
  readonly key: string;
  /** Whether what was kept by the key is what is asked for. */
  readonly fits: (kept: T) => boolean;
  readonly isSound: (made: T) => boolean;
}

const builds = new Shelf<Built | undefined>();

interface Scan {
  readonly objects: readonly FoundObject[];
  readonly buildable: readonly string[];
}

interface ScannedDirectory {
  readonly objects: readonly FoundObject[];
  readonly isBuildable: boolean;
  /** Absolute paths of those below. */
  readonly directories: readonly string[];
  /** How many files it has that could hold objects. */
  readonly files: number;
}

const scans = new Shelf<ScannedDirectory>();

// What is below is somebody else's, or made to be wrong.
const skipped = /^(\..*|node_modules|dist|vendor|tests?|testdata|fixtures)$/;
/** More YAML than that is not looked through, but for the directory that it ends in. */
const filesAtMost = 20_000;

const ofController = /^apiVersion:\s*["']?(argoproj\.io|[a-z.]+\.toolkit\.fluxcd\.io)\//m;

export class Tree {
  /** The overlays' paths in the repository. */
  readonly overlays: readonly string[];
  /** Absolute path of the repository. */
  readonly root: string;
  readonly #options: TreeOptions;
  #found: Scan | undefined;
  readonly #built = new Map<string, Kept<Built | undefined>>();

  constructor(options: TreeOptions) {
    this.#options = options;
    this.root = options.root;
    this.overlays = options.overlays.map((directory) => this.pathOf(directory));
  }

  /** The path in the repository of one that was typed. */
  pathOf(typed: string): string {
    return relative(this.root, resolve(this.#options.workingDirectory, typed)).split(sep).join("/");
  }

  /** Of absolute paths those in the repository, sorted. */
  inRepository(paths: Iterable<string>): readonly string[] {
    const files = [...paths].map((path) => relative(this.root, path).split(sep).join("/"));
    return files.filter((file) => file !== ".." && !file.startsWith("../")).sort();
  }

  /** Objects of Argo CD and Flux that stand in files and that no kustomization beside them lists. */
  get objects(): readonly FoundObject[] {
    return this.#scanned().objects;
  }

  /** The directories with a kustomization. */
  get buildable(): readonly string[] {
    return this.#scanned().buildable;
  }

  isDirectory(path: string): boolean {
    return this.#options.files.realPath(this.absolute(path)).kind === "directory";
  }

  /** The names in a directory. */
  namesIn(path: string): readonly string[] {
    return this.#options.files.list(this.absolute(path)).map(({ name }) => name);
  }

  hasKustomization(path: string): boolean {
    const at = this.absolute(path);
    return kustomizationFileNames.some(
      (name) => this.#options.files.realPath(join(at, name)).kind === "file",
    );
  }

  /**
   * Does something that builds a directory, and keeps what that comes to until a file changes that it looked at. Builds
   * that look at more than files are done again each time, and so are those that fail: there may be other reasons.
   */
  building<T>(
    { shelf, key, fits, isSound }: BuildShelf<T>,
    path: string,
    work: (context: BuildContext) => T,
  ): T {
    const { files, contextFor } = this.#options;
    const known = files.kept(shelf, key);
    if (known && fits(known.value)) return files.take(known);
    const { result, uses } = files.recording(() => {
      const context = contextFor(this.absolute(path));
      const value = work(context);
      return { value, isOfFiles: dependsOnFilesAlone(context) };
    });
    const { value, isOfFiles } = result;
    if (isOfFiles && isSound(value)) files.keep(shelf, key, { value, uses });
    return value;
  }

  /** The absolute path of one in the repository. */
  absolute(path: string): string {
    return join(this.root, path);
  }

  /** Builds a directory as kustomize does; undefined when that fails. */
  build(path: string): Built | undefined {
    const { files } = this.#options;
    const known = this.#built.get(path);
    if (known) return files.take(known);
    const { result, uses } = files.recording(() => this.#build(path));
    this.#built.set(path, { value: result, uses });
    return result;
  }

  #build(path: string): Built | undefined {
    const { files } = this.#options;
    const isSound = (built: Built | undefined): boolean => built !== undefined;
    const kept = { shelf: builds, key: this.absolute(path), fits: () => true, isSound };
    return this.building(kept, path, (context) => {
      const { result, uses } = files.recording(() => attempt(() => render(this.absolute(path), context)));
      if (!result || context.collector.hasErrors) return undefined;
      return {
        cluster: new Cluster(result, { directory: path, environment: "", kubernetesVersion: "" }),
        files: this.inRepository(uses.contents),
      };
    });
  }

  /** Whether another look at the repository finds the same objects, and the same directories to build. */
  hasSameObjects(other: Tree): boolean {
    const [own, others] = [this.#scanned(), other.#scanned()];
    return isSameList(own.objects, others.objects) && isSameList(own.buildable, others.buildable);
  }

  #scanned(): Scan {
    this.#found ??= this.#scan();
    return this.#found;
  }

  #scan(): Scan {
    const { files } = this.#options;
    const objects: FoundObject[] = [];
    const buildable: string[] = [];
    const waiting = [this.root];
    let left = filesAtMost;
    for (let path = waiting.pop(); path !== undefined && left > 0; path = waiting.pop()) {
      const directory = path;
      const found = files.once(scans, `${this.root}\0${directory}`, () => this.#scanDirectory(directory));
      if (found.isBuildable) buildable.push(relative(this.root, directory).split(sep).join("/"));
      objects.push(...found.objects);
      waiting.push(...found.directories);
      left -= found.files;
    }
    return { objects: objects.sort(byFile), buildable: buildable.sort() };
  }

  #scanDirectory(directory: string): ScannedDirectory {
    const { files } = this.#options;
    const entries = files.list(directory);
    const own = entries.find(({ name }) => kustomizationFileNames.some((known) => known === name));
    // A link may lead to a pipe that nobody writes to.
    const isRead = own && (own.kind === "file" || files.realPath(join(directory, own.name)).kind === "file");
    const listing = isRead ? textOf(join(directory, own.name), files)?.text : undefined;
    const manifests = entries.filter(({ name, kind }) => kind === "file" && /\.ya?ml$/.test(name));
    const read = manifests.slice(0, filesAtMost);
    const objects = read.flatMap(({ name }) => {
      if (name !== own?.name && listing?.includes(name)) return [];
      const source = textOf(join(directory, name), files);
      return source ? objectsOf(source, relative(this.root, join(directory, name))) : [];
    });
    const below = entries.filter(({ name, kind }) => kind === "directory" && !skipped.test(name));
    return {
      objects,
      isBuildable: own !== undefined,
      directories: below.map(({ name }) => join(directory, name)),
      files: read.length,
    };
  }
}

function textOf(path: string, files: FileCache): SourceFile | undefined {
  const loaded = files.load(path);
  return "kind" in loaded ? undefined : loaded.source;
}

const read = new WeakMap<SourceFile, readonly FoundObject[]>();

function objectsOf(source: SourceFile, path: string): readonly FoundObject[] {
  const known = read.get(source) ?? (ofController.test(source.text) ? objectsIn(source, path) : []);
  read.set(source, known);
  return known;
}

// A file that is no YAML, such as the template of a chart, is no matter of ours.
function objectsIn(source: SourceFile, path: string): readonly FoundObject[] {
  const trial = new Collector();
  const nodes = attempt(() => parseDocuments(source, trial)) ?? [];
  if (trial.hasErrors) return [];
  const file = path.split(sep).join("/");
  return nodes.flatMap((node) => {
    if (node.kind !== "mapping") return [];
    const object = toObject(toResource(node, undefined));
    const isOurs = /^argoproj\.io$|\.toolkit\.fluxcd\.io$/.test(object.group);
    return isOurs ? [{ object, file }] : [];
  });
}

function byFile(a: FoundObject, b: FoundObject): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

/** The directory of a path in the repository; empty for its top. */
export function directoryOfFile(file: string): string {
  const directory = dirname(file);
  return directory === "." ? "" : directory;
}
