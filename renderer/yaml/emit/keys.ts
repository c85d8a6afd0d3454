// What kustomize's readings refuse in keys.
import { goJsonString } from "../go-json.ts";
import type { Mapping, Scalar } from "../node.ts";
import type { Report } from "./problem.ts";

/** Reports keys that are no strings (any will do at the top, but null), too long, or of a form that is not read back. */
export function checkKeys(node: Mapping, isRoot: boolean, report: Report): void {
  for (const key of node.keys) {
    const { tag, text } = key;
    if (tag !== "str" && (!isRoot || tag === "null")) {
      report({ message: `the key \`${text}\` is not a string`, node: key, help: `quote it: "${text}"` });
    } else if (text === "<<" && (key.style === "plain" || tag === "merge")) {
      report({ message: "the key `<<` merges mappings and cannot hold a value", node: key });
    }
    if (text.length > shortKey) checkLength(key, report);
  }
}

/** Reports keys that stand more than once. */
export function checkUnique(keys: readonly Scalar[], report: Report): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key.text)) {
      report({
        message: `the key \`${key.text}\` stands twice in one map`,
        node: key,
        help: "remove one of them",
      });
    }
    seen.add(key.text);
  }
}

/** A key of this length fits even if every character of it is escaped. */
const shortKey = 170;
/** The longest key that go-yaml v2 reads in JSON, with its quotes and escapes. */
const longestJsonKey = 1024;

function checkLength(key: Scalar, report: Report): void {
  const length = [...goJsonString(key.text)].length;
  if (length > longestJsonKey) {
    report({ message: `the key is longer than ${longestJsonKey} characters`, node: key });
  }
}
