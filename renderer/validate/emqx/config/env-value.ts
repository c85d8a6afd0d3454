// What EMQX makes of the value of an environment variable: HOCON, or, where that cannot be read, the text itself.
// So `abc#1` is `abc`, while `abc+1` stays as it is. Source: hocon_tconf of hocon 0.44.0.
import { parseHocon } from "../hocon/parse.ts";
import type { HoconValue } from "../hocon/tree.ts";

const key = "fake_key=";

export function readEnvValue(text: string): HoconValue {
  const raw: HoconValue = { kind: "string", text: text.trim(), at: 0, end: text.length };
  const { root, error } = parseHocon(`${key}${text}`);
  const [field] = root.fields;
  if (error || !field || root.fields.length > 1 || field.path[0] !== "fake_key") return raw;
  return field.value;
}
