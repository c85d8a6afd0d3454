// The values of Secrets that are rendered: to compare and to judge, never to show.

import { binaryText } from "../../yaml/scalar-text.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Variable } from "../model/environment.ts";
import type { Value } from "../model/value.ts";

/** What a variable takes from a rendered Secret; undefined when the Secret comes from elsewhere. */
export function secretText(cluster: Cluster, namespace: string, variable: Variable): string | undefined {
  return secretEntry(cluster, namespace, variable)?.text;
}

/** The same with where it stands. */
export function secretEntry(
  cluster: Cluster,
  namespace: string,
  { from, reference }: Variable,
): { readonly at: Value; readonly text: string } | undefined {
  if (from !== "secret" || !reference) return undefined;
  const secret = cluster.find("Secret", namespace, reference.name)?.root;
  const plain = secret?.get("stringData", reference.key);
  if (plain?.text !== undefined) return { at: plain, text: plain.text };
  const encoded = secret?.get("data", reference.key);
  const text = encoded?.text === undefined ? undefined : binaryText(encoded.text);
  return encoded && text !== undefined ? { at: encoded, text } : undefined;
}
