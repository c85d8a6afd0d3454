// Renders and validates overlays: everything that is found, each thing once however many overlays share it.
import { basename, dirname, resolve, sep } from "node:path";
import { Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { BuildContext, EntryWatcher, ExtraTypes } from "../../load/context.ts";
import type { FileCache } from "../../load/file-cache.ts";
import type { External } from "../../load/remote/external.ts";
import { EntryRecorder } from "../../patch/report/entry-recorder.ts";
import { render, toYaml } from "../../render.ts";
import type { OverlaySummary } from "../../report/summary.ts";
import type { Resource } from "../../resource/resource.ts";
import type { TypeSource } from "../../schema/type-source.ts";
import { Cluster } from "../../validate/model/cluster.ts";
import { Tree } from "../../validate/model/tree.ts";
import { Exceptions } from "../../validate/policy/exceptions.ts";
import { settingsOf } from "../../validate/policy/settings-of.ts";
import type { Finding, Rule } from "../../validate/rule.ts";
import { rules as allRules } from "../../validate/rules.ts";
import { runRules } from "../../validate/run.ts";
import { type BuildFlags, newContext, toBuildOptions } from "../build-options.ts";
import type { Io } from "../io.ts";
import { repositoryRootOf } from "../repository-root.ts";
import type { KeptOverlays } from "./kept-overlays.ts";
import { findPolicies } from "./policy-layers.ts";
import { policyTypes } from "./schema-sources.ts";
import { SiteRules, withoutOverridden } from "./site-rules.ts";

export interface ValidateTreeOptions {
  /** Directories as they were typed. */
  readonly directories: readonly string[];
  /** Whether these are all overlays there are, so that what is unused is unused. */
  readonly isWholeTree: boolean;
  /** The rules that run; those of policies run as well. */
  readonly rules: readonly Rule[];
  /** Whether rules of policies run. */
  readonly withSiteRules: boolean;
  readonly flags: BuildFlags & {
    readonly policy: readonly string[];
    readonly kubernetesVersion?: string;
    readonly allowCustomRules: boolean;
  };
  readonly files: FileCache;
  /** Makes what `--list-merge` asks for, for one build. */
  readonly extraTypes: () => ExtraTypes | undefined;
  /** What the cluster says of its kinds. */
  readonly clusterTypes: readonly TypeSource[];
  readonly io: Io;
  /** `2026-11-21` */
  readonly today: string;
  /** Overlays of earlier runs, and the paths that have changed since. */
  readonly kept?: { readonly overlays: KeptOverlays; readonly changed: ReadonlySet<string> };
}

export interface TreeResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly overlays: readonly OverlaySummary[];
  /** By rule: how many findings are not among the diagnostics. */
  readonly uncounted: ReadonlyMap<string, number>;
  readonly failed: boolean;
  /** Whether it depends on nothing but files of this machine. */
  readonly isOfFilesAlone: boolean;
  /** The rules that policies brought. */
  readonly siteRules: readonly Rule[];
}

/** Bases that were watched serve overlays, which are watched, too; what a build misses is no error of it. */
const deaf: EntryWatcher = {
  started: () => undefined,
  applied: () => undefined,
  missed: () => undefined,
};

export async function validateTree(options: ValidateTreeOptions): Promise<TreeResult> {
  const { directories, isWholeTree, flags, files, io, kept } = options;
  const exceptions = new Exceptions(options.today);
  const policies = new Collector();
  const merged = new Map<string, Merged>();
  const uncounted = new Map<string, number>();
  const overlays: OverlaySummary[] = [];
  const siteRules = new Set<Rule>();
  const external: (External | undefined)[] = [];
  const tree = new Tree({
    root: repositoryRootOf(io.workingDirectory),
    workingDirectory: io.workingDirectory,
    overlays: directories,
    files,
    contextFor: (directory) => {
      const context = newContext(files, toBuildOptions(flags), directory, flags, io, options.extraTypes());
      external.push(context.external);
      return { ...context, sharesBases: true, watcher: deaf };
    },
  });
  kept?.overlays.begin(tree, kept.changed);
  const shared = { tree, siteRules: new SiteRules(options), external };
  for (const directory of directories) {
    const validate = (): Promise<OverlayResult> => validateOverlay(directory, shared, options);
    const result = await (kept ? kept.overlays.of(directory, files, validate) : validate());
    for (const found of result.diagnostics) {
      const key = `${found.code}\0${found.message}\0${found.at?.source.path ?? ""}\0${found.at?.at ?? -1}`;
      const known = merged.get(key) ?? { found, overlays: new Set(), objects: new Set() };
      known.overlays.add(directory);
      if (found.object) known.objects.add(found.object);
      merged.set(key, known);
    }
    for (const [code, count] of result.uncounted) uncounted.set(code, (uncounted.get(code) ?? 0) + count);
    overlays.push(result.summary);
    exceptions.include(result.exceptions);
    for (const found of result.ofPolicies) policies.add(found);
    for (const rule of result.siteRules) siteRules.add(rule);
  }
  const isComplete = ({ at }: { at: { source: { path: string } } }): boolean =>
    isWholeTree || directories.some((directory) => isInside(directory, at.source.path, io));
  exceptions.reportStale(isComplete, policies);
  const found = new Collector();
  for (const diagnostic of policies.sorted()) found.add(diagnostic);
  for (const each of merged.values()) found.add(toReported(each, directories.length > 1));
  return {
    diagnostics: found.sorted(),
    overlays,
    uncounted,
    failed: overlays.some(({ failed }) => failed),
    isOfFilesAlone: !external.some((each) => each?.remote.wasAsked()),
    siteRules: [...siteRules],
  };
}

