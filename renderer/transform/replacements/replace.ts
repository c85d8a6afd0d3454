// One replacement at work.
// Source: kustomize api/filters/replacement/replacement.go
import type { FieldOptions } from "../../kustomization/schema.ts";
import type { BuildContext } from "../../load/context.ts";
import { friendlyId } from "../../resource/res-id.ts";
import { type Resource, withNode } from "../../resource/resource.ts";
import { type Mapping, type Node, placeOf, type Step } from "../../yaml/node.ts";
import { SharedWrites } from "../shared-scalars.ts";
import { elementText } from "./element-text.ts";
import type { FieldPath } from "./field-path.ts";
import type { Replacement } from "./prepare.ts";
import { findValue, SourceValue } from "./source.ts";
import { textToNode, writeInText } from "./structured.ts";
import { copyValue } from "./values.ts";
import { writeAt } from "./walk.ts";

/** Copies the source's value to all targets, in the order they are listed. */
export function applyReplacement(
  resources: readonly Resource[],
  { source, targets, step }: Replacement,
  context: BuildContext,
): readonly Resource[] {
  context.watcher?.started(step, source.kind === "text" ? "a value" : `from ${source.path.text}`);
  const value =
    source.kind === "text"
      ? new SourceValue(source.node, { untagged: true })
      : findValue(resources, source, context);
  let result = resources;
  for (const { pattern, paths, options } of targets) {
    result = result.map((target) => {
      if (!pattern.selects(target)) return target;
      const write = { value, options, step, context };
      const after = paths.reduce((changed, path) => writeField(changed, path, write), target);
      context.watcher?.applied(step, { before: target, after, isPartial: Boolean(options.delimiter) });
      return after;
    });
  }
  return result;
}

interface FieldWrite {
  readonly value: SourceValue;
  readonly options: FieldOptions;
  readonly step: Step;
  readonly context: BuildContext;
}

function writeField(
  target: Resource,
  path: FieldPath,
  { value, options, step, context }: FieldWrite,
): Resource {
  const { parts } = path;
  const shares = new SharedWrites();
  const create = options.create ? value.node.kind : undefined;
  const fail = (message: string, node: Node): never =>
    context.collector.halt("replacement/failed", `\`${path.text}\` of ${friendlyId(target.id)}: ${message}`, {
      at: path.at,
      notes: [{ message: "the value in the way", at: placeOf(node) }],
    });
  const set = (old: Node | undefined): Node => {
    const next = copyValue(old, value, { options, step, shares, fail });
    if (old) value.wrote(old, next);
    return next;
  };
  const lost = (node: Node): void =>
    context.collector.report(
      "replacement/no-effect",
      `\`${path.text}\` of ${friendlyId(target.id)} stays as it is, because kustomize loses what it writes there`,
      { at: path.at, notes: [{ message: "it would be written in here", at: placeOf(node) }] },
    );
  const write = { parts, step, create, set, textOf: elementText, inside: textToNode, lost, fail };
  const inText = writeInText(target.node, value, write, shares);
  if (inText) return withNode(target, shares.spread(inText));
  const { root, count } = writeAt(target.node, write);
  if (count === 0) {
    context.collector.halt("replacement/failed", `${friendlyId(target.id)} has no \`${path.text}\``, {
      at: path.at,
      notes: [{ message: "the target object", at: placeOf(target.node) }],
      help: options.create ? undefined : "options: {create: true} makes missing fields",
    });
  }
  return withNode(target, shares.spread(root as Mapping));
}
