// Opens files and directories for one kustomization, with kustomize's rules about what may be opened.
import { isAbsolute, resolve, sep } from "node:path";
import type { Place, SourceFile } from "../diagnostics/location.ts";
import type { BuildContext } from "./context.ts";
import type { LoadedFile } from "./file-cache.ts";
import { checkWithin, loadRemoteFile, openRemoteEntry, openRepository, repositoryOf } from "./remote/open.ts";
import type { Checkout } from "./remote/remote.ts";
import { isHttpUrl, type RepoUrl } from "./remote/repo-url.ts";

export interface Loader {
  /** Absolute path of the directory, symbolic links resolved. */
  readonly root: string;
  readonly parent: Loader | undefined;
  /** The repository that was fetched for it, or for a kustomization above it, and that it may not leave. */
  readonly checkout?: Checkout;
}

/** The path that a kustomization means by a path; a slash at the end says nothing. */
export function pathFrom({ root }: Loader, path: string): string {
  return isPlain.test(path) && sep === "/" && root !== "/" ? `${root}/${path}` : resolve(root, path);
}

/** Nothing that has to be resolved, for which `resolve` takes as long as it takes to look for the file. */
const isPlain = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** What the path of a `resources` entry turned out to be. */
export type Entry =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "directory"; readonly loader: Loader };

/** Opens the directory or the URL that a build starts from; `at` is absent because an argument named it. */
export function openRoot(path: string, context: BuildContext): Loader {
  const url = repositoryOf(path);
  if (url) return enterRepository(undefined, url, undefined, context);
  const real = context.files.realPath(path);
  if (real.kind === "directory") return { root: real.path, parent: undefined };
  const { collector } = context;
  const shown = context.files.display(path);
  if (real.kind === "missing") {
    return collector.halt("load/not-found", `${shown} does not exist`, { help: "name a directory to build" });
  }
  if (real.kind === "unreadable") {
    return collector.halt("load/not-readable", `${shown} cannot be read: ${real.reason}`);
  }
  return collector.halt("load/not-a-directory", `${shown} is a file, not a directory`, {
    help: "name the directory that holds the kustomization",
  });
}

/** Finds out whether a `resources` entry is a file or a base, and opens the base. */
export function openEntry(loader: Loader, path: string, at: Place, context: BuildContext): Entry {
  const real = isHttpUrl(path) ? absent : context.files.realPath(pathFrom(loader, path));
  if (real.kind !== "file") {
    const remote = openRemoteEntry(path, checkoutsOf(loader), at, context);
    if (remote?.kind === "file") return { kind: "file", path };
    if (remote)
      return { kind: "directory", loader: { root: remote.root, parent: loader, checkout: remote.checkout } };
  }
  if (real.kind === "directory")
    return { kind: "directory", loader: enter(loader, path, real.path, at, context) };
  return { kind: "file", path };
}

const absent = { kind: "missing" } as const;

function enterRepository(
  parent: Loader | undefined,
  url: RepoUrl,
  at: Place | undefined,
  context: BuildContext,
): Loader {
  const { root, checkout } = openRepository(url, checkoutsOf(parent), at, context);
  return { root, parent, checkout };
}

/** Of a kustomization and those that lead to it, nearest first. */
function checkoutsOf(loader: Loader | undefined): readonly Checkout[] {
  const found: Checkout[] = [];
  for (let here = loader; here; here = here.parent) if (here.checkout) found.push(here.checkout);
  return found;
}

/** Opens a directory that must be one: a component. */
export function openDirectory(loader: Loader, path: string, at: Place, context: BuildContext): Loader {
  const url = repositoryOf(path);
  if (url) return enterRepository(loader, url, at, context);
  const real = context.files.realPath(pathFrom(loader, path));
  switch (real.kind) {
    case "directory":
      return enter(loader, path, real.path, at, context);
    case "file":
      return context.collector.halt("load/not-a-directory", `\`${path}\` is a file, not a directory`, { at });
    default:
      return fail(real, path, at, context);
  }
}

