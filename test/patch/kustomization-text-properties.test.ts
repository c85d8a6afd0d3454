// Whatever a kustomization looks like: after an entry was put in, it is there, everything else is as it was, and no comment
// is lost.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { type WantedEntry, withEntry } from "../../renderer/patch/compile/kustomization-text.ts";

type Entry = Readonly<Record<string, unknown>>;

const comment = fc.constantFrom("", " # why", " # it's: [so]");
const target = fc.constantFrom<Entry>({ kind: "X" }, { kind: "Deployment|StatefulSet", name: "a.*" });
const path = fc.constantFrom("a.yaml", "patches/b.yaml", "./c.yaml", "d e.yaml");
const entry = fc.record(
  { path, target, options: fc.constant({ allowNameChange: true }) },
  { requiredKeys: ["path"] },
);

const flow = (value: unknown): string => JSON.stringify(value).replaceAll(",", ", ").replaceAll(":", ": ");

/** One entry in one of the ways that people write it. */
const printed = fc
  .tuple(entry, fc.constantFrom("flow", "block", "deep"), comment, comment, fc.boolean())
  .map(([value, style, first, second, above]) => (indent: string): string => {
    const lead = above ? `${indent}# about the next\n` : "";
    if (style === "flow") return `${lead}${indent}- ${flow(value)}${first}\n`;
    const lines = Object.entries(value).map(([name, item], i) => {
      const tail = i === 0 ? first : second;
      if (typeof item !== "object") return `${name}: ${item}${tail}\n`;
      if (style === "block") return `${name}: ${flow(item)}${tail}\n`;
      const deep = Object.entries(item).map(
        ([key, text]) => `${indent}    ${key}: ${JSON.stringify(text)}\n`,
      );
      return `${name}:${tail}\n${deep.join("")}`;
    });
    return `${lead}${indent}- ${lines.join(`${indent}  `)}`;
  });

const list = fc
  .tuple(
    fc.array(printed, { minLength: 1, maxLength: 4 }),
    fc.constantFrom("", "  ", "    "),
    fc.constantFrom("", "\n", "# the end of it\n", "  # about nothing\n"),
  )
  .map(([entries, indent, end]) => `patches:\n${entries.map((print) => print(indent)).join("")}${end}`);

const bracketed = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 3 }), fc.constantFrom("", ", ", ","), comment)
  .map(([entries, end, tail]) => `patches: [${entries.map(flow).join(", ")}${end}]${tail}\n`);

const patches = fc.oneof(
  { weight: 4, arbitrary: list },
  bracketed,
  fc.constantFrom(
    "",
    "patches:\n",
    "patches: []\n",
    "patches: [ ] # none\n",
    "patches: # none\n",
    "patches: ~ # none\n",
  ),
);

const kustomization = fc
  .tuple(
    fc.constantFrom("", "# top\nkind: Kustomization\n", "---\nresources: [a.yaml] # one\n"),
    patches,
    fc.constantFrom(
      "",
      "\n# Images.\nimages:\n- name: x\n  newTag: '1'\n",
      "namespace: a",
      "namespace: a\n# end\n",
    ),
  )
  .map((parts) => parts.join(""));

const comments = (text: string): readonly string[] =>
  (text.match(/(^|\s)# [^\n]*/g) ?? []).map((one) => one.trim());

test("an entry is put in, and nothing else changes", () => {
  fc.assert(
    fc.property(kustomization, entry, (text, wanted) => {
      const entries: readonly Entry[] = parse(text)?.patches ?? [];
      fc.pre(new Set(entries.map((one) => one["path"])).size === entries.length);
      const want: WantedEntry = { field: "patches", key: "path", entry: wanted };
      const result = withEntry(text, want);
      expect(parseDocument(result).errors).toEqual([]);
      const found = entries.findIndex((one) => one["path"] === wanted.path);
      const expected = found < 0 ? [...entries, wanted] : entries.with(found, wanted);
      expect(parse(result)).toEqual({ ...parse(text), patches: expected });
      expect(withEntry(result, want)).toBe(result);
      // What is said about a field goes with it.
      const losesFields = Object.keys(entries[found] ?? {}).some((name) => !(name in wanted));
      if (!losesFields) expect(comments(result)).toEqual(expect.arrayContaining([...comments(text)]));
    }),
    { numRuns: 300 },
  );
});
