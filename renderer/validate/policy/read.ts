// Reads a policy file; every mistake in it is reported at its place.

import en from "zod/v4/locales/en.js";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { toPlain } from "../../yaml/json.ts";
import { field, indexOfKey, type Mapping, type Node, placeOf, type Scalar } from "../../yaml/node.ts";
import { parseDocuments } from "../../yaml/parse.ts";
import { formHelp, type Policy, type PolicySpec, policySchema } from "./schema.ts";

export interface PolicyFile {
  readonly source: SourceFile;
  readonly spec: PolicySpec;
  /** Where a part of the spec stands; the nearest part around it when it is not there. */
  readonly placeOf: (...path: Path) => Place;
  /** Where the key of a part stands. */
  readonly keyOf: (...path: Path) => Place;
}

type Path = readonly (string | number)[];

/** @returns undefined when the file cannot be used, which is reported as `policy/invalid` */
export function readPolicy(source: SourceFile, collector: Collector): PolicyFile | undefined {
  const documents = parseDocuments(source, collector).filter((node) => node.kind === "mapping");
  const [root] = documents;
  if (!root || documents.length > 1) {
    collector.report("policy/invalid", "a policy file holds one object", {
      at: documents[1] ? placeOf(documents[1]) : { source, at: 0 },
      help: "write apiVersion, kind, metadata and spec",
    });
    return undefined;
  }
  const parsed = policySchema.safeParse(toPlain(root), { error: english.localeError });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) reportIssue(root, issue as Issue, collector);
    return undefined;
  }
  return {
    source,
    spec: (parsed.data as Policy).spec,
    placeOf: (...path) => placeOf(nodeAt(root, ["spec", ...path]).node),
    keyOf: (...path) => keyPlace(root, ["spec", ...path]),
  };
}

const english = en();

interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
}

function reportIssue(root: Mapping, issue: Issue, collector: Collector): void {
  const { path, keys } = issue;
  if (keys) {
    for (const key of keys) {
      const known = fieldsAt(path);
      const close = nearest(key, known);
      collector.report("policy/invalid", `a policy has no field \`${[...path, key].join(".")}\``, {
        at: keyPlace(root, [...path, key]),
        help: close ? `did you mean \`${close}\`?` : `there are ${known.join(", ")}`,
      });
    }
    return;
  }
  const { node, missing } = nodeAt(root, path);
  const name = String(path.findLast((part) => typeof part === "string") ?? "");
  const message =
    missing === undefined
      ? `\`${path.join(".")}\` cannot be used: ${wordsOf(issue)}`
      : `\`${path.join(".")}\` is missing`;
  const help = formHelp[name] ?? (path[1] === "rules" ? formHelp["rules"] : undefined);
  collector.report("policy/invalid", message, {
    at: missing === undefined ? placeOf(node) : keyPlace(root, missing),
    help,
  });
}

function wordsOf({ message }: Issue): string {
  // The pattern itself tells people nothing; the help shows the form.
  if (message.startsWith("Invalid string: must match pattern")) return "it is not of the form";
  return message.charAt(0).toLowerCase() + message.slice(1).replaceAll('"', "`");
}

const fields: Readonly<Record<string, readonly string[]>> = {
  "": ["apiVersion", "kind", "metadata", "spec"],
  spec: ["environment", "kubernetesVersion", "schemas", "rules", "exceptions", "celRules", "customRules"],
  rules: ["severity", "parameters"],
  exceptions: ["code", "object", "field", "reason", "until"],
  celRules: ["code", "severity", "kinds", "expression", "message", "field", "help"],
};

function fieldsAt(path: Path): readonly string[] {
  return fields[String(path[1] ?? path[0] ?? "")] ?? [];
}

/** The node at a path, or the nearest one around it and the path of what holds the missing part. */
function nodeAt(root: Node, path: Path): { readonly node: Node; readonly missing?: Path } {
  let here = root;
  for (const [i, part] of path.entries()) {
    const next = stepTo(here, part);
    if (!next) return { node: here, missing: path.slice(0, i) };
    here = next;
  }
  return { node: here };
}

function stepTo(node: Node, part: string | number): Node | undefined {
  if (typeof part === "string") return field(node, part);
  return node.kind === "sequence" ? node.items[part] : undefined;
}

function keyPlace(root: Node, path: Path): Place {
  const last = path.at(-1);
  const { node } = nodeAt(root, path.slice(0, -1));
  const key: Scalar | undefined =
    node.kind === "mapping" && typeof last === "string" ? node.keys[indexOfKey(node, last)] : undefined;
  return key ? placeOf(key) : placeOf(nodeAt(root, path).node);
}
