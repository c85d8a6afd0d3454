// What patch modules become: the texts of their YAML files and of the kustomizations that list them. Nothing is written.

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isComponent } from "../../kustomization/kind.ts";
import type { BuildContext, PatchEvent } from "../../load/context.ts";
import { FileCache } from "../../load/file-cache.ts";
import { checkPatch, targetsOf } from "../../patch/check/check-patch.ts";
import { type Compiled, compile, needsTarget } from "../../patch/compile/compile.ts";
import { type WantedEntry, withEntry } from "../../patch/compile/kustomization-text.ts";
import { type PatchRecord, readRecords } from "../../patch/compile/records.ts";
import { leadingComment } from "../../patch/compile/yaml-text.ts";
import { render } from "../../render.ts";
import type { Node } from "../../yaml/node.ts";
import type { EvaluatedModule } from "./evaluate.ts";
import { findBuildable, kustomizationAbove, listedPath, PlannedFileSystem } from "./files.ts";

export interface Plan {
  /** Texts by absolute path, of all files that belong to the modules. */
  readonly files: ReadonlyMap<string, string>;
}

export interface PlanContext {
  readonly workingDirectory: string;
  readonly display: (path: string) => string;
  readonly collector: Collector;
  /** What a directory is built with. */
  readonly newBuild: (directory: string, files: FileCache) => BuildContext;
}

interface Item {
  readonly module: EvaluatedModule;
  readonly records: readonly PatchRecord[];
  readonly kustomization: string;
  readonly yamlPath: string;
  /** Undefined until the items of lists that it names were looked up in the target. */
  compiled: Compiled | undefined;
}

/** Compiles evaluated modules, and builds with the result to see that every patch has a target and fits it. */
export function planPatches(modules: readonly EvaluatedModule[], context: PlanContext): Plan {
  const { collector } = context;
  const items = modules.flatMap((module) => toItem(module, context) ?? []);
  for (const item of items) if (!needsTarget(item.records)) settle(item, [], context);
  const pending = items.filter((item) => !item.compiled && needsTarget(item.records));
  while (pending.length > 0 && !collector.hasErrors) {
    const next = lookUpTargets(items, pending, context);
    if (!next) break;
    pending.splice(pending.indexOf(next), 1);
  }
  for (const item of items) if (item.compiled?.text === undefined) reportLeftOver(item, context);
  const files = collector.hasErrors ? new Map<string, string>() : filesOf(items);
  if (!collector.hasErrors) verify(items, files, context);
  return { files };
}

function toItem(module: EvaluatedModule, { collector }: PlanContext): Item | undefined {
  const records: PatchRecord[] = [];
  let isSound = true;
  for (const [name, value] of module.records) {
    const read = readRecords(value);
    if (!("error" in read)) records.push(...read);
    else {
      isSound = false;
      const at = Math.max(0, placeOfName(name, module.source.text));
      collector.report("patch/module-failed", `\`${name}\` cannot be used: ${read.error}`, {
        at: { source: module.source, at },
      });
    }
  }
  if (!isSound) return undefined;
  const kustomization = kustomizationAbove(module.path);
  if (!kustomization) {
    collector.report(
      "patch/module-failed",
      "no directory above the module has a kustomization that could list its patch",
      {
        at: { source: module.source, at: 0 },
      },
    );
    return undefined;
  }
  const yamlPath = `${module.path.slice(0, -extname(module.path).length)}.yaml`;
  return { module, records, kustomization, yamlPath, compiled: undefined };
}

/** Of an export, which need not be called by an identifier. */
function placeOfName(name: string, text: string): number {
  const isIdentifier = /^[\w$]+$/.test(name);
  return isIdentifier ? text.search(new RegExp(`\\b${name.replaceAll("$", "\\$")}\\b`)) : text.indexOf(name);
}

