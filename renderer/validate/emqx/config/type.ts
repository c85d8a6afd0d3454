// The types of settings, and what EMQX accepts for them. Source: schema of EMQX 5.8.9 and github.com/emqx/hocon.

type Kind =
  | "struct"
  | "map"
  | "list"
  | "any"
  | "text"
  | "secret"
  | "boolean"
  | "integer"
  | "number"
  | "percent"
  | "duration"
  | "size"
  | "bind"
  | "enum";

/** What a setting may be: one of several kinds. */
export interface ConfigType {
  readonly kinds: readonly Kind[];
  /** The words of `enum`. */
  readonly words: readonly string[];
  /** The limits of `integer`, inclusive. */
  readonly least: number;
  readonly most: number;
  /** What the elements of `list` are. */
  readonly elements?: ConfigType;
}

/** The notation of the table: `boolean`, `1..65535`, `enum(a,b)`, `list(text)`, joined by `|`; empty for a struct. */
export function parseType(notation: string): ConfigType {
  if (notation === "") return { ...anything, kinds: ["struct"] };
  if (notation.startsWith("=")) return { ...anything, kinds: [notation.endsWith(".*") ? "struct" : "list"] };
  let type: ConfigType = { ...anything, kinds: [] };
  for (const part of partsOf(notation)) {
    const words = /^enum\((.*)\)$/.exec(part)?.[1];
    const elements = /^list\((.*)\)$/.exec(part)?.[1];
    const [, least, most] = /^(\d+)\.\.(\d*)$/.exec(part) ?? [];
    if (words !== undefined) type = { ...type, kinds: [...type.kinds, "enum"], words: words.split(",") };
    else if (elements !== undefined)
      type = { ...type, kinds: [...type.kinds, "list"], elements: parseType(elements) };
    else if (least !== undefined)
      type = {
        ...type,
        kinds: [...type.kinds, "integer"],
        least: Number(least),
        most: most ? Number(most) : Infinity,
      };
    else type = { ...type, kinds: [...type.kinds, part as Kind] };
  }
  return type;
}

const anything = { words: [], least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

function partsOf(notation: string): readonly string[] {
  return notation.match(/(?:[^|(]|\([^)]*(?:\([^)]*\))?[^)]*\))+/g) ?? [];
}

/** What is wrong with a scalar for a type, as the end of `X is …`; undefined when it is accepted. */
export function problemWith(
  type: ConfigType,
  value: { readonly kind: "string" | "number" | "boolean" | "null"; readonly text: string },
): string | undefined {
  const { kinds } = type;
  if (value.kind === "null" || kinds.includes("any")) return undefined;
  if (kinds.some((kind) => accepts(kind, type, value))) return undefined;
  return `not ${described(type)}`;
}

function accepts(
  kind: Kind,
  type: ConfigType,
  { kind: found, text }: { kind: string; text: string },
): boolean {
  switch (kind) {
    case "any":
      return true;
    case "text":
    case "secret":
      return found === "string" || (found === "number" && /^-?\d+$/.test(text));
    case "boolean":
      return /^(true|false)$/.test(text);
    case "integer":
      return /^-?\d+$/.test(text) && Number(text) >= type.least && Number(text) <= type.most;
    case "number":
      return /^-?\d*\.?\d+([eE][+-]?\d+)?$/.test(text);
    case "percent":
      return /^[0-9.]+%$/.test(text) || /^\d*\.?\d+$/.test(text);
    case "duration":
      return /^\d+$/.test(text) || /^(?:[0-9.]+(?:ms|[fwdhms]))+$/i.test(text);
    case "size":
      return /^\d+$/.test(text) || /^\s*\d+(?:b|kb|mb|gb|B|KB|MB|GB)$/.test(text);
    case "bind":
      return isBind(text);
    case "enum":
      return type.words.includes(text);
    case "list":
    case "struct":
    case "map":
      return false;
  }
}

/** A port, or an address with one: `1883`, `:1883`, `0.0.0.0:1883`, `[::]:1883`. */
function isBind(text: string): boolean {
  const port = portOf(text);
  return port !== undefined && port <= 65535;
}

/** The port of a bind address; undefined when it is none. */
export function portOf(text: string): number | undefined {
  const port = /^(?:(?:[^:/[\]]*|\[[0-9A-Fa-f:.]+\]|[0-9A-Fa-f:.]+):)?(\d{1,5})$/.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
}

const descriptions: Readonly<Record<Exclude<Kind, "enum" | "integer" | "list">, string>> = {
  any: "anything",
  text: "a string",
  secret: "a string",
  boolean: "true or false",
  number: "a number",
  percent: "a percentage such as 80%",
  duration: "a duration such as 15s, 5m or 2h",
  size: "a size such as 100KB, 1MB or 1GB",
  bind: "a port, or an address with one such as 0.0.0.0:1883",
  struct: "a group of settings",
  map: "a group of settings",
};

function described(type: ConfigType): string {
  const parts = type.kinds.map((kind) => {
    if (kind === "enum") return `one of ${type.words.join(", ")}`;
    if (kind === "list") return "a list in brackets";
    if (kind !== "integer") return descriptions[kind];
    if (type.least === Number.NEGATIVE_INFINITY) return "a whole number";
    if (type.most === Number.POSITIVE_INFINITY) return `a whole number from ${type.least}`;
    return `a whole number from ${type.least} to ${type.most}`;
  });
  return [...new Set(parts)].join(" or ");
}
