// Where a finding about a setting points.

import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/location.ts";
import type { Variable } from "../model/environment.ts";
import type { Value } from "../model/value.ts";
import type { Finding } from "../rule.ts";
import type { EmqxInstance } from "./instance/instance.ts";
import type { Setting } from "./instance/settings.ts";

/** At the value of a setting. */
export function placed({ at, within }: Setting): Pick<Finding, "at" | "within" | "isSecret"> {
  const isSecret = at.object.id.kind === "Secret";
  return { at, ...(within ? { within } : {}), ...(isSecret ? { isSecret } : {}) };
}

/** At what should hold a setting that is missing: the environment, or the operator's configuration. */
export function notSet({ container, workload, object }: EmqxInstance): Pick<Finding, "at" | "atKey"> {
  const data = object.root.get("spec", "config", "data");
  return { at: workload ? container.get("env") : data, atKey: true };
}

/** At the name of a variable, for names that are wrong. */
export function atName({ at }: Variable): Pick<Finding, "at" | "atKey"> {
  const own = at.get("name");
  if (own.exists) return { at: own };
  const beside = at.parent?.get("name");
  return beside?.exists ? { at: beside } : { at, atKey: true };
}

/** Writes another text in the place of a value's, or of a part of it; undefined where that is not exact. */
export function editOf(at: Value, old: string, text: string, within?: Place): Edit | undefined {
  if (within) return { at: within, old, text };
  const { node } = at;
  if (node?.kind !== "scalar" || node.text !== old || node.style === "literal" || node.style === "folded")
    return undefined;
  const quote = node.style === "plain" ? 0 : 1;
  // Without quotes it would be another type for YAML.
  if (quote === 0 && /^(true|false)$/.test(text)) return undefined;
  return { at: { source: node.source, at: node.at + quote }, old, text };
}
