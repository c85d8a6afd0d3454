// Evaluates the rules of definitions about an object, as the API server does once the object fits its type.
import { below, nameOf, pathOf, type SchemaFinding, type Spot } from "../../../schema/check/finding.ts";
import type { Schema, SchemaRule } from "../../../schema/schema.ts";
import type { Mapping, Node } from "../../../yaml/node.ts";
import { boundOf } from "./bound.ts";
import { type Compiled, type CompiledRule, compileRule } from "./compile.ts";
import { escaped } from "./escape.ts";
import { parseFieldPath } from "./field-path.ts";
import { type Instance, TooLarge, toInstance } from "./instance.ts";

/** A rule that is not evaluated, and why. */
export interface Unevaluated {
  readonly rule: string;
  readonly why: string;
}

export interface RuleCheck {
  readonly findings: readonly SchemaFinding[];
  readonly unevaluated: readonly Unevaluated[];
}

/** Kubernetes stops an object's rules after ten million steps, too. */
const mostSteps = { ofRule: 10_000_000, ofAll: 100_000_000 };
const mostValues = 1_000_000;
const mostFindings = 100;

/** Makes a function that checks objects, with a budget for all of them. */
export function ruleChecker(): (node: Mapping, schema: Schema) => RuleCheck {
  const shared: Shared = { stepsLeft: mostSteps.ofAll };
  return (node, schema) => {
    const run: Run = { shared, findings: [], unevaluated: new Map(), root: schema, isCut: false };
    try {
      visit(toInstance(node, schema, { values: mostValues, depth: 0 }), undefined, run);
    } catch (thrown) {
      if (!(thrown instanceof TooLarge)) throw thrown;
      run.isCut = true;
    }
    if (run.isCut) run.findings.push(tooComplex(node));
    return { findings: run.findings, unevaluated: [...run.unevaluated.values()] };
  };
}

interface Shared {
  stepsLeft: number;
}

/** Definitions are read once, and their rules, too, however many overlays have objects of their kind. */
const known = new WeakMap<SchemaRule, Compiled>();

interface Run {
  readonly shared: Shared;
  readonly findings: SchemaFinding[];
  readonly unevaluated: Map<string, Unevaluated>;
  readonly root: Schema;
  isCut: boolean;
}

function tooComplex(node: Node): SchemaFinding {
  return {
    code: "schema/too-complex",
    message: "the rules of its definition were not all evaluated: they take too many steps",
    path: [],
    target: "value",
    node,
    wantsQuotes: false,
    isSecret: false,
  };
}

/** Rules are asked of values that are not null only. */
function visit(instance: Instance, spot: Spot | undefined, run: Run): void {
  const { value, schema, parts } = instance;
  if (value === null) return;
  for (const rule of schema.rules ?? []) apply(rule, instance, spot, run);
  for (const { step, instance: part } of parts) visit(part, below(spot, step, itemOf(step, part)), run);
}

function itemOf(step: string | number, { node }: Instance): Node | undefined {
  return typeof step === "number" ? node : undefined;
}

function apply(spec: SchemaRule, instance: Instance, spot: Spot | undefined, run: Run): void {
  const { shared, unevaluated } = run;
  const compiled = known.get(spec) ?? compileRule(spec);
  known.set(spec, compiled);
  if (compiled.kind === "transition" || run.findings.length >= mostFindings) return;
  const skip = (why: string): void => {
    unevaluated.set(spec.rule, { rule: spec.rule, why });
  };
  if (compiled.kind === "unknown") return skip(compiled.why);
  const { steps, comparesSets } = boundOf(compiled.expression, instance.measure, instance.schema);
  if (comparesSets) return skip("it compares lists whose order does not count");
  if (compiled.isLostOn(instance.measure, instance.schema === run.root))
    return skip("it reads what is not known here");
  if (steps > mostSteps.ofRule || steps > shared.stepsLeft) {
    run.isCut = true;
    return;
  }
  shared.stepsLeft -= steps;
  const answer = compiled.evaluate(instance.value);
  if ("is" in answer) {
    if (!answer.is) run.findings.push(findingOf(compiled, instance, spot, undefined));
  } else if (answer.isCertain) run.findings.push(findingOf(compiled, instance, spot, answer.error));
  else skip(answer.error);
}

