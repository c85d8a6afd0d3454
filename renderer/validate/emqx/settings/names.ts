// Names of settings: what is no setting is ignored, most often without a word.
import { nearest } from "../../../diagnostics/suggest.ts";
import type { Finding, Rule } from "../../rule.ts";
import { settingPath, variableName } from "../config/env-name.ts";
import { type Lookup, lookUp } from "../config/paths.ts";
import { oldNames } from "../data/old-names.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import type { ConfigFile } from "../instance/settings.ts";
import { isChecked, placeWithin } from "../instance/settings.ts";
import { atName } from "../placed.ts";
import { sources } from "../sources.ts";

export const oldSettingName: Rule = {
  code: "emqx/old-setting-name",
  severity: "error",
  summary: "A variable has a name of EMQX 4",
  why: "EMQX 5 ignores it and keeps its default: a broker that was closed is open, a cluster does not form",
  fix: "use the name of EMQX 5",
  source: "https://github.com/emqx/emqx-docs/blob/release-5.8/en_US/deploy/upgrade-from-v4.md",
  *check(cluster) {
    for (const { environment } of emqxInstances(cluster)) {
      for (const variable of environment.variables.values()) {
        const { name } = variable;
        const instead = insteadOf(name);
        if (instead === undefined) continue;
        const help = instead.startsWith("EMQX_") ? `write ${instead} instead` : instead;
        yield { ...atName(variable), message: `EMQX 5 ignores ${name}, which is a name of EMQX 4`, help };
      }
    }
  },
};

/** Way out for a name of EMQX 4; undefined for any other name. */
function insteadOf(name: string): string | undefined {
  const path = settingPath(name);
  if (!path) return undefined;
  for (const [old, instead] of oldNames) if (old.test(path.join("."))) return instead;
  return undefined;
}

export const unknownSetting: Rule = {
  code: "emqx/unknown-setting",
  severity: "warning",
  summary: "A setting is none that EMQX 5.8 knows",
  why: "EMQX ignores it and keeps its default",
  fix: "look the name up in the configuration manual of this version",
  source: sources.environment,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (!isChecked(instance.image)) continue;
      yield* unknownVariables(instance);
      for (const file of instance.files) yield* unknownKeys(file);
    }
  },
};

function* unknownVariables({ environment }: EmqxInstance): Iterable<Finding> {
  for (const variable of environment.variables.values()) {
    const { name } = variable;
    const path = settingPath(name);
    if (!path || insteadOf(name) !== undefined) continue;
    const found = lookUp(path);
    if (found.kind !== "unknown") continue;
    const instead = suggestionFor(found);
    const help = instead ? { help: `did you mean ${variableName(instead)}?` } : {};
    yield {
      ...atName(variable),
      message: `EMQX has no setting \`${path.join(".")}\`, so ${name} does nothing`,
      ...help,
    };
  }
}

function* unknownKeys({ at, leaves, name }: ConfigFile): Iterable<Finding> {
  const seen = new Set<number>();
  for (const { path, keys } of leaves) {
    const found = lookUp(path);
    if (found.kind !== "unknown") continue;
    const key = keys[found.index];
    if (!key || seen.has(key.at)) continue;
    seen.add(key.at);
    const within = placeWithin(at, key);
    const instead = suggestionFor(found);
    const help = instead ? { help: `did you mean \`${instead.slice(0, found.index + 1).join(".")}\`?` } : {};
    const wrong = path.slice(0, found.index + 1).join(".");
    yield {
      at,
      ...(within ? { within } : {}),
      message: `EMQX has no setting \`${wrong}\` (${name})`,
      ...help,
    };
  }
}

/** The path that was meant: the nearest name, or the same one a level deeper, as in `https.ssl_options.certfile`. */
function suggestionFor({ path, index, siblings }: Unknown): readonly string[] | undefined {
  const above = path.slice(0, index);
  const name = path[index] ?? "";
  for (const [between, child] of siblings)
    if (index > 0 && child.children.has(name)) return [...above, between, ...path.slice(index)];
  const close = nearest(name, siblings.keys());
  if (close === undefined) return undefined;
  const repaired = [...above, close, ...path.slice(index + 1)];
  const rest = lookUp(repaired);
  if (rest.kind !== "unknown") return repaired;
  // One more mistake further down is repaired as well; two are a guess.
  const next = nearest(repaired[rest.index] ?? "", rest.siblings.keys());
  const twice = next && [...repaired.slice(0, rest.index), next, ...repaired.slice(rest.index + 1)];
  return twice && lookUp(twice).kind !== "unknown" ? twice : undefined;
}

/**
 * The settings that misspelt variables and those of EMQX 4 were meant for, as `node.cookie`. What is said of such a variable
 * is enough; that its setting is not set follows from it.
 */
export function meantSettings({ environment, image }: EmqxInstance): ReadonlySet<string> {
  const meant = [...environment.variables.keys()].flatMap((name) => {
    const path = settingPath(insteadOf(name) ?? name);
    const found = path && lookUp(path);
    if (!path || !found) return [];
    if (found.kind !== "unknown") return insteadOf(name) === undefined ? [] : [path.join(".")];
    return isChecked(image) ? [suggestionFor(found)?.join(".") ?? ""] : [];
  });
  return new Set(meant);
}

type Unknown = Extract<Lookup, { kind: "unknown" }>;
