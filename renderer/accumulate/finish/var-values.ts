// The values of vars, with the types that Go gives them.
// Source: kustomize api/internal/accumulator/resaccumulator.go; kyaml yaml/rnode.go, GetFieldValue
import { attempt } from "../../diagnostics/collector.ts";
import type { BuildContext } from "../../load/context.ts";
import { friendlyId } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";
import { splitBracketedPath } from "../../text/path-splitter.ts";
import { lookup } from "../../transform/replacements/lookup.ts";
import { shortestFloat } from "../../yaml/go-number.ts";
import { heldScalar, heldTag, plainStyle } from "../../yaml/held.ts";
import { placeOf, type Scalar, type Step } from "../../yaml/node.ts";
import type { CollectedVar } from "../accumulated.ts";

export interface VarValue {
  readonly name: string;
  /** What a field becomes that is the reference and nothing else. */
  readonly scalar: Scalar;
  /** What takes the place of the reference inside a longer text. */
  readonly text: string;
  readonly step: Step;
}

/** The values by name. A var of a map or list has none, and references to it stay as they are. */
export function readVarValues(
  resources: readonly Resource[],
  vars: readonly CollectedVar[],
  context: BuildContext,
): ReadonlyMap<string, VarValue> {
  const values = vars.flatMap((collected) => attempt(() => readOne(resources, collected, context)) ?? []);
  return new Map(values.map((value) => [value.name, value]));
}

function readOne(
  resources: readonly Resource[],
  { value, at }: CollectedVar,
  { collector }: BuildContext,
): VarValue | undefined {
  const { name = "", fieldref } = value;
  const source = resources.find((resource) => resource.build.varNames.includes(name));
  if (!source) {
    return collector.halt("kustomization/invalid", `the object of the var \`${name}\` is not there`, {
      at,
      help: "its objref names kind, apiVersion and the name before prefixes",
    });
  }
  const path = fieldref?.fieldPath || "metadata.name";
  const found = lookup(source.node, splitBracketedPath(path, ".").flatMap(splitIndex));
  const node = found && "node" in found ? found.node : undefined;
  const typed = node?.kind === "scalar" ? goValue(node) : undefined;
  if (!node || (node.kind === "scalar" && !typed)) {
    const what = node ? "no plain number in" : "no field";
    return collector.halt("kustomization/invalid", `${friendlyId(source.id)} has ${what} \`${path}\``, {
      at,
      notes: [{ message: `the object of the var \`${name}\``, at: placeOf(node ?? source.node) }],
    });
  }
  return typed && { name, ...typed, step: { by: `var ${name}`, ...placeOf(node) } };
}

/** `ports[0]` is written for `ports.0`. */
function splitIndex(part: string): readonly string[] {
  const [, name = "", index] = /^(.*)\[([0-9]+)\]$/s.exec(part) ?? [];
  if (index === undefined) return [part];
  return name === "" ? [index] : [name, index];
}

/** The value as Go decodes and prints it; undefined for numbers that it cannot decode. */
function goValue(node: Scalar): { readonly scalar: Scalar; readonly text: string } | undefined {
  const { text } = node;
  switch (heldTag(node)) {
    case "int": {
      if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
      const value = BigInt(text.replace(/^\+/, ""));
      if (value < -(2n ** 63n) || value >= 2n ** 63n) return undefined;
      return plain(node, "int", value.toString());
    }
    case "float": {
      const value = Number(text);
      return Number.isFinite(value) ? plain(node, "float", decimal(value), shortestFloat(value)) : undefined;
    }
    case "bool":
      return plain(node, "bool", text.toLowerCase());
    default:
      // What has no tag is a string, too.
      return plain(node, "str", text);
  }
}

function plain(node: Scalar, tag: Scalar["tag"], whole: string, inText = whole): ReturnType<typeof goValue> {
  return { scalar: heldScalar(whole, tag, plainStyle, node, node.written), text: inText };
}

/** strconv.FormatFloat(value, 'f', -1, 64): never an exponent. */
function decimal(value: number): string {
  const [mantissa = "", power = "0"] = Math.abs(value).toExponential().split("e");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, "0");
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
