// The command line: what there is, and what each part is for. A command's module is loaded when the command runs, so
// that none waits for what another needs.
import { Command, CommanderError, Help, InvalidArgumentError, Option } from "commander";
import type { ExplainFlags } from "./commands/explain.ts";
import type { ExplainRuleFlags } from "./commands/explain-rule.ts";
import type { PatchesFlags } from "./commands/patches.ts";
import type { PatchesReportFlags } from "./commands/patches-report.ts";
import type { RenderFlags } from "./commands/render.ts";
import type { TypesFlags } from "./commands/types.ts";
import type { ValidateFlags } from "./commands/validate.ts";
import type { VendorFlags } from "./commands/vendor.ts";
import { withControllerOptions } from "./controller-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { withExternalOptions } from "./external-options.ts";
import type { Io } from "./io.ts";
import { reportFormats } from "./report.ts";
import { validationFormats } from "./validate/formats.ts";
import { packageVersion } from "./version.ts";

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

  const render = program
    .command("render")
    .summary("print the objects of one or more directories")
    .description("Prints what `kustomize build` prints for the directories (default: the current one).")
    .argument("[directories...]", "directories with a kustomization file")
    .option(
      "-o, --output <path>",
      "write to a file, or one object a file to a directory (existing, or ending in /)",
    )
    .option("--check", "build and report, but print no objects")
    .option("--watch", "build again when files change, until interrupted")
    .option("--parity", "say where kustomize, Argo CD and Flux build something else; exit 1 where they do");
  withControllerOptions(withBuildOptions(render)).action(
    async (directories: readonly string[], flags: RenderFlags) => {
      const { renderCommand } = await import("./commands/render.ts");
      exit = await renderCommand(directories, flags, io);
    },
  );

  const explain = program
    .command("explain")
    .summary("say where a value of the output comes from, or what a rule is about")
    .description(
      "Shows every layer that set a value: file, line, and what it replaced. With --rule, explains a rule instead.",
    )
    .argument("[directory]", "directory with a kustomization file")
    .argument("[object]", "Kind/name, or Kind/name.namespace where several match")
    .argument("[field]", "path such as spec.replicas or spec.template.spec.containers[name=emqx]")
    .option(
      "--rule [code]",
      "explain this rule, or the rules of this area; without a code, list all of them",
    );
  withControllerOptions(withBuildOptions(explain, explainFormats)).action(
    async (
      directory: string | undefined,
      object: string | undefined,
      field: string | undefined,
      flags: ExplainFlags & Partial<ExplainRuleFlags>,
      command: Command,
    ) => {
      if (flags.rule !== undefined) {
        const { explainRuleCommand } = await import("./commands/explain-rule.ts");
        exit = explainRuleCommand({ ...flags, rule: flags.rule }, io);
      } else if (directory === undefined || object === undefined) {
        command.error("error: name a directory and an object, or a rule with --rule");
      } else {
        const { explainCommand } = await import("./commands/explain.ts");
        exit = await explainCommand(directory, object, field, flags, io);
      }
    },
  );

  const validate = program
    .command("validate")
    .summary("find what would fail or hurt in the cluster")
    .description("Renders the overlays and reports everything that is wrong, at the line that caused it.")
    .argument("[directories...]", "overlays (default: all that are found)")
    .option("--report <format=file>", "write the report into a file, too (repeatable)", repeated, [])
    .addOption(
      new Option("--fail-on <severity>", "the least severity that fails the command")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .option("--policy <file>", "a policy that comes after those of the tree (repeatable)", repeated, [])
    .option("--kubernetes-version <version>", "the cluster's version instead of the policy's: 1.36")
    .option(
      "--schema <file>",
      "what the cluster says of its kinds: kubectl get --raw /openapi/v2 (repeatable)",
      repeated,
      [],
    )
    .option("--baseline <report or commit>", "report only what was not wrong there")
    .option(
      "--allow-custom-rules",
      "run the TypeScript files that policies name as rules; only for trees you trust",
      false,
    )
    .option("--watch", "validate again when something changes, until interrupted", false)
    .option("--fix", "edit the sources where a finding brings its edit, and report what is left", false)
    .option("--rule <code>", "run only this rule, or the rules of this area (repeatable)", repeated, []);
  withBuildOptions(validate, validationFormats).action(
    async (directories: readonly string[], flags: ValidateFlags) => {
      const { validateCommand } = await import("./commands/validate.ts");
      exit = await validateCommand(directories, flags, io);
    },
  );

  program
    .command("vendor")
    .summary("pin what a tree takes from elsewhere")
    .description(
      "Finds every remote base and file of the kustomizations below a directory and writes gitops.lock there.",
    )
    .argument("[directories...]", "directories of kustomizations (default: the current one)")
    .option("--check", "write nothing, and fail when a lock file is not what would be written", false)
    .option("--prune <days>", "only remove from the cache what no build has used for so many days")
    .addOption(
      new Option("--format <format>", "how problems are reported").choices(reportFormats).default("text"),
    )
    .action(async (directories: readonly string[], flags: VendorFlags) => {
      const { vendorCommand } = await import("./commands/vendor.ts");
      exit = vendorCommand(directories, flags, io);
    });

  const patches = program
    .command("patches")
    .summary("write, check and look through patches")
    .description("Typed patches: TypeScript that is committed as plain YAML.");
  const withPatchOptions = (command: Command): Command =>
    withBuildOptions(command)
      .argument("[paths...]", "directories with patches, or patch modules (default: the current directory)")
      .addOption(
        new Option("--time-limit <seconds>", "how long a module may take").argParser(toSeconds).default(5),
      );

  withPatchOptions(patches.command("write"))
    .summary("make YAML of patch modules")
    .description("Writes <what>.yaml beside each patches/<what>.ts and lists it in the kustomization.")
    .action(async (paths: readonly string[], flags: PatchesFlags) => {
      const { patchesWriteCommand } = await import("./commands/patches.ts");
      exit = patchesWriteCommand(paths, flags, io);
    });

  withPatchOptions(patches.command("check"))
    .summary("compare YAML with patch modules, and check every patch against its targets")
    .description(
      "Fails when a file is not what its module makes, or a patch does not fit the type of its target.",
    )
    .action(async (paths: readonly string[], flags: PatchesFlags) => {
      const { patchesCheckCommand } = await import("./commands/patches.ts");
      exit = patchesCheckCommand(paths, flags, io);
    });

  withBuildOptions(patches.command("report"))
    .summary("say what every patch, image, replica count, label and replacement does")
    .description(
      "Builds directories and lists the entries of all layers: objects matched, fields changed. An entry that matches nothing is an error; one that changes nothing, or overrides another one, a warning.",
    )
    .argument("[directories...]", "directories with a kustomization file (default: the current one)")
    .action(async (directories: readonly string[], flags: PatchesReportFlags) => {
      const { patchesReportCommand } = await import("./commands/patches-report.ts");
      exit = await patchesReportCommand(directories, flags, io);
    });

  withFormat(patches.command("import"))
    .summary("make a patch module of a YAML patch")
    .argument("<file>", "a patch that a kustomization lists")
    .action(async (file: string, flags: Pick<PatchesFlags, "format">) => {
      const { patchesImportCommand } = await import("./commands/patches.ts");
      exit = patchesImportCommand(file, flags, io);
    });

  withFormat(program.command("types"))
    .summary("make types of CustomResourceDefinitions")
    .argument("<paths...>", "files, or directories that are searched for definitions")
    .option("-o, --output <file>", "write to a file instead of stdout")
    .action(async (paths: readonly string[], flags: TypesFlags) => {
      const { typesCommand } = await import("./commands/types.ts");
      exit = typesCommand(paths, flags, io);
    });

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

function toSeconds(text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds < 0.1 || seconds > 600) throw new InvalidArgumentError("It is a number from 0.1 to 600.");
  return seconds;
}

function withFormat(command: Command): Command {
  return command.addOption(
    new Option("--format <format>", "how problems are reported").choices(reportFormats).default("text"),
  );
}

// `markdown` is for rules, `tree` for objects.
const explainFormats = ["text", "json", "tree", "markdown"] as const;

const repeated = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function withBuildOptions(command: Command, formats: readonly string[] = reportFormats): Command {
  command
    .addOption(new Option("--format <format>", "how problems are reported").choices(formats).default("text"))
    // What a command has for itself comes first in its help.
    .optionsGroup("How it is built:");
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
    .addOption(
      new Option(
        "--list-merge <types>",
        "crd: merge lists of custom resources by map keys, which kustomize does not",
      )
        .choices(["kustomize", "crd"])
        .default("kustomize"),
    )
    .option("--enable-helm", "allow helmCharts, which run the helm command", false)
    .option("--enable-managedby-label", "add the label app.kubernetes.io/managed-by", false);
}
