// What `gitops render` may be told.
import type { RenderFlags } from "../commands/render.ts";
import { withControllerOptions } from "../controller-options.ts";
import type { Definition } from "./definition.ts";
import { withBuildOptions } from "./options.ts";

export const renderDefinition: Definition = {
  name: "render",
  summary: "print the objects of one or more directories",
  define(command, io, done) {
    command
      .description("Prints what `kustomize build` prints for the directories (default: the current one).")
      .argument("[directories...]", "directories with a kustomization file")
      .option(
        "-o, --output <path>",
        "write to a file, or one object a file to a directory (existing, or ending in /)",
      )
      .option("--check", "build and report, but print no objects")
      .option("--watch", "build again when files change, until interrupted")
      .option("--parity", "say where kustomize, Argo CD and Flux build something else; exit 1 where they do");
    withControllerOptions(withBuildOptions(command)).action(
      async (directories: readonly string[], flags: RenderFlags) => {
        const { renderCommand } = await import("../commands/render.ts");
        done(await renderCommand(directories, flags, io));
      },
    );
  },
};
