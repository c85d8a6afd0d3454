// The rules of this area: what the API server, or a strict client in front of it, would refuse.
import type { Edit, Severity } from "../../diagnostics/diagnostic.ts";
import type { SchemaCode, SchemaFinding } from "../../schema/check/finding.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";
import { type Checked, checkAll } from "./check-all.ts";

interface About {
  readonly severity?: Severity;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly source?: string;
  readonly parameters?: NonNullable<Rule["parameters"]>;
}

const refused = "The API server refuses the object, and the sync stops there";

const about: Readonly<Record<SchemaCode, About>> = {
  "schema/unknown-kind": {
    severity: "warning",
    summary: "Nothing is known of a kind, so its objects are not checked",
    why: "Whether the cluster takes the object shows only when it is applied",
    fix: "name a file with its CustomResourceDefinition under `schemas` in a policy, or the kind in the rule's parameter `unchecked`",
    parameters: { unchecked: { summary: "kinds that may go unchecked, as `Kind.group`", default: [] } },
  },
  "schema/unknown-version": {
    summary: "Nothing is known of a kind in this API version, but in another one",
    why: "A cluster that does not serve the version refuses the object",
    fix: "use a version that is served, or name the CustomResourceDefinition under `schemas` in a policy",
  },
  "schema/no-such-kind": {
    summary: "Kubernetes has no such kind",
    why: refused,
    fix: "correct the kind, or the API version that it is looked for in",
  },
  "schema/removed-api": {
    summary: "The Kubernetes release no longer serves the API version",
    why: "The object cannot be applied any more, and a sync that holds it fails",
    fix: "move the object to the API version that took its place",
    source: "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
  },
  "schema/deprecated-api": {
    severity: "warning",
    summary: "The API version is deprecated",
    why: "A later release of Kubernetes will not serve it",
    fix: "move the object to the API version that takes its place",
    source: "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
  },
  "schema/unknown-field": {
    summary: "An object has a field that its type does not have",
    why: "The field is dropped, so what was meant does not happen; a strict client refuses the object",
    fix: "correct the name, or move the field to where it belongs",
  },
  "schema/wrong-type": {
    summary: "A value is of the wrong type",
    why: refused,
    fix: "write a value of the type that the field has",
  },
  "schema/missing-field": {
    summary: "A required field is missing",
    why: refused,
    fix: "set the field",
  },
  "schema/not-allowed": {
    summary: "A value is not one of those that are allowed",
    why: refused,
    fix: "choose one of the allowed values",
  },
  "schema/format": {
    summary: "A text does not have the form that is asked for",
    why: refused,
    fix: "write it in the form that the message names",
  },
  "schema/pattern": {
    summary: "A text does not match the pattern of its type",
    why: refused,
    fix: "change it so that it matches",
  },
  "schema/limit": {
    summary: "A value is too small, too large, too short or too long",
    why: refused,
    fix: "keep the limit that the message names",
  },
  "schema/combination": {
    summary: "A value fits none, or too many, of its allowed forms",
    why: refused,
    fix: "keep to one of the forms",
  },
  "schema/duplicate-item": {
    summary: "A list has an item twice that may stand there once only",
    why: "The API server refuses it, or the later one silently wins",
    fix: "remove one of the two, or give it another key",
  },
  "schema/name": {
    summary: "An object cannot have this name",
    why: refused,
    fix: "use small letters, digits and dashes, as the message says",
    source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
  },
  "schema/namespace": {
    severity: "warning",
    summary: "A namespace is set where there is none",
    why: "The cluster ignores it, but tools that compare objects take them for different ones",
    fix: "take the namespace away",
  },
  "schema/too-complex": {
    severity: "warning",
    summary: "An object could not be checked whole within the limits",
    why: "Mistakes in the rest of it are not found",
    fix: "split the object, or simplify the schema of its kind",
  },
  "schema/crd-rule": {
    summary: "A value breaks a rule that its CustomResourceDefinition states in CEL",
    why: refused,
    fix: "change the values so that the rule is true",
    source:
      "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules",
  },
  "schema/unevaluated-rule": {
    severity: "info",
    summary: "Rules of a CustomResourceDefinition cannot be evaluated here",
    why: "What breaks them shows only when the object is applied",
    fix: "nothing needs to be done; a server-side dry run evaluates them",
  },
};

export const schemaRules: readonly Rule[] = Object.entries(about).map(([code, { severity, ...texts }]) => ({
  code: code as SchemaCode,
  severity: severity ?? "error",
  ...texts,
  *check(cluster, context) {
    const found = cluster.once(checkAll).get(code as SchemaCode) ?? [];
    if (code === "schema/unknown-kind") yield* oncePerKind(found, new Set(context.list("unchecked")));
    else yield* found.map(toFinding);
  },
}));

/** What to do about a kind is one decision, however many objects there are of it. */
function oncePerKind(found: readonly Checked[], unchecked: ReadonlySet<string>): readonly Finding[] {
  const byKind = new Map<string, Checked[]>();
  for (const checked of found) {
    const { kind, group, version } = checked.object;
    if (unchecked.has(`${kind}.${group}`)) continue;
    const key = `${kind}.${version}.${group}`;
    const known = byKind.get(key);
    if (known) known.push(checked);
    else byKind.set(key, [checked]);
  }
  return [...byKind.values()].map((alike) => {
    const finding = toFinding(alike[0] as Checked);
    if (alike.length === 1) return finding;
    const message = finding.message.replace("the object is", `its ${alike.length} objects are`);
    return { ...finding, message };
  });
}

function toFinding({ object, finding }: Checked): Finding {
  const { message, help, target, code, path, isSecret, related = [] } = finding;
  const valueAt = (steps: SchemaFinding["path"]): Value => steps.reduce(stepInto, object.root);
  const at = valueAt(path);
  const edit = editOf(finding);
  return {
    at,
    message,
    // What is missing is missed at the key of what should hold it.
    atKey: target === "key" || code === "schema/missing-field",
    ...(help ? { help } : {}),
    ...(edit ? { edit } : {}),
    ...(isSecret ? { isSecret } : {}),
    related: related.slice(0, mostRelated).map((steps) => {
      const value = valueAt(steps);
      return { at: value, message: `\`${value.pathText}\` is ${value.text ?? "here"}` };
    }),
  };
}

const mostRelated = 4;

function stepInto(value: Value, step: string | number): Value {
  if (typeof step === "string") return value.get(step);
  return value.items()[step] ?? value.step({ kind: "index", index: step });
}

// `value: 8080` where a text is meant: the quotes change the type and nothing else.
function editOf({ wantsQuotes, node, isSecret }: SchemaFinding): Edit | undefined {
  // An edit holds the text, and reports print edits.
  if (!wantsQuotes || isSecret || node.kind !== "scalar" || node.style !== "plain") return undefined;
  return { at: { source: node.source, at: node.at }, old: node.text, text: `"${node.text}"` };
}
