// `has(self.rules[0].matches)`: the library takes only chains of fields there, so others are asked in another way.
import type { ASTNode } from "@marcbachmann/cel-js";

/** The same expression with the last `has` that the library does not take put otherwise; undefined when there is none. */
export function withoutOddHas(expression: string, nodes: Iterable<ASTNode>): string | undefined {
  let last: { readonly start: number; readonly end: number; readonly text: string } | undefined;
  for (const node of nodes) {
    const field = node.op === "call" && node.args[0] === "has" ? node.args[1][0] : undefined;
    if (field?.op !== "." || isChain(field) || (last && last.start > node.start)) continue;
    const holder = expression.slice(field.start, field.args[0].end);
    last = { start: node.start, end: node.end, text: `(${holder}).?${field.args[1]}.hasValue()` };
  }
  return last && expression.slice(0, last.start) + last.text + expression.slice(last.end);
}

function isChain(node: ASTNode): boolean {
  return node.op === "id" || ((node.op === "." || node.op === ".?") && isChain(node.args[0]));
}
