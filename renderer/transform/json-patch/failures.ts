// Why an operation does not apply, in words that say how far its path leads and what there is instead.
import { nearest } from "../../diagnostics/suggest.ts";
import { isNull, type Mapping, type Node, type Sequence } from "../../yaml/node.ts";
import { childAt, childIndex, isIndex, type Pointer } from "./pointer.ts";

export interface Failure {
  readonly message: string;
  /** What to point at in the patch. */
  readonly node: Node;
  readonly help?: string;
}

export function noPointer({ text, node }: Pointer): Failure {
  return text === ""
    ? { message: "this operation cannot have the whole object for a path", node }
    : { message: `\`${text}\` is no path`, node, help: `paths begin with a slash: /${text}` };
}

/** @param depth  the step that leads nowhere; the last one unless given */
export function missing(root: Node, pointer: Pointer, depth?: number): Failure {
  const { steps = [], node, text } = pointer;
  const last = depth ?? steps.length - 1;
  let container = root;
  for (const step of steps.slice(0, last))
    container = childAt(container, childIndex(container, step)) ?? container;
  const where = last === 0 ? "the object" : `\`/${steps.slice(0, last).map(escapeStep).join("/")}\``;
  const step = steps[last] ?? "";
  const { message, help } =
    container.kind === "scalar"
      ? { message: `${where} is a scalar` }
      : container.kind === "mapping"
        ? missingField(container, step, where)
        : missingItem(container, step, where);
  return { message: `\`${text}\`: ${message}`, node, ...(help ? { help } : {}) };
}

interface Words {
  readonly message: string;
  readonly help?: string | undefined;
}

function missingField(container: Mapping, step: string, where: string): Words {
  const there = childAt(container, childIndex(container, step));
  if (there) return { message: `\`${step}\` of ${where} is ${isNull(there) ? "null" : "a scalar"}` };
  const close = nearest(
    step,
    container.keys.map((key) => key.text),
  );
  return { message: `${where} has no \`${step}\``, help: close && `did you mean \`${close}\`?` };
}

function missingItem({ items }: Sequence, step: string, where: string): Words {
  if (step === "-")
    return { message: `${where} has no item \`-\``, help: "only `add` knows `-`, the end of the list" };
  if (!isIndex(step))
    return { message: `${where} is a list`, help: "items of a list have numbers, the first one is 0" };
  const count = items.length === 0 ? "no items" : items.length === 1 ? "one item" : `${items.length} items`;
  return { message: `${where} has ${count}`, help: "the first item is 0" };
}

/** A `test` that does not hold. */
export function unexpected(path: Pointer, present: Node | undefined, value: Node | undefined): Failure {
  const name = path.text === "" ? "the object" : `\`${path.text}\``;
  const found = present ? `is ${describe(present)}` : "is not there";
  const wanted = value ? describe(value) : "null";
  const message =
    present && describe(present) === wanted
      ? `${name} is not what \`test\` expects`
      : `${name} ${found}, and \`test\` expects ${wanted}`;
  return { message, node: value ?? path.node };
}

function describe(node: Node): string {
  if (node.kind !== "scalar") return node.kind === "mapping" ? "a map" : "a list";
  return node.tag === "str" ? JSON.stringify(node.text) : node.text;
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
