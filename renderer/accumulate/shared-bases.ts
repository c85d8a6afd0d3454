// Bases that builds have in common, accumulated once: overlays of one base, the directories that sync objects name, and
// builds after a change that the base has no part in. What one build leaves is what another would make, because nothing
// that has been accumulated is changed later, and because only what depends on files alone is kept.
import type { SourceFile } from "../diagnostics/location.ts";
import type { AppliedEntry, BuildContext, EntryWatcher } from "../load/context.ts";
import { type FileCache, type Kept, Shelf } from "../load/file-cache.ts";
import { isWithin, type Loader } from "../load/loader.ts";
import type { Uses } from "../load/uses.ts";
import type { Step } from "../yaml/node.ts";
import type { Base, Composed } from "./accumulate.ts";
import type { Accumulated } from "./accumulated.ts";

interface SharedBase<T> {
  /** The text of its kustomization. */
  readonly source: SourceFile;
  readonly accumulated: T;
  /** What a watcher of the build is told; undefined where there was none. */
  readonly events: readonly WatchedEvent[] | undefined;
  /** Whether an entry missed its target: a build without a watcher may report that. */
  readonly hasMissed: boolean;
  readonly usedBuiltIn: boolean;
  /** Real paths of the directories that were looked up. */
  readonly directories: readonly string[];
}

type WatchedEvent = (watcher: EntryWatcher) => void;

const whole = new Shelf<SharedBase<Accumulated>>();
const composed = new Shelf<SharedBase<Composed>>();

/** @param make  accumulates the base */
export function shareBase(base: Base, make: (base: Base) => Accumulated): Accumulated {
  return share(whole, base, make);
}

/** The same without the base's own transformers: a patch that changes leaves that as it is. */
export function shareComposed(base: Base, make: (base: Base) => Composed): Composed {
  return share(composed, base, make);
}

function share<T>(shelf: Shelf<SharedBase<T>>, base: Base, make: (base: Base) => T): T {
  if (!isShareable(base)) return make(base);
  const { files, watcher } = base.context;
  const known = keysOf(base).map((key) => files.kept(shelf, key));
  const fitting = known.find((kept) => kept && serves(kept, base));
  if (!fitting) return makeAndKeep(shelf, base, make);
  const { accumulated, events = [], usedBuiltIn } = files.take(fitting);
  if (watcher) for (const tell of events) tell(watcher);
  if (usedBuiltIn) base.schemas.noteBuiltIn();
  return accumulated;
}

/**
 * The key to keep it by comes first; what stays below its directory when it must does so when it need not, and what was
 * watched serves those who do not watch.
 */
function keysOf({ context, loader }: Base): readonly [string, ...string[]] {
  const { options, watcher } = context;
  const keyOf = (restrictor: string, watching: string): string =>
    `${restrictor}\0${watching}\0${loader.root}`;
  const keysFor = (restrictor: string): readonly [string, ...string[]] =>
    watcher ? [keyOf(restrictor, "watched")] : [keyOf(restrictor, "alone"), keyOf(restrictor, "watched")];
  return options.loadRestrictor === "root" ? keysFor("root") : [...keysFor("none"), ...keysFor("root")];
}

/** Whether what has been built reads nothing but files of this machine, and tells the cache of all of them. */
export function dependsOnFilesAlone({ options, external }: BuildContext): boolean {
  return !options.enableHelm && !external?.functions.enabled && !external?.remote.wasAsked();
}

/** Charts, functions, remote bases and types of the build's own are no matter of its files alone. */
function isShareable({ context, file, loader, schemas, trail }: Base): boolean {
  const { options, external, sharesBases, onPatch, collector } = context;
  return (
    sharesBases === true &&
    !options.enableHelm &&
    !external?.functions.enabled &&
    !loader.checkout &&
    !file.isEdited &&
    schemas.isPlain &&
    !onPatch &&
    !trail &&
    !collector.hasErrors
  );
}

function serves({ value, uses }: Kept<SharedBase<unknown>>, { context, file, loader }: Base): boolean {
  const { source, events, hasMissed, directories } = value;
  const { watcher, options } = context;
  const tells = watcher ? events !== undefined : !hasMissed;
  if (source !== file.source || !tells || isCycle(directories, loader)) return false;
  const { confinedTo } = options;
  if (confinedTo === undefined) return true;
  return [...directories, ...uses.contents].every((path) => isWithin(path, confinedTo));
}

/** Whether what led to the base lies in something that the base opens: an error, which the build then reports. */
function isCycle(directories: readonly string[], { parent }: Loader): boolean {
  for (let visited = parent; visited; visited = visited.parent) {
    const { root } = visited;
    if (directories.some((directory) => isWithin(root, directory))) return true;
  }
  return false;
}

function makeAndKeep<T>(shelf: Shelf<SharedBase<T>>, base: Base, make: (base: Base) => T): T {
  const { context, schemas, file } = base;
  const { collector, files } = context;
  const before = collector.reports;
  const recorder = context.watcher && new Recorder(context.watcher);
  const { result, uses } = files.recording(() =>
    schemas.observe(() => make(recorder ? { ...base, context: { ...context, watcher: recorder } } : base)),
  );
  const { result: accumulated, usedBuiltIn } = result;
  const isSilent = collector.reports === before;
  if (isSilent && schemas.isPlain && dependsOnFilesAlone(context)) {
    const directories = directoriesOf(uses, files);
    const value = {
      source: file.source,
      accumulated,
      events: recorder?.events,
      hasMissed: recorder?.hasMissed ?? false,
      usedBuiltIn,
      directories,
    };
    files.keep(shelf, keysOf(base)[0], { value, uses });
  }
  return accumulated;
}

function directoriesOf({ paths }: Uses, files: FileCache): readonly string[] {
  return [...paths].flatMap((path) => {
    const real = files.known(path);
    return real?.kind === "directory" ? [real.path] : [];
  });
}

/** Passes on what happens, and remembers it. */
class Recorder implements EntryWatcher {
  readonly #watcher: EntryWatcher;
  readonly events: WatchedEvent[] = [];
  hasMissed = false;

  constructor(watcher: EntryWatcher) {
    this.#watcher = watcher;
  }

  started(step: Step, what: string): void {
    this.#tell((watcher) => watcher.started(step, what));
  }

  applied(step: Step, work: AppliedEntry): void {
    this.#tell((watcher) => watcher.applied(step, work));
  }

  missed(step: Step, help: string): void {
    this.hasMissed = true;
    this.#tell((watcher) => watcher.missed(step, help));
  }

  #tell(event: WatchedEvent): void {
    this.events.push(event);
    event(this.#watcher);
  }
}