function enter(loader: Loader, path: string, real: string, at: Place, context: BuildContext): Loader {
  if (isAbsolute(path)) {
    context.collector.halt("load/absolute-path", `\`${path}\` is an absolute path`, {
      at,
      help: "name bases and components relative to the kustomization, so that the tree builds everywhere",
    });
  }
  for (let visited: Loader | undefined = loader; visited; visited = visited.parent) {
    if (isWithin(visited.root, real)) {
      context.collector.halt(
        "load/cycle",
        `\`${path}\` leads back to ${context.files.display(visited.root)}`,
        {
          at,
          help: "a kustomization cannot include itself or a directory above it",
        },
      );
    }
  }
  checkWithin(loader.checkout, real, path, at, context);
  checkConfined(loader, real, path, at, context);
  return { ...loader, root: real, parent: loader };
}

/** Reads a text file. */
export function loadText(loader: Loader, path: string, at: Place, context: BuildContext): SourceFile {
  const loaded = loadFile(loader, path, at, context);
  if (loaded.source) return loaded.source;
  return context.collector.halt("yaml/not-text", `\`${path}\` is not UTF-8 text`, {
    at,
    help: "save the file as UTF-8; binary data belongs into a generator's `files`",
  });
}

/** Reads a file, whatever it holds. */
export function loadFile(loader: Loader, path: string, at: Place, context: BuildContext): LoadedFile {
  if (isHttpUrl(path)) return loadRemoteFile(path, at, context);
  const real = context.files.realPath(pathFrom(loader, path));
  if (real.kind === "directory") {
    return context.collector.halt("load/not-readable", `\`${path}\` is a directory, not a file`, { at });
  }
  if (real.kind === "missing" || real.kind === "unreadable") return fail(real, path, at, context);
  // What was fetched never reads beyond itself.
  const isConfined = context.options.loadRestrictor === "root" || loader.checkout !== undefined;
  if (isConfined && !isWithin(real.path, loader.root)) {
    context.collector.halt(
      "load/outside-root",
      `\`${path}\` lies outside ${context.files.display(loader.root)}`,
      {
        at,
        help:
          "move the file below the kustomization, or make its directory a base of its own;" +
          " --load-restrictor LoadRestrictionsNone allows it here, but not in Argo CD",
      },
    );
  }
  checkConfined(loader, real.path, path, at, context);
  const loaded = context.files.load(real.path);
  if (!("kind" in loaded)) return loaded;
  if (loaded.kind === "too-large") {
    const size = Math.round(loaded.sizeBytes / (1024 * 1024));
    return context.collector.halt("yaml/too-large", `\`${path}\` has ${size} MiB, more than is ever read`, {
      at,
    });
  }
  return fail(loaded, path, at, context);
}

// What was fetched is confined to its own repository.
function checkConfined(loader: Loader, real: string, path: string, at: Place, context: BuildContext): void {
  const { confinedTo } = context.options;
  if (confinedTo === undefined || loader.checkout || isWithin(real, confinedTo)) return;
  context.collector.halt(
    "load/outside-root",
    `\`${path}\` lies outside ${context.files.display(confinedTo)}, beyond which Flux reads nothing`,
    { at, help: "move it into the repository; --repo-root names another root" },
  );
}

function fail(
  found: { readonly kind: "missing" } | { readonly kind: "unreadable"; readonly reason: string },
  path: string,
  at: Place,
  context: BuildContext,
): never {
  const { collector } = context;
  if (found.kind === "unreadable") {
    return collector.halt("load/not-readable", `\`${path}\` cannot be read: ${found.reason}`, { at });
  }
  return collector.halt("load/not-found", `\`${path}\` does not exist`, {
    at,
    help: "a path counts from the directory of the file that names it",
  });
}

/** Whether a path is a directory itself or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
