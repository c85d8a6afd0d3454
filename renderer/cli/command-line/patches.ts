// What `gitops patches` and its commands may be told.
import { type Command, InvalidArgumentError, Option } from "commander";
import type { PatchesFlags } from "../commands/patches.ts";
import type { PatchesReportFlags } from "../commands/patches-report.ts";
import type { Definition } from "./definition.ts";
import { withBuildOptions, withFormat } from "./options.ts";

export const patchesDefinition: Definition = {
  name: "patches",
  summary: "write, check and look through patches",
  define(command, io, done) {
    command.description("Typed patches: TypeScript that is committed as plain YAML.");
    withPatchOptions(command.command("write"))
      .summary("make YAML of patch modules")
      .description("Writes <what>.yaml beside each patches/<what>.ts and lists it in the kustomization.")
      .action(async (paths: readonly string[], flags: PatchesFlags) => {
        const { patchesWriteCommand } = await import("../commands/patches.ts");
        done(patchesWriteCommand(paths, flags, io));
      });

    withPatchOptions(command.command("check"))
      .summary("compare YAML with patch modules, and check every patch against its targets")
      .description(
        "Fails when a file is not what its module makes, or a patch does not fit the type of its target.",
      )
      .action(async (paths: readonly string[], flags: PatchesFlags) => {
        const { patchesCheckCommand } = await import("../commands/patches.ts");
        done(patchesCheckCommand(paths, flags, io));
      });

    withBuildOptions(command.command("report"))
      .summary("say what every patch, image, replica count, label and replacement does")
      .description(
        "Builds directories and lists the entries of all layers: objects matched, fields changed. An entry that matches nothing is an error; one that changes nothing, or overrides another one, a warning.",
      )
      .argument("[directories...]", "directories with a kustomization file (default: the current one)")
      .action(async (directories: readonly string[], flags: PatchesReportFlags) => {
        const { patchesReportCommand } = await import("../commands/patches-report.ts");
        done(await patchesReportCommand(directories, flags, io));
      });

    withFormat(command.command("import"))
      .summary("make a patch module of a YAML patch")
      .argument("<file>", "a patch that a kustomization lists")
      .action(async (file: string, flags: Pick<PatchesFlags, "format">) => {
        const { patchesImportCommand } = await import("../commands/patches.ts");
        done(patchesImportCommand(file, flags, io));
      });
  },
};

function withPatchOptions(command: Command): Command {
  return withBuildOptions(command)
    .argument("[paths...]", "directories with patches, or patch modules (default: the current directory)")
    .addOption(
      new Option("--time-limit <seconds>", "how long a module may take").argParser(toSeconds).default(5),
    );
}

function toSeconds(text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds < 0.1 || seconds > 600) throw new InvalidArgumentError("It is a number from 0.1 to 600.");
  return seconds;
}
