// Checks the operations of a JSON patch against the type of the object that they go to. Whether a path exists is told
// by the build itself: operations that do not apply fail there, at their own line.
import type { Collector } from "../../diagnostics/collector.ts";
import type { ObjectTypes } from "../../schema/object-types.ts";
import { shapeOf } from "../../schema/table.ts";
import type { JsonPatch, Operation } from "../../transform/json-patch/read.ts";
import { type Node, placeOf } from "../../yaml/node.ts";
import { joined, type Mismatch, nameOf, unknownField, valueMismatches, wrongType } from "./value.ts";

export interface JsonCheck {
  readonly types: ObjectTypes;
  readonly collector: Collector;
}

export function checkJsonPatch({ operations }: JsonPatch, type: string, check: JsonCheck): void {
  for (const operation of operations) {
    for (const { code, message, at, help } of mismatches(operation, type, check.types)) {
      check.collector.report(code, message, { at: placeOf(at), help });
    }
  }
}

function* mismatches(operation: Operation, type: string, types: ObjectTypes): Iterable<Mismatch> {
  const { path } = operation;
  const found = typeAt(path.steps ?? [], type, path.node, types);
  if ("mismatch" in found) {
    yield found.mismatch;
    return;
  }
  const sets = operation.op === "add" || operation.op === "replace";
  if (!sets || found.notation === undefined || isIdentity(path.steps ?? [])) return;
  yield* valueMismatches(operation.value, found.notation, found.path, types);
}

function isIdentity([first]: readonly string[]): boolean {
  return first === "apiVersion" || first === "kind";
}

type TypeAt =
  | { readonly notation: string | undefined; readonly path: string }
  | { readonly mismatch: Mismatch };

function typeAt(steps: readonly string[], type: string, at: Node, types: ObjectTypes): TypeAt {
  let notation: string | undefined = type;
  let path = "";
  for (const [depth, step] of steps.entries()) {
    if (notation === undefined) break;
    if (depth === 0 && (step === "apiVersion" || step === "kind")) return { notation: undefined, path: step };
    const shape = shapeOf(notation);
    switch (shape.kind) {
      case "list":
        notation = shape.items;
        path += `[${step}]`;
        continue;
      case "map":
        notation = shape.values;
        break;
      case "type": {
        const fields = types.fieldsOf(shape.name);
        const below: string | undefined = fields?.get(step)?.type;
        if (fields && below === undefined) return { mismatch: unknownField(at, step, path, fields) };
        notation = below;
        break;
      }
      default:
        if (shape.kind === "scalar" && shape.scalar === "any") return { notation: undefined, path };
        return {
          mismatch: wrongType(at, `\`${path}\` is ${nameOf(shape)}: nothing stands below it`, undefined),
        };
    }
    path = joined(path, step);
  }
  return { notation, path };
}
