// What a patch module exported, read from JSON. The compiler of TypeScript has seen most of it, but a module may be
// plain JavaScript or say `as never`, so nothing is taken on trust.
import * as z from "zod/mini";

/** A string, or a regular expression as the sandbox hands it over. */
const pattern = z.union([z.string(), z.strictObject({ "\u0000regexp": z.string() })]);

const selected = {
  name: z.optional(pattern),
  namespace: z.optional(pattern),
  labelSelector: z.optional(z.string()),
  annotationSelector: z.optional(z.string()),
};
const anyTarget = z.strictObject({
  ...selected,
  group: z.optional(pattern),
  version: z.optional(pattern),
  kind: z.optional(pattern),
});

const operation = z.strictObject({
  op: z.enum(["add", "remove", "replace", "move", "copy", "test"]),
  path: z.string(),
  from: z.optional(z.string()),
  value: z.optional(z.unknown()),
});

const fieldOptions = z.strictObject({
  delimiter: z.optional(z.string()),
  index: z.optional(z.int()),
  encoding: z.optional(z.literal("base64")),
  create: z.optional(z.boolean()),
});
const source = z.strictObject({
  group: z.optional(z.string()),
  version: z.optional(z.string()),
  kind: z.optional(z.string()),
  name: z.optional(z.string()),
  namespace: z.optional(z.string()),
  fieldPath: z.optional(z.string()),
  options: z.optional(fieldOptions),
});

const record = z.discriminatedUnion("record", [
  z.strictObject({
    record: z.literal("mergePatch"),
    apiVersion: z.string().check(z.minLength(1)),
    kind: z.string().check(z.minLength(1)),
    target: anyTarget,
    body: z.record(z.string(), z.unknown()),
    options: z.strictObject({
      allowNameChange: z.optional(z.boolean()),
      allowKindChange: z.optional(z.boolean()),
    }),
  }),
  z.strictObject({
    record: z.literal("jsonPatch"),
    target: anyTarget,
    operations: z.array(operation).check(z.minLength(1)),
  }),
  z.strictObject({
    record: z.literal("replacement"),
    replacement: z.strictObject({
      source: z.union([source, z.strictObject({ value: z.string() })]),
      targets: z
        .array(
          z.strictObject({
            select: anyTarget,
            reject: z.optional(z.array(anyTarget)),
            fieldPaths: z.array(z.string()).check(z.minLength(1)),
            options: z.optional(fieldOptions),
          }),
        )
        .check(z.minLength(1)),
    }),
  }),
  z.strictObject({
    record: z.literal("images"),
    images: z.array(
      z.strictObject({
        name: z.string().check(z.minLength(1)),
        newName: z.optional(z.string()),
        newTag: z.optional(z.string()),
        digest: z.optional(z.string()),
      }),
    ),
  }),
  z.strictObject({
    record: z.literal("replicas"),
    replicas: z.array(
      z.strictObject({ name: z.string().check(z.minLength(1)), count: z.int().check(z.nonnegative()) }),
    ),
  }),
]);

export type PatchRecord = z.infer<typeof record>;
export type RecordOf<Name extends PatchRecord["record"]> = Extract<PatchRecord, { record: Name }>;
export type Pattern = z.infer<typeof pattern>;
export type ReadTarget = z.infer<typeof anyTarget>;

/** Reads one export: a record, or a list of them. */
export function readRecords(value: unknown): readonly PatchRecord[] | { readonly error: string } {
  const items: readonly unknown[] = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
  const records: PatchRecord[] = [];
  for (const item of items) {
    const read = record.safeParse(item);
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = issue?.path.map(String).join(".") ?? "";
      return { error: where === "" ? (issue?.message ?? "it is no patch") : `${where}: ${issue?.message}` };
    }
    records.push(read.data);
  }
  return records;
}
