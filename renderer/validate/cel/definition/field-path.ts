// The paths in `fieldPath` of a rule: `.spec.replicas`, `.labels['a.b']`.

/** The names on the way; none when the path is not of that form. */
export function parseFieldPath(text: string): readonly string[] {
  const names: string[] = [];
  const part = /\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]/y;
  while (part.lastIndex < text.length) {
    const [, name, quoted] = part.exec(text) ?? [];
    const next = name ?? quoted?.replace(/\\(.)/g, "$1");
    if (next === undefined) return [];
    names.push(next);
  }
  return names;
}
