// One build, from a directory to objects:
//
//   render(directory)
//     openRoot, openKustomization      the directory and its kustomization, confined to what may be read
//     accumulate                       resources, bases, generators, components, transformers: recursive
//     finish                           hashes, name references, vars, local-config: once
//     order                            sortOptions, or the order that was asked for
//     closing                          managed-by label, build metadata, annotations as strings
//
// The objects carry where each of their values came from; emit.ts turns them into kustomize's bytes.
import { accumulate } from "./accumulate/accumulate.ts";
import { close } from "./accumulate/closing.ts";
import { finish } from "./accumulate/finish/finish.ts";
import { openKustomization } from "./accumulate/open-kustomization.ts";
import { BuildSchemas } from "./accumulate/schemas.ts";
import { shareBase } from "./accumulate/shared-bases.ts";
import { isSorted, orderResources } from "./accumulate/sort-options.ts";
import { attempt } from "./diagnostics/collector.ts";
import type { Note } from "./diagnostics/diagnostic.ts";
import type { KustomizationFile } from "./kustomization/read.ts";
import type { BuildContext } from "./load/context.ts";
import { layerTrail } from "./load/layer.ts";
import { type Loader, openRoot } from "./load/loader.ts";
import type { Resource } from "./resource/resource.ts";
import { emitStream } from "./yaml/emit.ts";
import { type Node, placeOf } from "./yaml/node.ts";

/**
 * Builds a directory. What went wrong is in the context's collector; the objects are whole only if it has no errors.
 *
 * @param directory  absolute path, or relative to the working directory
 */
export function render(directory: string, context: BuildContext): readonly Resource[] {
  const opened = attempt(() => {
    const loader = openRoot(directory, context);
    return { loader, file: openKustomization(loader, undefined, context) };
  });
  if (!opened) return [];
  const { collector } = context;
  const hadErrors = collector.hasErrors;
  const resources = attempt(() => build(opened, context)) ?? [];
  if (opened.file.value.kind === "Component" && collector.hasErrors && !hadErrors) {
    collector.report("kustomization/component-alone", "a component is built by itself", {
      at: opened.file.place("kind"),
      help: "what it changes stands elsewhere: build a kustomization that lists it under `components`",
    });
  }
  return resources;
}

function build({ file, loader }: Opened, context: BuildContext): readonly Resource[] {
  const schemas = new BuildSchemas(context.extraTypes);
  schemas.offer(file, loader, context);
  const trail = (file.value.buildMetadata ?? []).length > 0 ? layerTrail({}, file) : undefined;
  const finished = finish(
    shareBase({ file, loader, schemas, context, trail, helmNamespace: "" }, accumulate),
    isSorted(file, context),
    context,
  );
  return close(orderResources(finished, file, context), file, context);
}

interface Opened {
  readonly loader: Loader;
  readonly file: KustomizationFile;
}

/** The entry that wrote a value, and what was there before. */
function notesOn({ written }: Node): readonly Note[] {
  if (!written) return [];
  const { step, earlier } = written;
  return [
    { message: `this entry of \`${step.by}\` set it`, at: step },
    ...(earlier ? [{ message: "the value that was there", at: placeOf(earlier) }] : []),
  ];
}

/** The bytes of `kustomize build` for rendered objects; a value that YAML cannot hold is reported. */
export function toYaml(resources: readonly Resource[], context: BuildContext): string {
  return emitStream(
    resources.map((resource) => resource.node),
    ({ message, node, help }) => {
      const notes = notesOn(node);
      context.collector.report("emit/not-representable", message, { at: placeOf(node), notes, help });
    },
  );
}
