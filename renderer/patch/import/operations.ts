// Operations of a JSON patch as calls of the builder's methods.
import type { Collector } from "../../diagnostics/collector.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Pointer } from "../../transform/json-patch/pointer.ts";
import type { JsonPatch, Operation } from "../../transform/json-patch/read.ts";
import { toLiteral } from "./literal.ts";
import { exactValue } from "./values.ts";

/** @param type  of the target, which tells lists from maps; pointers are kept as they are without it */
export function operationCalls(
  { operations }: JsonPatch,
  type: Schema | undefined,
  collector: Collector,
): readonly string[] {
  return operations.map((operation) => operationCall(operation, type, collector));
}

function operationCall(operation: Operation, type: Schema | undefined, collector: Collector): string {
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
function pathText({ text, steps }: Pointer, type: Schema | undefined): string {
  let here = type;
  let path = "";
  for (const step of steps ?? []) {
    if (!here || step.includes('"') || step === "") return text;
    if (here.type === "list") {
      if (!/^(0|[1-9]\d*|-)$/.test(step)) return text;
      path += `[${step}]`;
      here = here.items?.();
    } else {
      here = (here.fields?.get(step) ?? here.values)?.();
      if (!here) return text;
      path = joined(path, step);
    }
  }
  return path === "" ? text : path;
}

function joined(path: string, name: string): string {
  const part = /^[^.[\]"]+$/.test(name) ? name : `["${name}"]`;
  return path === "" || part.startsWith("[") ? path + part : `${path}.${part}`;
}
