// Bases that builds have in common, accumulated once: overlays of one base, the directories that sync objects name, and
// builds after a change that the base has no part in. What one build leaves is what another would make, because nothing
// that has been accumulated is changed later, and because only what depends on files alone is kept.
import type { SourceFile } from "../diagnostics/location.ts";
import type { AppliedEntry, EntryWatcher } from "../load/context.ts";
import { type FileCache, type Kept, Shelf } from "../load/file-cache.ts";
import { isWithin, type Loader } from "../load/loader.ts";
import type { Uses } from "../load/uses.ts";
import type { Step } from "../yaml/node.ts";
import type { Base } from "./accumulate.ts";
import type { Accumulated } from "./accumulated.ts";

interface SharedBase {
  /** The text of its kustomization. */
  readonly source: SourceFile;
  readonly accumulated: Accumulated;
  /** What a watcher of the build is told; undefined where there was none. */
  readonly events: readonly WatchedEvent[] | undefined;
  readonly usedBuiltIn: boolean;
  /** Real paths of the directories that were looked up. */
  readonly directories: readonly string[];
}

type WatchedEvent = (watcher: EntryWatcher) => void;

const shelf = new Shelf<SharedBase>();

/** @param make  accumulates the base */
export function shareBase(base: Base, make: (base: Base) => Accumulated): Accumulated {
  if (!isShareable(base)) return make(base);
  const { files, watcher } = base.context;
  const known = keysOf(base).map((key) => files.kept(shelf, key));
  const fitting = known.find((kept) => kept && serves(kept, base));
  if (!fitting) return makeAndKeep(base, make);
  const { accumulated, events = [], usedBuiltIn } = files.take(fitting);
  if (watcher) for (const tell of events) tell(watcher);
  if (usedBuiltIn) base.schemas.noteBuiltIn();
  return accumulated;
}

/** The key to keep it by comes first; what stays below its directory when it must does so when it need not. */
function keysOf({ context, loader }: Base): readonly [string, ...string[]] {
  const keyOf = (restrictor: string): string => `${restrictor}\0${loader.root}`;
  return context.options.loadRestrictor === "root" ? [keyOf("root")] : [keyOf("none"), keyOf("root")];
}

/** Charts, functions, remote bases and types of the build's own are no matter of its files alone. */
function isShareable({ context, file, loader, schemas, trail }: Base): boolean {
  const { options, external, sharesBases, onPatch, collector } = context;
  const isClosed = !options.enableHelm && !external?.functions.enabled && !loader.checkout;
  return (
    sharesBases === true &&
    isClosed &&
    !file.isEdited &&
    schemas.isPlain &&
    !onPatch &&
    !trail &&
    !collector.hasErrors
  );
}

function serves({ value, uses }: Kept<SharedBase>, { context, file, loader }: Base): boolean {
  const { source, events, directories } = value;
  if (source !== file.source || (context.watcher && !events) || isCycle(directories, loader)) return false;
  const { confinedTo } = context.options;
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

function makeAndKeep(base: Base, make: (base: Base) => Accumulated): Accumulated {
  const { context, schemas, file } = base;
  const { collector, files, external } = context;
  const before = collector.reports;
  const recorder = context.watcher && new Recorder(context.watcher);
  const { result, uses } = files.recording(() =>
    schemas.observe(() => make(recorder ? { ...base, context: { ...context, watcher: recorder } } : base)),
  );
  const { result: accumulated, usedBuiltIn } = result;
  // A build without a watcher reports what is missed.
  const isSilent = collector.reports === before && !recorder?.hasMissed;
  if (isSilent && schemas.isPlain && !external?.remote.wasAsked()) {
    const directories = directoriesOf(uses, files);
    const value = { source: file.source, accumulated, events: recorder?.events, usedBuiltIn, directories };
    files.keep(shelf, keysOf(base)[0], { value, uses });
  }
  return accumulated;
}

function directoriesOf({ paths }: Uses, files: FileCache): readonly string[] {
  return [...paths].flatMap((path) => {
    const real = files.realPath(path);
    return real.kind === "directory" ? [real.path] : [];
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
    this.#watcher.missed(step, help);
  }

  #tell(event: WatchedEvent): void {
    this.events.push(event);
    event(this.#watcher);
  }
}
