// policy.yaml: what holds for the manifests beside it and below it.
import * as z from "zod/mini";
import type { ParameterValue } from "../rule.ts";

export const policyApiVersion = "emqx-gitops/v1";
export const policyKind = "RendererPolicy";

export interface PolicySpec {
  /** `dev`, `prod` …; rules may ask more of some. */
  readonly environment?: string;
  /** The cluster's minor version, `1.36`. */
  readonly kubernetesVersion?: string;
  /** Files with CustomResourceDefinitions that are installed by something else; relative to the policy. */
  readonly schemas?: readonly string[];
  /** By code: a severity, or a severity with parameters. */
  readonly rules?: Readonly<Record<string, RuleChoice>>;
  readonly exceptions?: readonly ExceptionSpec[];
  /** Rules of the site's own as expressions. */
  readonly celRules?: readonly CelRuleSpec[];
  /** TypeScript files with rules of the site's own; they run only with --allow-custom-rules. */
  readonly customRules?: readonly string[];
}

export type SeverityChoice = "error" | "warning" | "info" | "off";

export type RuleChoice =
  | SeverityChoice
  | {
      readonly severity?: SeverityChoice;
      readonly parameters?: Readonly<Record<string, ParameterValue>>;
    };

export interface ExceptionSpec {
  readonly code: string;
  /** `Kind/name`; either part may be `*`. Absent: every object. */
  readonly object?: string;
  readonly field?: string;
  readonly reason: string;
  readonly until: string;
}

export interface CelRuleSpec {
  /** `custom/what-is-wrong` */
  readonly code: string;
  readonly severity?: "error" | "warning" | "info";
  /** The kinds it is asked of; all where absent. */
  readonly kinds?: readonly string[];
  /** True where all is well; `object` is the object. */
  readonly expression: string;
  readonly message: string;
  /** The field that a finding points at. */
  readonly field?: string;
  readonly help?: string;
}

const severity = z.enum(["error", "warning", "info"]);
const severityChoice = z.enum(["error", "warning", "info", "off"]);
const parameter = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const text = z.string();
const texts = z.array(text);
const filledText = text.check(z.minLength(1));
const minorVersion = text.check(z.regex(/^1\.\d{1,3}$/));
const day = text.check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

const spec: z.ZodMiniType<PolicySpec> = z.strictObject({
  environment: z.exactOptional(filledText),
  kubernetesVersion: z.exactOptional(minorVersion),
  schemas: z.exactOptional(texts),
  rules: z.exactOptional(
    z.record(
      text,
      z.union([
        severityChoice,
        z.strictObject({
          severity: z.exactOptional(severityChoice),
          parameters: z.exactOptional(z.record(text, parameter)),
        }),
      ]),
    ),
  ),
  exceptions: z.exactOptional(
    z.array(
      z.strictObject({
        code: text,
        object: z.exactOptional(text.check(z.regex(/^[^/\s]+\/[^/\s]+$/))),
        field: z.exactOptional(text),
        reason: filledText,
        until: day,
      }),
    ),
  ),
  celRules: z.exactOptional(
    z.array(
      z.strictObject({
        code: text.check(z.regex(/^custom\/[a-z0-9]+(-[a-z0-9]+)*$/)),
        severity: z.exactOptional(severity),
        kinds: z.exactOptional(texts),
        expression: filledText,
        message: filledText,
        field: z.exactOptional(text),
        help: z.exactOptional(text),
      }),
    ),
  ),
  customRules: z.exactOptional(texts),
});

/** What each part has to look like, for those who wrote something else. */
export const formHelp: Readonly<Record<string, string>> = {
  apiVersion: `write apiVersion: ${policyApiVersion}`,
  kind: `write kind: ${policyKind}`,
  metadata: "write metadata with a name",
  spec: "write rules, exceptions and the like, or `spec: {}`",
  kubernetesVersion: 'write the minor version in quotes: "1.36"',
  until: "write the last day that it holds: 2027-03-31",
  object: "write Kind/name; either may be *",
  reason: "say why; whoever meets it next has to know",
  severity: "error, warning, info or off",
  rules: "give each code a severity (error, warning, info, off), or `severity` and `parameters`",
  code: "write area/what-is-wrong; gitops explain --rule lists them",
};

export const policySchema: z.ZodMiniType<Policy> = z.strictObject({
  apiVersion: z.literal(policyApiVersion),
  kind: z.literal(policyKind),
  metadata: z.looseObject({ name: text }),
  spec,
});

export interface Policy {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: PolicySpec;
}
