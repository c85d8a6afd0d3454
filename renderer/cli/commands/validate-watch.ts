// gitops validate --watch: validates again when something changes that the overlays are made of, until it is interrupted.
import { isUsed } from "../../load/uses.ts";
import { plural } from "../../report/summary.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { KeptOverlays } from "../validate/kept-overlays.ts";
import { type TreeResult, type ValidateTreeOptions, validateTree } from "../validate/validate-tree.ts";
import { openChanges } from "../watch/changes.ts";

/** @param conclude  reports a result */
export async function watchValidation(
  options: ValidateTreeOptions,
  conclude: (result: TreeResult) => ExitCode,
): Promise<ExitCode> {
  const { io } = options;
  const changes = openChanges();
  io.onInterrupt?.(() => changes.stop());
  let { files } = options;
  // The files of rules in TypeScript, and what those read, are not known.
  const overlays = options.flags.allowCustomRules ? undefined : new KeptOverlays();
  let changed: ReadonlySet<string> | undefined = new Set();
  for (;;) {
    const since = new Date();
    const start = performance.now();
    const result = await validateTree({
      ...options,
      files,
      ...(overlays ? { kept: { overlays, changed } } : {}),
    });
    const uses = files.takeUses();
    const took = (performance.now() - start).toFixed(0);
    changes.follow([uses], since);
    if (await changes.hold()) {
      conclude(result);
      io.err(`${plural(result.overlays.length, "overlay")}, ${took} ms; waiting for changes\n`);
    }
    changed = await changes.next();
    while (changed && ![...changed].some((path) => isUsed(uses, path))) changed = await changes.next();
    if (!changed) return exitCodes.clean;
    files = files.without(changed);
  }
}
