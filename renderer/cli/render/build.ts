// One directory, built for the command.
import { relative } from "node:path";
import type { BuildContext } from "../../load/context.ts";
import type { FileCache } from "../../load/file-cache.ts";
import { toYaml } from "../../render.ts";
import type { Resource } from "../../resource/resource.ts";
import { type BuildFlags, newContext, openExtraTypes, toBuildOptions } from "../build-options.ts";
import type { ResultCache } from "../cache/result-cache.ts";
import type { ControllerFlags } from "../controller-options.ts";
import { targetOf } from "../external-options.ts";
import type { Io } from "../io.ts";
import { openBuild } from "../open-build.ts";

export interface Build {
  /** As it was named. */
  readonly directory: string;
  readonly resources: readonly Resource[];
  readonly context: BuildContext;
  /** Empty when there were errors. */
  readonly yaml: string;
}

export interface SharedWork {
  /** Where finished builds are kept. */
  readonly cache?: ResultCache | undefined;
  /** Whether bases are kept for the next builds. */
  readonly sharesBases: boolean;
}

/** Prepares builds that share their files. */
export async function openBuilder(
  files: FileCache,
  flags: BuildFlags & ControllerFlags,
  io: Io,
  { cache, sharesBases }: SharedWork,
): Promise<(directory: string) => Build> {
  const options = toBuildOptions(flags);
  const extraTypes = await openExtraTypes(flags);
  const build = await openBuild(flags.as, { flags, files, io });
  return (directory) => {
    const target = targetOf(directory, io);
    const context = { ...newContext(files, options, target, flags, io, extraTypes()), sharesBases };
    const name = relative(io.workingDirectory, target);
    const known = cache?.find(name);
    if (known !== undefined) return { directory, resources: [], context, yaml: known };
    if (cache) files.takeUses();
    const resources = build(target, context);
    const yaml = context.collector.hasErrors ? "" : toYaml(resources, context);
    if (cache && isRepeatable(context)) cache.add(name, yaml, files.takeUses());
    return { directory, resources, context, yaml };
  };
}

/** Whether a build depends on files alone and has nothing to report: only such builds can be kept. */
function isRepeatable({ collector, external }: BuildContext): boolean {
  return collector.sorted().length === 0 && !external?.remote.wasAsked();
}
