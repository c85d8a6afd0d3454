// What `gitops render` may be told.
import { Option } from "commander";
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
      .addOption(new Option("--check", "build and report, but print no objects").conflicts("output"))
      .option("--watch", "build again when files change, until interrupted")
      .addOption(
        new Option(
          "--parity",
          "say where kustomize, Argo CD and Flux build something else; exit 1 where they do",
        ).conflicts(["output", "check", "watch", "as"]),
      );
    withControllerOptions(withBuildOptions(command)).action(
      async (directories: readonly string[], flags: RenderFlags) => {
        const { renderCommand } = await import("../commands/render.ts");
        done(await renderCommand(directories, flags, io));
      },
    );
  },
};
