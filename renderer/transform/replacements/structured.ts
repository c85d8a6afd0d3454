// Replacements that lead into a text: a JSON or YAML document in a ConfigMap's value, changed and printed again.

import { attempt, Collector } from "../../diagnostics/collector.ts";
import { trimGoSpace } from "../../text/go-space.ts";
import { goJson } from "../../yaml/go-json.ts";
import { heldTag } from "../../yaml/held.ts";
import { isNull, type Mapping, type Node, type Scalar, scalar } from "../../yaml/node.ts";
import { parseDocument } from "../../yaml/parse.ts";
import { canBe } from "../../yaml/scalar.ts";
import { findObstacle } from "../json-patch/representable.ts";
import type { SharedWrites } from "../shared-scalars.ts";
import { childAt, step, withChildAt } from "./lookup.ts";
import type { SourceValue } from "./source.ts";
import { readComments } from "./text/comments.ts";
import { indentJson } from "./text/indent-json.ts";
import { printYaml } from "./text/print.ts";
import { textOf, untaggedText } from "./values.ts";
import { type Write, writeAt } from "./walk.ts";

/**
 * Sets a value inside the first text that a path leads into. The options of the target, its delimiter too, do not
 * count there.
 *
 * @returns undefined when there is no such text, or nothing at the rest of the path in it
 * Source: kustomize api/filters/replacement, setValueInStructuredData
 */
export function writeInText(
  root: Mapping,
  value: SourceValue,
  write: Write,
  shares: SharedWrites,
): Mapping | undefined {
  const found = findText(root, write.parts);
  const parsed = found && textToNode(found.text);
  if (!found || !parsed) return undefined;
  const { text, positions, rest } = found;
  const changed = changeInside(parsed, text.text, value, { ...write, parts: rest });
  if (changed === undefined) return undefined;
  const next = scalar(changed, text.tag, text.style, text.source, text.at, {
    step: write.step,
    earlier: text,
  });
  return withChildAt(root, positions, shares.replace(text, next)) as Mapping;
}

/** What a scalar holds; undefined when that is no YAML, or nothing. */
export function textToNode({ text, source, at, style }: Scalar): Node | undefined {
  const inner = { path: source.path, text, host: { source, at, style } };
  // Its mistakes are nobody's concern: the path then means something else.
  return attempt(() => parseDocument(inner, new Collector(), "inner"));
}

interface FoundText {
  readonly text: Scalar;
  readonly positions: readonly number[];
  /** The parts of the path behind the text. */
  readonly rest: readonly string[];
}

function findText(root: Mapping, parts: readonly string[]): FoundText | undefined {
  let node: Node = root;
  const positions: number[] = [];
  for (let i = 0; i < parts.length - 1; i++) {
    const part = trimGoSpace(parts[i] ?? "");
    if (part !== "") {
      const position = step(node, part);
      if (typeof position !== "number") return undefined;
      positions.push(position);
      node = childAt(node, position) as Node;
    }
    if (node.kind !== "scalar") continue;
    return isNull(node) ? undefined : { text: node, positions, rest: parts.slice(i + 1) };
  }
  return undefined;
}

/** Ends the work on a text whose parts are not where the path looks for them. */
class NotThere extends Error {}

function changeInside(parsed: Node, original: string, value: SourceValue, write: Write): string | undefined {
  const first = trimGoSpace(original)[0];
  const isJson = first === "{" || first === "[";
  let isReadable = true;
  const set = (old: Node | undefined): Node => {
    const { node, untagged } = value;
    const text = textOf(node);
    if (old?.kind === "scalar") {
      isReadable &&= canBe(text, heldTag(old) || "str");
      return { ...old, text };
    }
    return node.kind === "scalar" && (untagged || !old) ? untaggedText(text, node) : node;
  };
  const fail = (): never => {
    throw new NotThere();
  };
  try {
    const { root, count } = writeAt(parsed, { ...write, set, fail, lost: () => undefined });
    if (count === 0) return undefined;
    if (!isJson) return trimGoSpace(printYaml(root, readComments(parsed)));
    return isReadable && !findObstacle(root, false) ? printJson(root, original) : undefined;
  } catch (thrown) {
    if (thrown instanceof NotThere) return undefined;
    throw thrown;
  }
}

function printJson(node: Node, original: string): string {
  const compact = goJson(node);
  return original.includes("\n") && original.includes("  ") ? indentJson(compact) : compact;
}
