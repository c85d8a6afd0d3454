// The configuration that an instance starts with, from all layers that the rendered objects hold. From low to high:
// etc/base.hocon (since 5.8.4), data/configs/cluster.hocon, etc/emqx.conf, environment. Source: bin/emqx of 5.8.9.
import type { Place } from "../../../diagnostics/location.ts";
import type { Environment } from "../../model/environment.ts";
import type { Value } from "../../model/value.ts";
import { settingPath } from "../config/env-name.ts";
import { readEnvValue } from "../config/env-value.ts";
import { lookUp } from "../config/paths.ts";
import { arraysOf, type Leaf, leavesOf } from "../hocon/leaves.ts";
import { parseHocon } from "../hocon/parse.ts";
import type { HoconDocument, HoconValue, Span } from "../hocon/tree.ts";
import type { EmqxImage } from "./image.ts";

export interface Setting {
  /** With the names of the table, not their aliases: `listeners.tcp.default.enable`. */
  readonly path: string;
  /** As EMQX understands it; `[]` and `{}` for what is empty; undefined for what is secret or known only when EMQX starts. */
  readonly text: string | undefined;
  readonly from: "environment" | "file";
  /** What a finding points at: the variable's value or the key of the ConfigMap, and the place within it. */
  readonly at: Value;
  readonly within?: Place;
  /** It comes from a Secret. */
  readonly isSecret: boolean;
}

/** One configuration file: the value of a ConfigMap, or the operator's `config.data`. */
export interface ConfigFile {
  readonly name: "base.hocon" | "cluster.hocon" | "emqx.conf";
  readonly at: Value;
  readonly document: HoconDocument;
  readonly leaves: readonly Leaf[];
}

export interface Settings {
  /** The setting at a path of the table. */
  get(path: string): Setting | undefined;
  /** The settings below the root of a path, such as `listeners`. */
  below(root: string): readonly Setting[];
  /** Nothing is set outside of the rendered objects: what is absent is not set. */
  readonly isComplete: boolean;
}

export function readConfigFile(name: ConfigFile["name"], at: Value): ConfigFile {
  const document = parseHocon(at.text ?? "");
  return { name, at, document, leaves: leavesOf(document.root) };
}

/** The place of a span within the text of a value. */
export function placeWithin(at: Value, { at: start, end }: Span): Place | undefined {
  const { source } = at;
  return source && { source, at: start, end };
}

export function readSettings(
  files: readonly ConfigFile[],
  environment: Environment,
  isEveryFileKnown: boolean,
): Settings {
  let settings = new Map<string, Setting>();
  for (const file of files) {
    const lists = arraysOf(file.document.root);
    if (lists.size > 0)
      settings = new Map([...settings].filter(([path]) => !ancestors(path).some((each) => lists.has(each))));
    for (const leaf of file.leaves) add(settings, fromLeaf(file, leaf));
  }
  for (const variable of environment.variables.values()) {
    const path = settingPath(variable.name);
    if (!path) continue;
    const { at, text, from } = variable;
    const base = { from: "environment", at, isSecret: from === "secret" } as const;
    if (text === undefined || text.includes("$("))
      add(settings, { ...base, path: canonical(path), text: undefined });
    else addValue(settings, base, path, readEnvValue(text));
  }
  const byRoot = groupByRoot(settings.values());
  const isWhole = files.every(({ document }) => !document.error && document.includes.length === 0);
  return {
    get: (path) => settings.get(path),
    below: (root) => byRoot.get(root) ?? [],
    isComplete: environment.isComplete && isEveryFileKnown && isWhole,
  };
}

function groupByRoot(settings: Iterable<Setting>): ReadonlyMap<string, readonly Setting[]> {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) {
    const root = setting.path.split(".", 1)[0] ?? "";
    const group = groups.get(root);
    if (group) group.push(setting);
    else groups.set(root, [setting]);
  }
  return groups;
}

function add(settings: Map<string, Setting>, setting: Setting): void {
  settings.set(setting.path, setting);
}

function addValue(
  settings: Map<string, Setting>,
  base: Pick<Setting, "from" | "at" | "isSecret">,
  path: readonly string[],
  value: HoconValue,
): void {
  if (value.kind === "object" || value.kind === "array") {
    const root = { kind: "object", at: 0, end: 0, fields: [{ path, value, at: 0, end: 0 }] } as const;
    for (const leaf of leavesOf(root))
      add(settings, { ...base, path: canonical(leaf.path), text: scalarText(leaf.value) });
  } else add(settings, { ...base, path: canonical(path), text: scalarText(value) });
}

function fromLeaf({ at }: ConfigFile, { path, value }: Leaf): Setting {
  const within = placeWithin(at, value);
  const setting = {
    path: canonical(path),
    text: scalarText(value),
    from: "file",
    at,
    isSecret: false,
  } as const;
  return within ? { ...setting, within } : setting;
}

function scalarText(value: HoconValue): string | undefined {
  if (value.kind === "array") return value.items.length === 0 ? "[]" : undefined;
  if (value.kind === "object") return value.fields.length === 0 ? "{}" : undefined;
  return value.kind === "null" || value.kind === "unknown" ? undefined : value.text;
}

function canonical(path: readonly string[]): string {
  return lookUp(path).path.join(".");
}

function ancestors(path: string): readonly string[] {
  const parts = path.split(".");
  return parts.map((_part, i) => parts.slice(0, i + 1).join("."));
}

/** Whether the table of 5.8 tells about an image: its own version, or one that is not known. */
export function isChecked({ version }: EmqxImage): boolean {
  return !version || (version.major === 5 && version.minor === 8);
}
