// What a substitution puts in: the ConfigMaps and Secrets that the cluster holds, which a file stands for here, and the
// variables of the Kustomization itself.
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { field, type Mapping, type Node, placeOf, textAt } from "../yaml/node.ts";
import { parseDocuments } from "../yaml/parse.ts";
import type { Variables } from "./envsubst/evaluate.ts";
import type { FluxKustomization } from "./flux.ts";

/** A file of values. Their text is secret: no message shows it. */
export interface SubstituteValues {
  readonly objects: readonly ValuesObject[];
  /** Of plain maps, which stand for whatever no object stands for. */
  readonly plain: Variables | undefined;
}

interface ValuesObject {
  readonly kind: string;
  readonly name: string;
  /** Any namespace when absent. */
  readonly namespace: string | undefined;
  readonly data: Variables;
}

/** Reads ConfigMaps, Secrets and plain maps. Reports `sync/invalid`. */
export function readSubstituteValues(source: SourceFile, collector: Collector): SubstituteValues {
  const objects: ValuesObject[] = [];
  let plain: Map<string, string> | undefined;
  for (const node of parseDocuments(source, collector)) {
    const kind = textAt(node, "kind");
    if (node.kind !== "mapping") {
      collector.report("sync/invalid", "values are a map, a ConfigMap or a Secret", { at: placeOf(node) });
    } else if ((kind === "ConfigMap" || kind === "Secret") && field(node, "metadata")) {
      objects.push({
        kind,
        name: textAt(node, "metadata", "name") ?? "",
        namespace: textAt(node, "metadata", "namespace"),
        data: kind === "Secret" ? secretData(node, collector) : texts(field(node, "data"), collector),
      });
    } else plain = new Map([...(plain ?? []), ...texts(node, collector)]);
  }
  return { objects, plain };
}

function texts(node: Node | undefined, collector: Collector): Variables {
  const values = new Map<string, string>();
  if (node?.kind !== "mapping") return values;
  node.keys.forEach((key, i) => {
    const value = node.values[i] as Node;
    if (value.kind === "scalar" && value.tag === "str") values.set(key.text, value.text);
    else {
      collector.report("sync/invalid", `the value of \`${key.text}\` is not a string`, {
        at: placeOf(value),
        help: "quote it",
      });
    }
  });
  return values;
}

function secretData(secret: Mapping, collector: Collector): Variables {
  const encoded = texts(field(secret, "data"), collector);
  const decoded = [...encoded].map(
    ([key, text]) => [key, Buffer.from(text, "base64").toString("utf8")] as const,
  );
  return new Map([...decoded, ...texts(field(secret, "stringData"), collector)]);
}

/**
 * The variables of a Kustomization: those of its references in their order, later ones over earlier ones, its own over
 * all. Line breaks are removed from values, as Flux does it.
 *
 * Reports `flux/missing-values` and `flux/substitution`.
 */
export function variablesOf(
  kustomization: FluxKustomization,
  values: SubstituteValues | undefined,
  collector: Collector,
): Variables {
  const { substitute = {}, substituteFrom = [] } = kustomization.spec.postBuild ?? {};
  const variables = new Map<string, string>();
  substituteFrom.forEach(({ kind = "", name = "", optional = false }, i) => {
    const found = values?.objects.find(
      (object) =>
        object.kind === kind &&
        object.name === name &&
        (object.namespace === undefined || object.namespace === kustomization.namespace),
    );
    const data = found?.data ?? values?.plain;
    if (!data && !optional) {
      collector.report("flux/missing-values", `the values of the ${kind} ${name} are in the cluster`, {
        at: kustomization.place("postBuild", "substituteFrom", i),
        help: "give them to the build in a file: --substitute-values FILE, with the object itself or a plain map",
      });
    }
    for (const [key, value] of data ?? []) variables.set(key, value);
  });
  for (const [key, value] of Object.entries(substitute)) variables.set(key, value);
  for (const [key, value] of variables) {
    variables.set(key, value.replaceAll("\n", ""));
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) continue;
    collector.report("flux/substitution", `\`${key}\` cannot be the name of a variable`, {
      at: kustomization.place(
        "postBuild",
        ...(Object.hasOwn(substitute, key) ? ["substitute", key] : ["substituteFrom"]),
      ),
      help: "names hold letters, digits and underscores, and do not begin with a digit",
    });
  }
  return variables;
}
