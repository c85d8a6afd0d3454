// Options that several commands have.
import { type Command, Option } from "commander";
import { withExternalOptions } from "../external-options.ts";
import { reportFormats } from "../report.ts";

/** For options that may be given more than once. */
export const repeated = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export function withFormat(command: Command): Command {
  return command.addOption(
    new Option("--format <format>", "how problems are reported").choices(reportFormats).default("text"),
  );
}

export function withBuildOptions(command: Command, formats: readonly string[] = reportFormats): Command {
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
