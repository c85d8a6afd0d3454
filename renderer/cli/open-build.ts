// Chooses how directories are built. What emulates the controllers is loaded only where it is asked for.
import type { Controller } from "../controllers/controller.ts";
import type { BuildContext } from "../load/context.ts";
import type { FileCache } from "../load/file-cache.ts";
import { render } from "../render.ts";
import type { Resource } from "../resource/resource.ts";
import type { ControllerFlags } from "./controller-options.ts";
import type { Io } from "./io.ts";

/** What the builds of one run share. */
export interface ControllerRun {
  readonly flags: ControllerFlags;
  readonly files: FileCache;
  readonly io: Io;
}

/** Builds what an argument names; a directory is an absolute path. */
export type BuildTarget = (target: string, context: BuildContext) => readonly Resource[];

export async function openBuild(controller: Controller, run: ControllerRun): Promise<BuildTarget> {
  if (controller === "kustomize") return render;
  const { buildAs } = await import("./controller-build.ts");
  return (target, context) => buildAs(controller, target, run, context);
}
