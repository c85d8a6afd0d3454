// A field that does not exist, and the one that was probably meant.
import { nearest } from "../diagnostics/suggest.ts";
import { placeOf, type Scalar } from "../yaml/node.ts";
import { successorOf } from "./deprecations.ts";
import { manyFields, nameOf, type Report } from "./report.ts";
import type { Path, Shape } from "./shape.ts";

type Fields = Readonly<Record<string, Shape>>;

export function reportUnknownField(key: Scalar, fields: Fields, path: Path, report: Report): void {
  report("kustomization/unknown-field", `${nameOf(path)} has no field \`${key.text}\``, {
    at: placeOf(key),
    help: suggestion(key.text, fields),
  });
}

function suggestion(unknown: string, fields: Fields): string | undefined {
  const names = Object.keys(fields);
  const close = nearest(unknown, names);
  if (close) return `did you mean \`${successorOf(close) ?? close}\`?`;
  const holder = names.find((name) => hasField(fields[name], unknown));
  if (holder) return `\`${unknown}\` is a field of \`${holder}\``;
  const current = names.filter((name) => successorOf(name) === undefined);
  const longer = shortest(current.filter((name) => isPart(unknown, name)));
  if (longer) return `did you mean \`${longer}\`?`;
  return current.length > manyFields ? undefined : `its fields are ${current.join(", ")}`;
}

function hasField(shape: Shape | undefined, name: string): boolean {
  return shape?.kind === "fields" && Object.hasOwn(shape.fields, name);
}

/** Whether a word begins or ends a name: `tag` and newTag, `patch` and patches. */
function isPart(word: string, name: string): boolean {
  const part = word.toLowerCase();
  const whole = name.toLowerCase();
  return part.length > 2 && (whole.startsWith(part) || whole.endsWith(part));
}

function shortest(names: readonly string[]): string | undefined {
  return names.toSorted((a, b) => a.length - b.length)[0];
}
