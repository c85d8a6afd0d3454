// What `gitops validate` may be told.
import { Option } from "commander";
import type { ValidateFlags } from "../commands/validate.ts";
import { validationFormats } from "../validate/formats.ts";
import type { Definition } from "./definition.ts";
import { repeated, withBuildOptions } from "./options.ts";

export const validateDefinition: Definition = {
  name: "validate",
  summary: "find what would fail or hurt in the cluster",
  define(command, io, done) {
    command
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
    withBuildOptions(command, validationFormats).action(
      async (directories: readonly string[], flags: ValidateFlags) => {
        const { validateCommand } = await import("../commands/validate.ts");
        done(await validateCommand(directories, flags, io));
      },
    );
  },
};
