// Values of settings: EMQX checks them all before it starts.
import type { Finding, Rule } from "../../rule.ts";
import { settingPath } from "../config/env-name.ts";
import { readEnvValue } from "../config/env-value.ts";
import { lookUp } from "../config/paths.ts";
import { repaired } from "../config/repair.ts";
import { problemWith } from "../config/type.ts";
import { leavesOf } from "../hocon/leaves.ts";
import type { HoconValue } from "../hocon/tree.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { type ConfigFile, isChecked, placeWithin } from "../instance/settings.ts";
import { atName, editOf } from "../placed.ts";
import { sources } from "../sources.ts";

export const invalidValue: Rule = {
  code: "emqx/invalid-setting-value",
  severity: "error",
  summary: "A setting has a value that EMQX refuses",
  why: "EMQX checks its configuration first and does not start",
  fix: "give the setting a value of its type",
  source: sources.schema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (!isChecked(instance.image)) continue;
      yield* wrongVariables(instance);
      for (const file of instance.files) yield* wrongLeaves(file);
    }
  },
};

function* wrongVariables({ environment }: EmqxInstance): Iterable<Finding> {
  for (const { name, text, at, from } of environment.variables.values()) {
    const path = settingPath(name);
    if (!path || text === undefined || from === "secret" || text.includes("$(")) continue;
    const root = {
      kind: "object",
      at: 0,
      end: 0,
      fields: [{ path, value: readEnvValue(text), at: 0, end: 0 }],
    } as const;
    for (const leaf of leavesOf(root)) {
      const problem = problemOf(leaf.path, leaf.value);
      if (!problem) continue;
      const { what, isSecret, repair } = problem;
      const edit = repair === undefined ? undefined : editOf(at, text, repair);
      yield {
        at,
        message: `${name} is ${what}`,
        ...(edit ? { edit } : {}),
        ...(isSecret ? { isSecret } : {}),
      };
    }
  }
}

function* wrongLeaves({ at, leaves }: ConfigFile): Iterable<Finding> {
  for (const { path, value } of leaves) {
    const problem = problemOf(path, value);
    if (!problem) continue;
    const { what, isSecret, repair } = problem;
    const within = placeWithin(at, value);
    const old = at.text?.slice(value.at, value.end) ?? "";
    const edit = repair !== undefined && within ? editOf(at, old, repair, within) : undefined;
    yield {
      at,
      ...(within ? { within } : {}),
      message: `${path.join(".")} is ${what}`,
      ...(edit ? { edit } : {}),
      ...(isSecret ? { isSecret } : {}),
    };
  }
}

interface Problem {
  /** `not true or false`, with the value in front unless that is a secret. */
  readonly what: string;
  readonly isSecret: boolean;
  /** The value that was surely meant. */
  readonly repair: string | undefined;
}

function problemOf(path: readonly string[], value: HoconValue): Problem | undefined {
  const found = lookUp(path);
  // The discovery strategy has a rule of its own.
  if (found.kind !== "known" || found.path.join(".") === "cluster.discovery_strategy") return undefined;
  if (value.kind === "unknown" || value.kind === "object" || value.kind === "array") return undefined;
  const { type } = found.node;
  const problem = problemWith(type, value);
  if (!problem) return undefined;
  const isSecret = found.node.isSecret || type.kinds.includes("secret");
  if (isSecret) return { what: problem, isSecret, repair: undefined };
  return { what: `\`${value.text}\`, ${problem}`, isSecret, repair: repaired(type, value.text) };
}

export const zeroIndex: Rule = {
  code: "emqx/list-index-zero",
  severity: "error",
  summary: "A variable counts the elements of a list from 0",
  why: "EMQX ends with bad_array_index when it starts",
  fix: "count from 1",
  source: sources.environment,
  *check(cluster) {
    for (const { environment } of emqxInstances(cluster)) {
      for (const variable of environment.variables.values()) {
        const { name } = variable;
        const path = settingPath(name) ?? [];
        const index = path.indexOf("0");
        const above = index > 0 ? lookUp(path.slice(0, index)) : undefined;
        if (above?.kind !== "known" || !above.node.type.kinds.includes("list")) continue;
        yield {
          ...atName(variable),
          message: `${name} names the element 0 of \`${path.slice(0, index).join(".")}\`, and the first is 1`,
        };
      }
    }
  },
};

const risky: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/#|\/\//, "it has `#` or `//` in it, which begin a comment"],
  [/\S[ \t]+\S/, "it has blanks in it, which are dropped"],
  [/^0\d+$/, "it is a number with zeros in front, which are dropped"],
  [/^[+-]?(\d+\.\d+|\.\d+)$|^true$|^false$/, "it is a number or a boolean, which EMQX refuses for a secret"],
  [/^null$/, "it is null, so the default counts"],
];

export const alteredSecret: Rule = {
  code: "emqx/altered-secret",
  severity: "warning",
  summary: "A secret is changed on its way into EMQX",
  why: "EMQX reads the value of a variable as HOCON, so what it takes for the secret is another one, or the public default",
  fix: "make it of letters, digits, `_` and `-`, with a letter first",
  source: sources.environment,
  *check(cluster) {
    for (const { environment } of emqxInstances(cluster)) {
      for (const { name, text, at } of environment.variables.values()) {
        const found = lookUp(settingPath(name) ?? ["?"]);
        if (found.kind !== "known" || text === undefined || text.startsWith('"')) continue;
        const { isSecret, type } = found.node;
        if (!isSecret && !type.kinds.includes("secret")) continue;
        const reason = risky.find(([pattern]) => pattern.test(text))?.[1];
        const isChanged = readEnvValue(text);
        if (!reason || (isChanged.kind === "string" && isChanged.text === text)) continue;
        yield { at, message: `EMQX does not take ${name} as it stands: ${reason}`, isSecret: true };
      }
    }
  },
};
