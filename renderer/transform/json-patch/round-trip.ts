// kustomize takes an object through JSON to patch it, and JSON forgets: how numbers were written (and digits beyond 53
// bits), which strings were quoted, what stood in brackets, that labels shared one value. The output does not show most
// of it, but whatever copies or overwrites these values later does.
// Source: kustomize api/filters/patchjson6902, kyaml RNode.MarshalJSON and UnmarshalJSON
import { rereadText } from "../../yaml/emit/reread.ts";
import { encodedStyle } from "../../yaml/encoded-style.ts";
import { jsonText } from "../../yaml/go-json.ts";
import { shortestFloat } from "../../yaml/go-number.ts";
import {
  inStyle,
  isQuotedNothing,
  type Mapping,
  type Node,
  type Scalar,
  type ScalarStyle,
  type ScalarTag,
  type Sequence,
  scalar,
  withItems,
  withoutShare,
  withValues,
} from "../../yaml/node.ts";
import { canBe, parseGoFloat, parseGoInt, resolveTag } from "../../yaml/scalar.ts";

// Objects are patched again and again, and most of an object is the same each time.
const known = new WeakMap<Node, Node>();
const knownInFlow = new WeakMap<Node, Node>();

/** The tree as it comes back from JSON; the same node when that changes nothing. */
export function jsonRoundTrip<T extends Node>(node: T): T {
  return visit(node, false) as T;
}

function visit(node: Node, isInFlow: boolean): Node {
  if (node.kind === "scalar") return visitScalar(node, isInFlow);
  const remembered = isInFlow ? knownInFlow : known;
  const before = remembered.get(node);
  if (before) return before;
  const inFlow = isInFlow || node.flow;
  const after = node.kind === "mapping" ? visitMapping(node, inFlow) : visitSequence(node, inFlow);
  remembered.set(node, after);
  remembered.set(after, after);
  return after;
}

function visitMapping(node: Mapping, inFlow: boolean): Mapping {
  const values = changed(node.values, inFlow);
  const after = values ? withValues(node, values) : node;
  return after.flow ? inStyle(after, false) : after;
}

function visitSequence(node: Sequence, inFlow: boolean): Sequence {
  const items = changed(node.items, inFlow);
  const after = items ? withItems(node, items) : node;
  return after.flow ? inStyle(after, false) : after;
}

function changed(nodes: readonly Node[], inFlow: boolean): readonly Node[] | undefined {
  let result: Node[] | undefined;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    const next = visit(node, inFlow);
    if (next === node) continue;
    result ??= [...nodes];
    result[i] = next;
  }
  return result;
}

function visitScalar(node: Scalar, inFlow: boolean): Scalar {
  // What is not what its tag says is refused before a patch is applied.
  if (!canBe(node.text, node.tag)) return node;
  switch (node.tag) {
    case "str": {
      const text = rereadText(node, inFlow);
      // What cannot be read again is refused where it is printed.
      return text === undefined ? node : as(node, text, "str", encodedStyle(text));
    }
    case "bool":
      return as(node, node.text.toLowerCase(), "bool", "plain");
    case "null":
      return isQuotedNothing(node, inFlow)
        ? as(node, "", "str", "double")
        : as(node, "null", "null", "plain");
    case "int":
    case "float":
      return number(node);
    case "timestamp":
    case "binary":
    case "merge": {
      const text = jsonText(node);
      return as(node, text, "str", encodedStyle(text));
    }
  }
}

// Every number is a 64-bit float on the way; infinities and NaN are refused before a patch is applied.
function number(node: Scalar): Scalar {
  const value = Number(parseGoInt(node.text) ?? parseGoFloat(node.text));
  if (!Number.isFinite(value)) return node;
  const text = shortestFloat(value);
  return as(node, text, resolveTag(text), "plain");
}

function as(node: Scalar, text: string, asTag: ScalarTag, style: ScalarStyle): Scalar {
  const { written, held } = node;
  // It is written without quotes, and so read as a merge key.
  const tag = asTag === "str" && text === "<<" ? "merge" : asTag;
  const isSame = node.text === text && node.tag === tag && node.style === style && !held;
  if (isSame && !written?.shared) return node;
  return scalar(text, tag, style, node.source, node.at, written && withoutShare(written));
}
