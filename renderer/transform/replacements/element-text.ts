// The text that the regular expression of `[name=value]` is held against: the value as go-yaml prints it.
import { trimGoSpace } from "../../text/go-space.ts";
import type { Node } from "../../yaml/node.ts";
import { printYaml } from "./text/print.ts";

export function elementText(node: Node): string {
  return trimGoSpace(printYaml(node));
}
