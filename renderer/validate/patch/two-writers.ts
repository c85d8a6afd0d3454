// Two entries that set one field to different values.
import { mayBeContradicted, type RecordedEntry } from "../../patch/report/entry-recorder.ts";
import { friendlyId, type ResId } from "../../resource/res-id.ts";
import type { Step } from "../../yaml/node.ts";
import { printPath } from "../../yaml/path.ts";
import type { Finding, Rule } from "../rule.ts";

export const twoWriters: Rule = {
  code: "patch/two-writers",
  severity: "warning",
  summary: "Two patches, or two replacements, set one field to different values",
  why: "The last one wins, so the order of a list decides, and the value at the other one is not what is applied",
  fix: "let one of them set the field, so that it does not matter which comes last",
  *check({ facts }) {
    for (const entry of facts.entries ?? []) if (mayBeContradicted(entry.step)) yield* overrides(entry);
  },
};

function* overrides({ step, what, objects }: RecordedEntry): Iterable<Finding> {
  const byOther = new Map<Step, { readonly id: ResId; readonly fields: string[] }>();
  for (const { id, fields } of objects) {
    for (const { path, overrides: other } of fields) {
      if (!other) continue;
      const known = byOther.get(other);
      const text = `\`${printPath(path)}\` of ${friendlyId(id)}`;
      if (known) known.fields.push(text);
      else byOther.set(other, { id, fields: [text] });
    }
  }
  for (const [other, { id, fields }] of byOther) {
    const more = fields.length > 1 ? ` and ${fields.length - 1} more` : "";
    yield {
      at: step,
      object: id,
      message: `this entry of \`${step.by}\` (${what}) overrides ${fields[0]}${more}`,
      related: [{ at: other, message: "this entry sets it, too" }],
    };
  }
}