function findingOf(
  { spec, message, reads }: CompiledRule,
  instance: Instance,
  spot: Spot | undefined,
  error: string | undefined,
): SchemaFinding {
  const own = error ?? textOf(message(instance.value)) ?? textOf(spec.message);
  const rule = `\`${cut(spec.rule.replace(/\s+/g, " "), 300)}\``;
  const read = reads.map((names) => follow(instance, spot, names.map(calledAs)));
  const at = placeOf(spec, instance, spot, read);
  const node = at.instance?.node ?? instance.node;
  const isElsewhere = (each: Found): boolean => nameOf(each.spot) !== nameOf(at.spot);
  return {
    code: "schema/crd-rule",
    message: `${nameOf(at.spot)} ${words(spec.reason, error !== undefined)}: ${own ?? rule}`,
    help: [
      own === undefined ? "make the rule true" : `the rule is ${rule}`,
      ...read.flatMap(defaultText),
    ].join("; "),
    path: pathOf(at.spot),
    target: node.kind === "scalar" ? "value" : "key",
    node,
    wantsQuotes: false,
    isSecret: false,
    related: read
      .filter((each) => isWrittenScalar(each) && isElsewhere(each))
      .map((each) => pathOf(each.spot)),
  };
}

/** What nobody wrote cannot be pointed at. */
function defaultText({ instance, spot }: Found): readonly string[] {
  if (instance?.isWritten !== false || instance.node.kind !== "scalar") return [];
  return [`${nameOf(spot)} is ${cut(instance.node.text, 60)} by default`];
}

interface Found {
  readonly spot: Spot | undefined;
  readonly schema: Schema | undefined;
  /** Undefined where there is nothing. */
  readonly instance: Instance | undefined;
}

/** The field that the rule names, or the only one that it reads; else the value itself. */
function placeOf(
  { fieldPath = "" }: SchemaRule,
  instance: Instance,
  spot: Spot | undefined,
  read: readonly Found[],
): Found {
  const itself: Found = { instance, schema: instance.schema, spot };
  const names = parseFieldPath(fieldPath);
  if (names.length > 0)
    return follow(
      instance,
      spot,
      names.map((name) => (step) => step === name),
    );
  const [only] = read;
  const isField =
    only !== undefined && read.length === 1 && only.schema?.type !== "map" && only.schema?.type !== "list";
  return isField && only.schema ? only : itself;
}

type IsStep = (step: string) => boolean;

function calledAs(name: string): IsStep {
  return (step) => step === name || escaped(step) === name;
}

/** Where steps from a value lead, there or not. */
function follow(instance: Instance, spot: Spot | undefined, steps: readonly IsStep[]): Found {
  let here: Found = { spot, instance, schema: instance.schema };
  for (const isStep of steps) {
    const part = here.instance?.parts.find(({ step }) => typeof step === "string" && isStep(step));
    const name = part?.step ?? [...(here.schema?.fields?.keys() ?? [])].find(isStep);
    if (name === undefined) return { spot: here.spot, instance: undefined, schema: undefined };
    const schema = part?.instance.schema ?? here.schema?.fields?.get(String(name))?.();
    here = { spot: below(here.spot, name), instance: part?.instance, schema };
  }
  return here;
}

function isWrittenScalar({ instance }: Found): boolean {
  return instance?.isWritten === true && instance.node.kind === "scalar";
}

/** What the API server says of each reason. */
function words(reason: string | undefined, isError: boolean): string {
  if (isError) return "breaks a rule of its definition that cannot do without a value";
  if (reason === "FieldValueRequired") return "is required";
  if (reason === "FieldValueForbidden") return "is forbidden";
  if (reason === "FieldValueDuplicate") return "is a duplicate";
  return "breaks a rule of its definition";
}

/** One sentence, as messages have it; Kubernetes takes none with line breaks. */
function textOf(message: string | undefined): string | undefined {
  const text = message?.trim().replace(/\.$/, "") ?? "";
  return text === "" || text.includes("\n") ? undefined : cut(text, 500);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
