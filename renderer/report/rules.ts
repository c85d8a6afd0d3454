// What the rules say about themselves: one of them for who met it, all of them for the documentation.
import type { Parameter, Rule } from "../validate/rule.ts";
import type { Style } from "./style.ts";

/** One rule, whole. */
export function ruleText(rule: Rule, style: Style): string {
  const lines = [
    `${style.strong(rule.code)} ${style.faint(rule.severity)}`,
    `  ${rule.summary}.`,
    "",
    `  ${style.note("why:")} ${rule.why}.`,
    `  ${style.note("fix:")} ${rule.fix}.`,
  ];
  if (rule.source) lines.push(`  ${style.note("source:")} ${rule.source}`);
  const parameters = Object.entries(rule.parameters ?? {});
  if (parameters.length > 0) lines.push("", "  parameters, set in a policy:");
  for (const [name, parameter] of parameters)
    lines.push(`    ${name} = ${JSON.stringify(parameter.default)}`, `      ${parameter.summary}`);
  return `${lines.join("\n")}\n`;
}

/** A line for each rule. */
export function ruleList(rules: readonly Rule[], style: Style): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  return rules
    .map(({ code, severity, summary }) => {
      return `${code.padEnd(width)}  ${style.faint(severity.padEnd(7))}  ${summary}\n`;
    })
    .join("");
}

export function rulesJson(rules: readonly Rule[]): string {
  const all = rules.map(({ check: _, ...rule }) => rule);
  return `${JSON.stringify({ version: 1, rules: all }, null, 2)}\n`;
}

/** The page of the documentation that lists all rules. */
export function rulesMarkdown(rules: readonly Rule[]): string {
  const areas = new Map<string, Rule[]>();
  for (const rule of rules) {
    const area = rule.code.split("/", 1)[0] ?? "";
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  const contents = [...areas].map(([area, own]) => `- [${area}](#${area}), ${own.length}`);
  const sections = [...areas].flatMap(([area, own]) => ["", `## ${area}`, ...own.flatMap(section)]);
  return `# Rules

What \`gitops validate\` knows. A policy can change the severity of each, set its parameters and excuse what is known:
[validate.md](validate.md) says how. This page is the output of \`gitops explain --rule --format markdown\`.

${contents.join("\n")}
${sections.join("\n")}
`;
}

function section({ code, severity, summary, why, fix, source, parameters = {} }: Rule): readonly string[] {
  return [
    "",
    `### ${code}`,
    "",
    `*${severity}* ${sentence(summary)} ${sentence(why)}`,
    "",
    `To put it right: ${sentence(fix)}`,
    ...(source ? ["", `Source: ${source}`] : []),
    ...(Object.keys(parameters).length > 0 ? ["", ...Object.entries(parameters).map(parameterLine)] : []),
  ];
}

function parameterLine([name, { summary, default: value }]: readonly [string, Parameter]): string {
  return `- \`${name}\` (\`${JSON.stringify(value)}\`): ${summary}`;
}

function sentence(text: string): string {
  return `${text}.`;
}