/** A finding with everything that shows it: one line of a patch or a base can be wrong for many objects. */
interface Merged {
  readonly found: Diagnostic;
  readonly overlays: Set<string>;
  readonly objects: Set<string>;
}

function toReported({ found, overlays, objects }: Merged, isOneOfSeveral: boolean): Diagnostic {
  const others = [...objects].filter((name) => name !== found.object);
  const more = others.length > 3 ? `, and ${others.length - 3} more` : "";
  const note = { message: `so it is for ${others.slice(0, 3).join(", ")}${more}` };
  return {
    ...found,
    ...(others.length > 0 ? { notes: [...found.notes, note] } : {}),
    ...(isOneOfSeveral ? { overlays: [...overlays] } : {}),
  };
}

/** What one overlay came to. */
export interface OverlayResult {
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with its policies, which it may share with others. */
  readonly ofPolicies: readonly Diagnostic[];
  readonly uncounted: ReadonlyMap<string, number>;
  readonly summary: OverlaySummary;
  readonly exceptions: Exceptions;
  /** The rules that its policies bring, overridden ones as well. */
  readonly siteRules: readonly Rule[];
}

/** What the overlays of a run have in common. */
interface Shared {
  readonly tree: Tree;
  readonly siteRules: SiteRules;
  /** Of every build. */
  readonly external: (External | undefined)[];
}

async function validateOverlay(
  directory: string,
  { tree, siteRules, external }: Shared,
  { rules, flags, files, extraTypes, clusterTypes, io, today, kept }: ValidateTreeOptions,
): Promise<OverlayResult> {
  const overlay = resolve(io.workingDirectory, directory);
  const watcher = new EntryRecorder();
  const policies = new Collector();
  const exceptions = new Exceptions(today);
  const context = {
    ...newContext(files, toBuildOptions(flags), overlay, flags, io, extraTypes()),
    watcher,
    sharesBases: true,
  };
  external.push(context.external);
  const { result: made, uses } = files.recording(() => render(overlay, context));
  const resources = kept && !context.collector.hasErrors ? kept.overlays.settle(directory, made) : made;
  if (!context.collector.hasErrors) checkPrintable(resources, context);
  const rendered = context.collector.sorted();
  if (context.collector.hasErrors) {
    const summary = { directory, objects: 0, excused: 0, failed: true };
    return {
      diagnostics: rendered,
      ofPolicies: [],
      uncounted: new Map(),
      summary,
      exceptions,
      siteRules: [],
    };
  }
  const named = flags.policy.map((path) => resolve(io.workingDirectory, path));
  const layers = findPolicies({
    overlay,
    resources,
    workingDirectory: io.workingDirectory,
    named,
    files,
    collector: policies,
  });
  const siteFiles = siteRules.of(layers);
  const ofSite = siteFiles.flatMap((file) => file.rules);
  const own = withoutOverridden(ofSite);
  const settings = settingsOf(layers, [...allRules, ...own], basename(overlay), policies);
  const kubernetesVersion = flags.kubernetesVersion ?? settings.kubernetesVersion;
  const search = { workingDirectory: io.workingDirectory, files, collector: policies };
  const cluster = new Cluster(resources, {
    directory,
    environment: settings.environment,
    kubernetesVersion,
    tree,
    filesRead: uses.contents,
    entries: watcher.entries,
    types: [...policyTypes(layers, search), ...clusterTypes],
  });
  let excused = 0;
  // What does not run cannot need its exceptions.
  const running = new Set<string>([...rules, ...own].map(({ code }) => code));
  const describes = exceptions.filterFor(settings.exceptions.filter(({ code }) => running.has(code)));
  const isExcused = (finding: Finding, rule: Rule): boolean => {
    const fits = describes(finding, rule);
    if (fits) excused++;
    return fits;
  };
  const { diagnostics, uncounted } = runRules(cluster, [...rules, ...own], settings, isExcused);
  for (const { collector } of siteFiles) for (const found of collector.sorted()) policies.add(found);
  const summary = { directory, objects: resources.length, excused, failed: false };
  return {
    diagnostics: [...rendered, ...diagnostics],
    ofPolicies: policies.sorted(),
    uncounted,
    summary,
    exceptions,
    siteRules: ofSite,
  };
}

const printable = new WeakSet<Resource>();

/** What cannot be printed cannot be applied, so it is part of the question. */
function checkPrintable(resources: readonly Resource[], context: BuildContext): void {
  const { collector } = context;
  const before = collector.reports;
  const others = resources.filter((resource) => !printable.has(resource));
  toYaml(others, context);
  if (collector.reports === before) for (const resource of others) printable.add(resource);
}

function isInside(directory: string, path: string, { workingDirectory }: Io): boolean {
  const [overlay, file] = [resolve(workingDirectory, directory), resolve(workingDirectory, path)];
  return dirname(file) === overlay || file.startsWith(overlay + sep);
}