function settle(item: Item, targets: readonly Node[], { collector }: PlanContext): void {
  const compiled = compile(item.records, targets);
  if (!("error" in compiled)) item.compiled = compiled;
  else {
    // The path or record in question is named in the message; its text is somewhere in the module.
    const quoted = /^`([^`]+)`/.exec(compiled.error)?.[1];
    const at = quoted ? Math.max(0, item.module.source.text.indexOf(quoted)) : 0;
    collector.report("patch/module-failed", compiled.error, { at: { source: item.module.source, at } });
  }
}

// A module that makes images and replica counts only has no file; one that it made before is still applied.
function reportLeftOver({ compiled, module, yamlPath }: Item, { collector, display }: PlanContext): void {
  if (!compiled || !existsSync(yamlPath)) return;
  collector.report("patch/module-failed", `the module makes no file, but ${display(yamlPath)} is there`, {
    at: { source: module.source, at: 0 },
    help: "remove the file and the entry that lists it, or give the module another name",
  });
}

/** Compiles the pending module whose patch comes first in a build, with the objects as they are by then. */
function lookUpTargets(
  items: readonly Item[],
  pending: readonly Item[],
  context: PlanContext,
): Item | undefined {
  const files = filesOf(items);
  let first: Item | undefined;
  const targets: Node[] = [];
  const diagnostics = buildAll(items, files, context, (event, build) => {
    const item = pending.find(({ yamlPath }) => context.display(yamlPath) === event.source.path);
    if (!item || (first && item !== first)) return;
    first = item;
    targets.push(...targetsOf(event, build).map(({ node }) => node));
  });
  if (first && targets.length > 0) settle(first, targets, context);
  if (first?.compiled) return first;
  if (context.collector.hasErrors) return undefined;
  const [lost] = first ? [first] : pending;
  if (lost) reportNoTarget(lost, diagnostics, context);
  return undefined;
}

function reportNoTarget(
  { module, kustomization }: Item,
  diagnostics: readonly Diagnostic[],
  context: PlanContext,
): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return repeatAll(errors, context.collector);
  context.collector.report("patch/no-target", "the patch has no target", {
    at: { source: module.source, at: 0 },
    help: `no object that ${context.display(kustomization)} builds is selected; gitops render ${context.display(dirname(kustomization))} shows them`,
  });
}

/** Reports what another collector has found. */
export function repeatAll(diagnostics: readonly Diagnostic[], collector: Collector): void {
  for (const found of diagnostics) collector.add(found);
}

/** The wanted files: of pending modules with a patch that does nothing, so that they are listed. */
function filesOf(items: readonly Item[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { module, kustomization, yamlPath, compiled, records } of items) {
    if (compiled?.text !== undefined) files.set(yamlPath, headed(module, compiled.text));
    else if (!compiled) files.set(yamlPath, "[]\n");
    const known = files.get(kustomization) ?? readFileSync(kustomization, "utf8");
    const text = entriesOf(
      listedPath(kustomization, yamlPath),
      compiled ?? compilePlaceholder(records),
    ).reduce(withEntry, known);
    files.set(kustomization, text);
  }
  return files;
}

function headed({ path, source }: EvaluatedModule, text: string): string {
  const header = [
    `# From ${basename(path)}: change it there and run \`gitops patches write\`.`,
    ...leadingComment(source.text),
  ];
  return `${header.join("\n")}\n${text}`;
}

// Only the target matters: paths are not looked at.
function compilePlaceholder(records: readonly PatchRecord[]): Compiled | undefined {
  const jsons = records.map((record) =>
    record.record === "jsonPatch"
      ? { ...record, operations: [{ op: "test" as const, path: "/kind" }] }
      : record,
  );
  const compiled = compile(jsons, []);
  return "error" in compiled ? undefined : compiled;
}

function entriesOf(path: string, compiled: Compiled | undefined): readonly WantedEntry[] {
  if (!compiled) return [];
  const { text, listedIn, target, options, images, replicas } = compiled;
  const own: readonly WantedEntry[] =
    text === undefined
      ? []
      : [
          {
            field: listedIn,
            key: "path",
            entry: listedIn === "patches" ? { path, target, options } : { path },
          },
        ];
  return [
    ...own,
    ...images.map((entry): WantedEntry => ({ field: "images", key: "name", entry })),
    ...replicas.map((entry): WantedEntry => ({ field: "replicas", key: "name", entry })),
  ];
}

function verify(items: readonly Item[], files: ReadonlyMap<string, string>, context: PlanContext): void {
  const paths = new Map(items.map((item) => [context.display(item.yamlPath), item]));
  const met = new Map<Item, boolean>();
  const diagnostics = buildAll(items, files, context, (event, build) => {
    const item = paths.get(event.source.path);
    if (!item) return;
    checkPatch(event, build);
    met.set(item, met.get(item) || targetsOf(event, build).length > 0);
  });
  repeatAll(
    diagnostics.filter(({ severity }) => severity === "error"),
    context.collector,
  );
  for (const [item, hasTarget] of met)
    if (!hasTarget && !context.collector.hasErrors) reportNoTarget(item, [], context);
}

/** Builds everything that the modules' patches are part of. */
function buildAll(
  items: readonly Item[],
  files: ReadonlyMap<string, string>,
  context: PlanContext,
  onPatch: (event: PatchEvent, build: BuildContext) => void,
): readonly Diagnostic[] {
  const kustomizations = [...new Set(items.map(({ kustomization }) => kustomization))];
  const components = kustomizations.filter((path) => isComponent(files.get(path) ?? ""));
  const own = kustomizations.filter((path) => !components.includes(path)).map((path) => dirname(path));
  const roots = components.length > 0 ? findBuildable(context.workingDirectory) : [];
  const cache = new FileCache(new PlannedFileSystem(files), context.display);
  return [...new Set([...own, ...roots])].flatMap((directory) => {
    const build: BuildContext = {
      ...context.newBuild(directory, cache),
      onPatch: (event) => onPatch(event, build),
    };
    render(directory, build);
    const isOwn = own.includes(directory);
    return isOwn ? build.collector.sorted() : [];
  });
}

/** The files of a plan that differ from the disk. */
export function changedFiles({ files }: Plan): ReadonlyMap<string, string> {
  return new Map(
    [...files].filter(([path, text]) => !existsSync(path) || readFileSync(resolve(path), "utf8") !== text),
  );
}
