// The flags of a build as a controller does it: --as, and where its object, its repository and its values are.
import { type Command, Option } from "commander";
import { type Controller, controllers } from "../controllers/controller.ts";

export interface ControllerFlags {
  readonly as: Controller;
  readonly repoRoot?: string;
  readonly argocdApplication?: string;
  readonly appRevision?: string;
  readonly fluxKustomization?: string;
  readonly substituteValues?: string;
}

export function withControllerOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--as <controller>", "build as this controller does")
        .choices(controllers)
        .default("kustomize"),
    )
    .option("--repo-root <path>", "root of the repository that controllers read (default: where .git is)")
    .option(
      "--argocd-application <file[#name]>",
      "the Application of a directory (default: the one in the repository that has its path)",
    )
    .option(
      "--app-revision <commit>",
      "the commit that Argo CD builds, where an override names ARGOCD_APP_REVISION",
    )
    .option(
      "--flux-kustomization <file[#name]>",
      "the Kustomization of a directory (default: the one in the repository that has its path)",
    )
    .option(
      "--substitute-values <file>",
      "YAML with the ConfigMaps and Secrets, or a map of the variables, that Flux substitutes from",
    )
    .hook("preAction", (_, running) => refuseUnused(running));
}

/** Which controllers read a flag; with --parity all of them build. */
const readBy: Readonly<Record<string, readonly Controller[]>> = {
  "--repo-root": ["argocd", "flux"],
  "--argocd-application": ["argocd"],
  "--app-revision": ["argocd"],
  "--flux-kustomization": ["flux"],
  "--substitute-values": ["flux"],
};

// A flag that nobody reads would leave out what was asked for without a word.
function refuseUnused(command: Command): void {
  const { as, parity } = command.opts<{ as: Controller; parity?: true }>();
  if (parity) return;
  for (const option of command.options) {
    const readers = readBy[option.long ?? ""];
    if (!readers || readers.includes(as)) continue;
    if (command.getOptionValue(option.attributeName()) === undefined) continue;
    command.error(`error: ${option.long} is for --as ${readers.join(" or --as ")}`);
  }
}
