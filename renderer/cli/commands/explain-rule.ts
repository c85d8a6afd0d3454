// gitops explain --rule: what a rule is about; all of them without a code.
import { codes } from "../../diagnostics/codes.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { ruleList, rulesJson, rulesMarkdown, ruleText } from "../../report/rules.ts";
import { rules } from "../../validate/rules.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";

export interface ExplainRuleFlags {
  /** True: all rules. */
  readonly rule: string | true;
  readonly format: string;
}

export function explainRuleCommand({ rule: code, format }: ExplainRuleFlags, io: Io): ExitCode {
  const chosen = rules.filter(
    (rule) => code === true || rule.code === code || rule.code.startsWith(`${code}/`),
  );
  if (chosen.length === 0) return explainOther(String(code), io);
  if (format === "json") io.out(rulesJson(chosen));
  else if (format === "markdown") io.out(rulesMarkdown(chosen));
  else if (chosen.length === 1 && chosen[0]) io.out(ruleText(chosen[0], io.style));
  else io.out(ruleList(chosen, io.style));
  return exitCodes.clean;
}

/** A code of the renderer itself, which is no rule but may be asked about all the same. */
function explainOther(code: string, io: Io): ExitCode {
  const own = codes.find(([name]) => name === code);
  if (own) {
    const [, { severity, summary }] = own;
    io.out(`${code} ${severity}\n  ${summary}.\n`);
    return exitCodes.clean;
  }
  const close = nearest(code, [...rules.map((rule) => rule.code), ...codes.map(([name]) => name)]);
  const help = close ? `did you mean ${close}?` : "without a code, gitops explain --rule lists them all";
  io.err(`error cli/usage there is no rule ${code}\n  help: ${help}\n`);
  return exitCodes.usage;
}
