// The variables of a Kustomization put into the objects of a build: into the text of each, which is then read again.
// Source: fluxcd/pkg kustomize v1.39.0, SubstituteVariables; kustomize-controller v1.9.4, build
import { attempt, Collector } from "../diagnostics/collector.ts";
import type { Place } from "../diagnostics/location.ts";
import { canonical } from "../kustomization/canonical.ts";
import { isTrue } from "../kustomization/go-values.ts";
import type { Report } from "../kustomization/report.ts";
import { anything } from "../kustomization/shape.ts";
import { friendlyId, idKey } from "../resource/res-id.ts";
import { type Resource, withNode } from "../resource/resource.ts";
import { jsonRoundTrip } from "../transform/json-patch/round-trip.ts";
import { mapItems } from "../yaml/edit.ts";
import { emitDocument } from "../yaml/emit.ts";
import { type Node, placeOf, type Scalar, type Step, textAt } from "../yaml/node.ts";
import { parseDocument } from "../yaml/parse.ts";
import { type Substituted, substitute, type Variables } from "./envsubst/evaluate.ts";
import { keepOrigins } from "./keep-origins.ts";

const switchKey = "kustomize.toolkit.fluxcd.io/substitute";

/** Whether an object asks to be left as it is. */
export function isExempt({ node }: Resource): boolean {
  return ["labels", "annotations"].some((map) => textAt(node, "metadata", map, switchKey) === "disabled");
}

/**
 * @param step  the Kustomization's `postBuild`
 * Reports `flux/substitution`.
 */
export function substituteAll(
  resources: readonly Resource[],
  variables: Variables,
  step: Step,
  collector: Collector,
): readonly Resource[] {
  const result = resources.map((resource) =>
    isExempt(resource)
      ? resource
      : (attempt(() => substituteOne(resource, variables, step, collector)) ?? resource),
  );
  reportTwins(result, step, collector);
  return result;
}

function substituteOne(resource: Resource, variables: Variables, step: Step, collector: Collector): Resource {
  const text = emitDocument(resource.node, () => undefined); // what cannot be written is reported when it is printed
  const substituted = substitute(text, variables);
  if (substituted.kind === "mistake") return fail(resource, text, substituted, step, collector);
  const node = readAgain(substituted.text);
  if (node?.kind === "mapping") return withNode(resource, keepOrigins(resource.node, node, step));
  // The text may hold secrets: neither it nor what is wrong with it is shown.
  return collector.halt(
    "flux/substitution",
    `with its variables put in, ${friendlyId(resource.id)} is no YAML any more`,
    {
      at: placeOf(firstExpression(resource.node) ?? resource.node),
      notes: [{ message: "the variables are these", at: step }],
      help: "put quotes around the expression where values may hold `: `, `#` or quotes",
    },
  );
}

// As a text becomes JSON and then an object again: numbers are floats, and YAML 1.1 has more booleans.
function readAgain(text: string): Node | undefined {
  const trial = new Collector();
  const report: Report = (code, message, details) => {
    if (code !== "kustomization/duplicate-field") trial.report(code, message, details);
  };
  const node = attempt(() => {
    const read = parseDocument({ path: "", text }, trial);
    return read && jsonRoundTrip(withPlainBooleans(canonical(read, anything, [], report)));
  });
  return trial.hasErrors ? undefined : node;
}

function withPlainBooleans(node: Node): Node {
  if (node.kind === "mapping") return { ...node, values: node.values.map(withPlainBooleans) };
  if (node.kind === "sequence") return mapItems(node, withPlainBooleans);
  return node.tag === "bool" ? { ...node, text: String(isTrue(node.text)) } : node;
}

function fail(
  { node, id }: Resource,
  text: string,
  { reason, at, unset }: Substituted & { readonly kind: "mistake" },
  step: Step,
  collector: Collector,
): never {
  const expression = /^\$\{[^}\n]*\}?/.exec(text.slice(at))?.[0] ?? "${";
  const place: Place = placeOf(
    firstScalar(node, (value) => value.text.includes(expression)) ?? firstExpression(node) ?? node,
  );
  return collector.halt(
    "flux/substitution",
    `${friendlyId(id)}: \`${expression}\` cannot be substituted: ${reason}`,
    {
      at: place,
      notes: [{ message: "the variables are these", at: step }],
      help:
        unset === undefined
          ? "write `$${…}` for what is no variable"
          : `set it under \`substitute\`, give it a default with \`\${${unset}:=…}\`, or write \`$\${${unset}}\` for text that is no variable`,
    },
  );
}

function firstExpression(node: Node): Scalar | undefined {
  return firstScalar(node, (value) => value.text.includes("${"));
}

function firstScalar(node: Node, isIt: (value: Scalar) => boolean): Scalar | undefined {
  if (node.kind === "scalar") return isIt(node) ? node : undefined;
  const parts =
    node.kind === "sequence" ? node.items : node.keys.flatMap((key, i) => [key, node.values[i] as Node]);
  for (const part of parts) {
    const found = firstScalar(part, isIt);
    if (found) return found;
  }
  return undefined;
}

// Flux puts each object back by its id and stops when the id is no longer one object's alone.
function reportTwins(resources: readonly Resource[], step: Step, collector: Collector): void {
  const seen = new Map<string, Resource>();
  resources.forEach((resource) => {
    const key = idKey(resource.id);
    const twin = seen.get(key);
    seen.set(key, resource);
    if (!twin) return;
    collector.report("flux/substitution", `its variables make a second ${friendlyId(resource.id)}`, {
      at: placeOf(resource.node),
      notes: [
        { message: "the first one is this", at: placeOf(twin.node) },
        { message: "the variables are these", at: step },
      ],
      help: "give the two different names",
    });
  });
}
