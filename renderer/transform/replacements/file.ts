// A file of replacements, named by `path:`. It is read more loosely than a kustomization: unknown fields are ignored,
// and numbers and booleans may stand where a text is meant.
import type { Place } from "../../diagnostics/location.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { goText, yaml11Tag } from "../../kustomization/go-values.ts";
import { replacement } from "../../kustomization/known-fields.ts";
import { listOf, mappingOf, pluginFile, withTexts } from "../../kustomization/plugin-file.ts";
import type { KustomizationFile } from "../../kustomization/read.ts";
import { itemShape, type Shape, list as shapeList } from "../../kustomization/shape.ts";
import type { BuildContext } from "../../load/context.ts";
import type { Layer } from "../../load/layer.ts";
import { loadText } from "../../load/loader.ts";
import { type Mapping, mapping, type Node, placeOf, type Scalar } from "../../yaml/node.ts";
import { parseDocument } from "../../yaml/parse.ts";

/**
 * Reads a file that holds one replacement or a list of them, as a kustomization that holds only these.
 *
 * @param at  the entry that names the file
 */
export function readReplacementFile(
  path: string,
  at: Place,
  { loader, context }: Pick<Layer, "loader" | "context">,
): KustomizationFile | undefined {
  const document = parseDocument(loadText(loader, path, at, context), context.collector);
  if (document?.kind !== "mapping" && document?.kind !== "sequence") {
    return context.collector.halt("replacement/invalid", `\`${path}\` holds no replacement`, {
      at,
      help: "it holds one replacement, or a list of them",
    });
  }
  const list = document.kind === "sequence" ? document : listOf(mappingOf(emptyAt(document), {}), document);
  return pluginFile(
    emptyAt(document),
    { replacements: withTexts(decoded(list, replacements, context), replacements) },
    context.collector,
  );
}

function emptyAt({ source, at }: Node): Mapping {
  return mapping([], [], source, at);
}

const replacements = shapeList(replacement);

/** The nodes without unknown fields, and with every scalar in the form that Go gives it as a text. */
function decoded(node: Node, shape: Shape, context: BuildContext): Node {
  if (node.kind === "scalar") return { ...node, text: goText(node), tag: yaml11Tag(node) };
  if (node.kind === "sequence") {
    return { ...node, items: node.items.map((item, i) => decoded(item, itemShape(shape, i), context)) };
  }
  const kept = node.keys.flatMap((key, i) => {
    if (shape.kind !== "fields" || isField(key, Object.keys(shape.fields), context)) return [i];
    return [];
  });
  return {
    ...node,
    keys: kept.map((i) => node.keys[i] as Scalar),
    values: kept.map((i) =>
      decoded(node.values[i] as Node, itemShape(shape, (node.keys[i] as Scalar).text), context),
    ),
  };
}

function isField(key: Scalar, names: readonly string[], { collector }: BuildContext): boolean {
  const lower = key.text.toLowerCase();
  if (names.some((name) => name.toLowerCase() === lower)) return true;
  const close = nearest(key.text, names);
  collector.report("replacement/unknown-field", `there is no field \`${key.text}\`, so it does nothing`, {
    at: placeOf(key),
    help: close ? `did you mean \`${close}\`?` : `the fields are ${names.join(", ")}`,
  });
  return false;
}
