// gitops explain: which layers set a value, newest first.
import { positionOf } from "../../diagnostics/location.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { visible, withoutCommands } from "../../report/printable.ts";
import { hiddenText, isSecretField, valueText } from "../../report/value-text.ts";
import { friendlyId } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";
import { type HistoryEntry, historyOf } from "../../yaml/history.ts";
import type { Node } from "../../yaml/node.ts";
import { itemPart, type PathPart, parsePath, printPath } from "../../yaml/path.ts";
import { type BuildFlags, newContext, openExtraTypes, openFiles, toBuildOptions } from "../build-options.ts";
import type { ControllerFlags } from "../controller-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { targetOf } from "../external-options.ts";
import type { Io } from "../io.ts";
import { openBuild } from "../open-build.ts";
import { printReport } from "../report.ts";
import { type Leaf, treeText } from "./explain-tree.ts";

export interface ExplainFlags extends BuildFlags, ControllerFlags {
  /** `markdown` is for rules. */
  readonly format: "text" | "json" | "tree" | "markdown";
}

export async function explainCommand(
  directory: string,
  object: string,
  field: string | undefined,
  flags: ExplainFlags,
  io: Io,
): Promise<ExitCode> {
  const target = targetOf(directory, io);
  const files = openFiles(io);
  const extraTypes = await openExtraTypes(flags);
  const build = await openBuild(flags.as, { flags, files, io });
  const context = newContext(files, toBuildOptions(flags), target, flags, io, extraTypes());
  const resources = build(target, context);
  const resource = context.collector.hasErrors ? undefined : findObject(resources, object, io);
  if (context.collector.hasErrors)
    printReport(context.collector.sorted(), flags.format === "json" ? "json" : "text", io);
  if (!resource) return exitCodes.failed;
  const path = parsePath(field ?? "");
  if (!path) {
    io.err(
      `error cli/usage \`${field}\` is not a path; write it like spec.template.spec.containers[name=emqx].image\n`,
    );
    return exitCodes.usage;
  }
  const paths = leafPaths(resource, path);
  if (paths.length === 0) {
    io.err(toShow(`error cli/usage ${object} has no field ${field}\n${fieldHelp(resource, path)}`));
    return exitCodes.failed;
  }
  const histories = paths.map((leaf): Explained => {
    return {
      leaf,
      history: historyOf(resource.node, leaf),
      show: isSecretField(resource.id, leaf) ? () => hiddenText : valueText,
    };
  });
  if (flags.format === "json") io.out(`${JSON.stringify(histories.map(toJson), null, 2)}\n`);
  else if (flags.format === "tree") io.out(toShow(treeText(friendlyId(resource.id), histories.map(toLeaf))));
  else io.out(toShow(histories.map((explained) => textOf(explained, histories.length === 1)).join("")));
  return exitCodes.clean;
}

function findObject(resources: readonly Resource[], text: string, io: Io): Resource | undefined {
  const [kind = "", rest = ""] = text.split("/", 2);
  const matches = resources.filter(({ id }) => {
    const named = id.name === rest || `${id.name}.${id.namespace}` === rest;
    return named && id.kind.toLowerCase() === kind.toLowerCase();
  });
  if (matches.length === 1) return matches[0];
  const names = resources.map(({ id }) => `${id.kind}/${id.name}`);
  const close = nearest(text, names);
  const hint =
    matches.length > 1
      ? `several match; add the namespace: ${matches.map(({ id }) => `${id.kind}/${id.name}.${id.namespace}`).join(", ")}`
      : close
        ? `did you mean ${close}?`
        : `there are ${names.slice(0, 12).join(", ")}${names.length > 12 ? ", …" : ""}`;
  io.err(
    toShow(
      `error cli/usage ${matches.length > 1 ? `${text} is not unique` : `no object is ${text}`}\n  help: ${hint}\n`,
    ),
  );
  return undefined;
}

function fieldHelp(resource: Resource, path: readonly PathPart[]): string {
  for (let length = path.length - 1; length >= 0; length--) {
    const [entry] = historyOf(resource.node, path.slice(0, length));
    if (!entry) continue;
    const names = childParts(entry.value).map((part) => printPath([part]));
    const wanted = path[length];
    const close = wanted ? nearest(printPath([wanted]), names) : undefined;
    const where = length === 0 ? "the object" : printPath(path.slice(0, length));
    return `  help: ${close ? `did you mean ${close}? ` : ""}${where} has ${names.slice(0, 20).join(", ")}\n`;
  }
  return "";
}

function childParts(node: Node): readonly PathPart[] {
  if (node.kind === "mapping") return node.keys.map(({ text }) => ({ kind: "field", name: text }));
  return node.kind === "sequence" ? node.items.map(itemPart) : [];
}

/** The scalars (and empty maps and lists) at or below a path. */
function leafPaths(resource: Resource, path: readonly PathPart[]): readonly (readonly PathPart[])[] {
  const [entry] = historyOf(resource.node, path);
  if (!entry) return [];
  const parts = childParts(entry.value);
  return parts.length === 0 ? [path] : parts.flatMap((part) => leafPaths(resource, [...path, part]));
}

/** Names and values are those of the tree. */
function toShow(text: string): string {
  return withoutCommands(visible(text));
}

interface Explained {
  readonly leaf: readonly PathPart[];
  readonly history: readonly HistoryEntry[];
  readonly show: (value: Node) => string;
}

function textOf({ leaf: path, history, show }: Explained, full: boolean): string {
  const [present] = history;
  if (!present) return "";
  if (!full) return `${printPath(path)} = ${show(present.value)}\n    ${place(present)} ${how(present)}\n`;
  const lines = history.map((entry, i) => {
    const verb = i === 0 ? "is" : "was";
    return `  ${verb.padEnd(4)}${show(entry.value)}\n      ${place(entry)} ${how(entry)}\n`;
  });
  return `${printPath(path)}\n${lines.join("")}`;
}

function toLeaf({ leaf, history: [present], show }: Explained): Leaf {
  return {
    path: leaf,
    value: present ? show(present.value) : "",
    origin: present ? `${place(present)}${present.by ? ` by ${present.by}` : ""}` : "",
  };
}

function place({ at }: HistoryEntry): string {
  const { path, line, column } = positionOf(at);
  return `${path}:${line}:${column}`;
}

function how({ by, entry }: HistoryEntry): string {
  if (by === undefined) return "as read";
  if (!entry) return `by ${by}`;
  const { path, line, column } = positionOf(entry);
  return `by ${by}, listed at ${path}:${line}:${column}`;
}

function toJson({ leaf, history, show }: Explained): unknown {
  return {
    field: printPath(leaf),
    history: history.map(({ value, at, by, entry }) => ({
      value: value.kind === "scalar" && show === valueText ? value.text : show(value),
      ...positionOf(at),
      ...(by ? { by } : {}),
      ...(entry ? { entry: positionOf(entry) } : {}),
    })),
  };
}
