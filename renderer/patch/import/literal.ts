// Plain values as TypeScript.

const maxWidth = 110;

/** A value as an expression; short ones on one line. */
export function toLiteral(value: unknown, indent = "", width = maxWidth): string {
  const short = inline(value);
  if (!short.includes("\n") && indent.length + short.length <= width) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((item) => `${deeper}${toLiteral(item, deeper)},\n`).join("")}${indent}]`;
  if (value instanceof Code || typeof value !== "object" || value === null) return short;
  const lines = Object.entries(value).map(
    ([name, item]) => `${deeper}${keyText(name)}: ${toLiteral(item, deeper, maxWidth - name.length - 3)},\n`,
  );
  return `{\n${lines.join("")}${indent}}`;
}

/** A piece of TypeScript that stands where a value would. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function inline(value: unknown): string {
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalarText(value);
  const parts = Object.entries(value).map(([name, item]) => `${keyText(name)}: ${inline(item)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function scalarText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

// `__proto__: …` would set the prototype instead of a field.
function keyText(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
