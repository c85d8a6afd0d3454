// The command line: what there is, and what each part is for.
import { Command, CommanderError, Option } from "commander";
import { type ExplainFlags, explainCommand } from "./commands/explain.ts";
import { type RenderFlags, renderCommand } from "./commands/render.ts";
import { type VendorFlags, vendorCommand } from "./commands/vendor.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { withExternalOptions } from "./external-options.ts";
import type { Io } from "./io.ts";
import { reportFormats } from "./report.ts";

/** Runs a command line (without node and script) and says how it ended. */
export function run(args: readonly string[], io: Io): ExitCode {
  let exit: ExitCode = exitCodes.clean;
  const program = new Command("gitops")
    .description(
      "Renders, checks and explains the manifests of this repository, byte for byte as kustomize does.",
    )
    .version("0.1.0")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(run with --help for the options)");

  withBuildOptions(program.command("render"))
    .summary("print the objects of one or more directories")
    .description("Prints what `kustomize build` prints for the directories (default: the current one).")
    .argument("[directories...]", "directories with a kustomization file")
    .option(
      "-o, --output <path>",
      "write to a file, or one object a file to a directory (existing, or ending in /)",
    )
    .option("--check", "build and report, but print no objects")
    .action((directories: readonly string[], flags: RenderFlags) => {
      exit = renderCommand(directories, flags, io);
    });

  withBuildOptions(program.command("explain"))
    .summary("say where a value of the output comes from")
    .description("Shows every layer that set a value: file, line, and what it replaced.")
    .argument("<directory>", "directory with a kustomization file")
    .argument("<object>", "Kind/name, or Kind/name.namespace where several match")
    .argument("[field]", "path such as spec.replicas or spec.template.spec.containers[name=emqx].image")
    .action((directory: string, object: string, field: string | undefined, flags: ExplainFlags) => {
      exit = explainCommand(directory, object, field, flags, io);
    });

  program
    .command("vendor")
    .summary("pin what a tree takes from elsewhere")
    .description(
      "Finds every remote base and file of the kustomizations below a directory and writes gitops.lock there.",
    )
    .argument("[directories...]", "directories of kustomizations (default: the current one)")
    .option("--check", "write nothing, and fail when a lock file is not what would be written", false)
    .addOption(
      new Option("--format <format>", "how problems are reported").choices(reportFormats).default("text"),
    )
    .action((directories: readonly string[], flags: VendorFlags) => {
      exit = vendorCommand(directories, flags, io);
    });

  try {
    if (args.length === 0) program.outputHelp();
    else program.parse([...args], { from: "user" });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  }
  return exit;
}

function withBuildOptions(command: Command): Command {
  return withExternalOptions(command)
    .addOption(
      new Option("--load-restrictor <mode>", "which files a kustomization may read")
        .choices(["LoadRestrictionsRootOnly", "LoadRestrictionsNone"])
        .default("LoadRestrictionsRootOnly"),
    )
    .addOption(
      new Option("--reorder <order>", "order of the output where sortOptions does not say")
        .choices(["legacy", "none"])
        .default("legacy"),
    )
    .option("--enable-helm", "allow helmCharts, which run the helm command", false)
    .option("--enable-managedby-label", "add the label app.kubernetes.io/managed-by", false)
    .addOption(
      new Option("--format <format>", "how problems are reported").choices(reportFormats).default("text"),
    );
}
