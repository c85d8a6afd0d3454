// ValueAddTransformer: puts one value into fields of many objects, whole or as a part of a path.

import { posix } from "node:path";
import { selector } from "../kustomization/known-fields.ts";
import { readSetting, setting } from "../kustomization/plugin-file.ts";
import type { Selector as KustomizationSelector } from "../kustomization/schema.ts";
import { fields, integer, text } from "../kustomization/shape.ts";
import type { Layer } from "../load/layer.ts";
import { loadText } from "../load/loader.ts";
import { type Resource, withNode } from "../resource/resource.ts";
import { compileSelector, type Selector } from "../resource/selector.ts";
import { trimGoSpace } from "../text/go-space.ts";
import { type Mapping, type Node, placeOf, type Scalar, type Step } from "../yaml/node.ts";
import { parseDocument } from "../yaml/parse.ts";
import { failWith } from "./failure.ts";
import { setNamespace } from "./namespace.ts";
import { setByPath } from "./set-by-path.ts";
import { overwrite } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";
import type { Run } from "./transformer.ts";

interface Target {
  readonly selector: Selector | undefined;
  readonly fieldPath: string;
  /** Counted from 1; the value is put in as this part of the path that the field holds. */
  readonly position: number;
}

/** Source: kustomize api/internal/builtins/ValueAddTransformer.go and api/filters/valueadd */
export function prepareValueAdd(config: Mapping, layer: Layer): readonly Run[] {
  const { context, loader } = layer;
  const { collector } = context;
  const node = setting(config, "value");
  const given = node?.kind === "scalar" ? trimGoSpace(node.text) : "";
  const value = given === "" ? posix.basename(loader.root) : given;
  const step: Step = { by: "ValueAddTransformer", ...placeOf(node ?? config) };
  const path = setting(config, "targetFilePath");
  const listed = [setting(config, "targets")];
  if (path?.kind === "scalar" && path.text !== "") {
    const document = parseDocument(loadText(loader, path.text, placeOf(path), context), collector);
    listed.push(document?.kind === "mapping" ? setting(document, "targets") : undefined);
  }
  const items = listed.flatMap((list) => (list?.kind === "sequence" ? list.items : []));
  if (items.length === 0)
    collector.halt("transform/failed", "ValueAddTransformer: there are no `targets`", { at: step });
  const targets = items.map((item) => readTarget(item, layer));
  return [
    (resources) => targets.reduce((all, target) => addValue(all, target, value, step, layer), resources),
  ];
}

interface TargetSettings {
  readonly selector?: KustomizationSelector;
  readonly fieldPath?: string;
  readonly filePathPosition?: number | bigint;
}

const targetSettings = fields<TargetSettings>({ selector, fieldPath: text, filePathPosition: integer });

function readTarget(node: Node, { context }: Layer): Target {
  const read = readSetting(node, targetSettings, "targets", context.collector) ?? {};
  const { fieldPath, filePathPosition = 0 } = read;
  const refuse = (why: string): never =>
    context.collector.halt("transform/failed", `ValueAddTransformer: ${why}`, { at: placeOf(node) });
  const compiled = read.selector && compileSelector(read.selector, refuse);
  if (!fieldPath) return refuse("`fieldPath` is empty");
  if (filePathPosition < 0) refuse("`filePathPosition` is negative");
  return { selector: compiled, fieldPath, position: Number(filePathPosition) };
}

function addValue(
  resources: readonly Resource[],
  { selector, fieldPath, position }: Target,
  value: string,
  step: Step,
  { context }: Layer,
): readonly Resource[] {
  return resources.flatMap((resource) => {
    if (selector && !selector.matches(resource)) return [resource];
    if (fieldPath === "metadata/namespace") {
      const options = {
        namespace: value,
        fieldSpecs: [],
        unsetOnly: false,
        subjects: "defaultOnly",
      } as const;
      return setNamespace([resource], options, step, context);
    }
    const shares = new SharedWrites();
    const fail = failWith("transform/failed", resource, step, context.collector);
    const set = (old: Scalar): Scalar => {
      const text = position > 0 ? withPathPart(old.text, position - 1, value) : value;
      return overwrite(old, text, "", step, shares);
    };
    // kustomize breaks down there
    const nothing = (node: Node): Node =>
      position > 0 ? fail("there is no path to put a part into", node) : node;
    const root = setByPath(resource.node, splitPath(fieldPath), { set, nothing, step, fail });
    return [withNode(resource, shares.spread(root as Mapping))];
  });
}

// A slash that belongs to a field name is written as \/
function splitPath(path: string): readonly string[] {
  const parts = path.split(/(?<!\\)\//).map((part) => trimGoSpace(part.replaceAll("\\/", "/")));
  return parts.filter((part) => part !== "");
}

/** Puts a part into a slash-separated path; a position beyond its end appends. */
function withPathPart(path: string, position: number, part: string): string {
  const parts = path.split("/").filter((piece) => piece !== "");
  const rooted = path.startsWith("/") ? "/" : "";
  return rooted + parts.toSpliced(Math.min(position, parts.length), 0, part).join("/");
}
