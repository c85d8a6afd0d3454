// Operations of a JSON patch as calls of the builder's methods.
import type { Collector } from "../../diagnostics/collector.ts";
import { builtInTypes } from "../../schema/object-types.ts";
import { shapeOf } from "../../schema/table.ts";
import type { Pointer } from "../../transform/json-patch/pointer.ts";
import type { JsonPatch, Operation } from "../../transform/json-patch/read.ts";
import { joined } from "../check/value.ts";
import { toLiteral } from "./literal.ts";
import { exactValue } from "./values.ts";

/** @param type  name of the target's type, which tells lists from maps; pointers are kept as they are without it */
export function operationCalls(
  { operations }: JsonPatch,
  type: string | undefined,
  collector: Collector,
): readonly string[] {
  return operations.map((operation) => operationCall(operation, type, collector));
}

function operationCall(operation: Operation, type: string | undefined, collector: Collector): string {
  const path = JSON.stringify(pathText(operation.path, type));
  switch (operation.op) {
    case "add":
    case "replace":
      return call(operation.op, path, exactValue(operation.value, collector));
    case "test":
      return call("test", path, operation.value ? exactValue(operation.value, collector) : null);
    case "remove":
      return `.remove(${path})`;
    case "move":
    case "copy":
      return `.${operation.op}(${JSON.stringify(pathText(operation.from, type))}, ${path})`;
  }
}

function call(verb: string, path: string, value: unknown): string {
  const head = `.${verb}(${path}, `;
  return `${head}${toLiteral(value, "", 100 - head.length)})`;
}

/** The path with dots, where it leads through known fields; else the pointer. */
function pathText({ text, steps }: Pointer, type: string | undefined): string {
  let notation = type;
  let path = "";
  for (const step of steps ?? []) {
    if (notation === undefined || step.includes('"') || step === "") return text;
    const shape = shapeOf(notation);
    if (shape.kind === "list") {
      if (!/^(0|[1-9]\d*|-)$/.test(step)) return text;
      path += `[${step}]`;
      notation = shape.items;
    } else if (shape.kind === "map" || shape.kind === "type") {
      notation = shape.kind === "map" ? shape.values : builtInTypes().fieldsOf(shape.name)?.get(step)?.type;
      if (notation === undefined) return text;
      path = joined(path, step);
    } else {
      return text;
    }
  }
  return path === "" ? text : path;
}
