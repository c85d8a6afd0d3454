// The command line: what commands there are. Only the one that runs is defined whole, because that takes a while.
import { Command, CommanderError, Help, type Option } from "commander";
import type { Definition } from "./command-line/definition.ts";
import { explainDefinition } from "./command-line/explain.ts";
import { patchesDefinition } from "./command-line/patches.ts";
import { renderDefinition } from "./command-line/render.ts";
import { typesDefinition } from "./command-line/types.ts";
import { validateDefinition } from "./command-line/validate.ts";
import { vendorDefinition } from "./command-line/vendor.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { packageVersion } from "./version.ts";

const definitions: readonly Definition[] = [
  renderDefinition,
  explainDefinition,
  validateDefinition,
  vendorDefinition,
  patchesDefinition,
  typesDefinition,
];

/** Runs a command line (without node and script) and says how it ended. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.clean;
  const program = new Command("gitops")
    .description(
      "Renders, checks and explains the manifests of this repository, byte for byte as kustomize does.",
    )
    .version(packageVersion)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .configureHelp({ subcommandTerm: (command) => command.name(), optionDescription: describeOption })
    .showHelpAfterError("(run with --help for the options)");

  for (const { name, summary, define } of definitions) {
    const command = program.command(name).summary(summary);
    if (args.includes(name)) {
      define(command, io, (ended) => {
        exit = ended;
      });
    }
  }

  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: "user" });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  }
  return exit;
}

/** Off, none and empty go without saying. */
function describeOption(option: Option): string {
  return new Help().optionDescription(option).replace(/ \(default: (?:false|\[\]|"")\)$/, "");
}
