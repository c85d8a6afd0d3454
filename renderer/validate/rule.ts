// A rule: what can be wrong, why that matters, and how to find it in what an overlay renders to.
import type { Edit, RuleCode, Severity } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/location.ts";
import type { ResId } from "../resource/res-id.ts";
import type { Cluster } from "./model/cluster.ts";
import type { Value } from "./model/value.ts";

export type ParameterValue = number | string | boolean | readonly string[];

/** A knob of a rule, which a policy can set. */
export interface Parameter {
  readonly summary: string;
  /** Its type is the type that a policy has to give. */
  readonly default: ParameterValue;
}

/** What a rule is told beside the objects. */
export interface RuleContext {
  /** The value of one of the rule's own parameters. */
  number(name: string): number;
  text(name: string): string;
  flag(name: string): boolean;
  list(name: string): readonly string[];
}

export interface Rule {
  /** `area/what-is-wrong`; people silence and search it, so it is never renamed. */
  readonly code: RuleCode;
  /** Unless a policy says otherwise. `off`: a matter of opinion, which a policy turns on. */
  readonly severity: Severity | "off";
  /** What is wrong, in one sentence without a full stop. */
  readonly summary: string;
  /** What happens in the cluster. */
  readonly why: string;
  /** How it is put right. */
  readonly fix: string;
  /** Where that is known from: a document, a version, an issue. */
  readonly source?: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly check: (cluster: Cluster, context: RuleContext) => Iterable<Finding>;
}

/** One place where a rule does not hold. */
export interface Finding {
  /** The value that is wrong, or missing; a place where it is no value of an object, as an entry of a kustomization. */
  readonly at: Value | Place;
  /** The object it is about, where `at` does not say. */
  readonly object?: ResId;
  /** One sentence, no full stop. */
  readonly message: string;
  /** Points at the key instead of the value: for fields that should not be there at all. */
  readonly atKey?: boolean;
  /** A place within the value's text, for what is written in another language there. */
  readonly within?: Place;
  /** Instead of the rule's own way out. */
  readonly help?: string;
  /** Other values that are part of the matter. */
  readonly related?: readonly Related[];
  /** Neither the value nor its line may be shown. */
  readonly isSecret?: boolean;
  /** A change of the source text that puts it right and does nothing else. */
  readonly edit?: Edit;
}

export interface Related {
  readonly at: Value | Place;
  readonly message: string;
}
