// Scalars with a tag in front of them.
import type { Held, ScalarStyle, ScalarTag } from "../node.ts";
import { canBe, resolveTagV2 } from "../scalar.ts";
import { binaryText } from "../scalar-text.ts";

/**
 * kustomize reads manifests as YAML only; a text inside one of their fields as JSON where it is JSON; other files with
 * YAML 1.1's rules, and as JSON where they are JSON.
 */
export type TextRole = "manifest" | "inner" | "other";

interface Tagged {
  readonly text: string;
  readonly tag: ScalarTag;
  readonly style: ScalarStyle;
  readonly held?: Held;
}

interface Mistagged {
  /** Why it is refused. */
  readonly said: string;
}

const tags: Readonly<Record<string, ScalarTag>> = {
  "tag:yaml.org,2002:str": "str",
  "tag:yaml.org,2002:int": "int",
  "tag:yaml.org,2002:float": "float",
  "tag:yaml.org,2002:bool": "bool",
  "tag:yaml.org,2002:null": "null",
  "tag:yaml.org,2002:timestamp": "timestamp",
  "tag:yaml.org,2002:binary": "binary",
  "tag:yaml.org,2002:merge": "merge",
};

/** Whether the tag is one that the readers have a type for. */
export function isKnownTag(tag: string): boolean {
  return tag in tags;
}

/**
 * What a scalar is by its tag. In objects it counts even where the text cannot be of the type: that is refused when it
 * is printed, and until then something else may take its place. Unknown tags say as much as `!!str`.
 */
export function taggedScalar(
  name: string,
  text: string,
  style: ScalarStyle,
  role: TextRole,
): Tagged | Mistagged {
  const tag = tags[name] ?? "str";
  if (role !== "other") return { text, tag, style, held: { tag, isTagged: true } };
  // In quotes it is a string by any rules.
  const quoted = style === "plain" ? "double" : style;
  switch (tag) {
    case "str":
      return { text, tag, style: quoted };
    case "merge":
      return text === "<<" ? { text, tag, style } : { text, tag: "str", style: quoted };
    case "binary": {
      const decoded = binaryText(text);
      return decoded === undefined
        ? { said: "the !!binary value is no base64" }
        : { text: decoded, tag: "str", style: quoted };
    }
    default:
      return canBe(text, tag) || (tag === "bool" && resolveTagV2(text) === tag)
        ? { text, tag, style: tag === "null" ? "plain" : style }
        : { said: `\`${text}\` is not what the tag !!${tag} says` };
  }
}
