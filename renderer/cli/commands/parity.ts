// gitops render --parity: builds directories as every controller does and says where the builds differ. The report is the
// result, so it goes to stdout.

import { controllerNames, controllers } from "../../controllers/controller.ts";
import { type Built, compareBuilds } from "../../controllers/parity.ts";
import { Collector } from "../../diagnostics/collector.ts";
import type { FileCache } from "../../load/file-cache.ts";
import { toYaml } from "../../render.ts";
import { plural } from "../../report/summary.ts";
import { newContext, openExtraTypes, openFiles, toBuildOptions } from "../build-options.ts";
import { buildAs } from "../controller-build.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { targetOf } from "../external-options.ts";
import type { Io } from "../io.ts";
import { reportText, uniqueDiagnostics } from "../report.ts";
import type { RenderFlags } from "./render.ts";

/** Clean when the objects are the same, in whatever order; failed when nobody can build one of the directories. */
export async function parityCommand(
  directories: readonly string[],
  flags: RenderFlags,
  io: Io,
): Promise<ExitCode> {
  const files = openFiles(io);
  const extraTypes = await openExtraTypes(flags);
  const results = (directories.length > 0 ? directories : ["."]).map((directory) =>
    compareAt(directory, { files, flags, io, extraTypes }),
  );
  if (flags.format === "text") for (const { summary } of results) io.out(`${summary}\n`);
  io.out(reportText(uniqueDiagnostics(results.flatMap(({ collectors }) => collectors)), flags.format, io));
  const exits = results.map(({ exit }) => exit);
  return (
    exits.find((exit) => exit === exitCodes.failed) ??
    exits.find((exit) => exit !== exitCodes.clean) ??
    exitCodes.clean
  );
}

interface Compared {
  readonly summary: string;
  readonly collectors: readonly Collector[];
  readonly exit: ExitCode;
}

interface Run {
  readonly files: FileCache;
  readonly flags: RenderFlags;
  readonly io: Io;
  readonly extraTypes: Awaited<ReturnType<typeof openExtraTypes>>;
}

function compareAt(directory: string, { files, flags, io, extraTypes }: Run): Compared {
  const target = targetOf(directory, io);
  const runs = controllers.map((controller) => {
    const context = newContext(files, toBuildOptions(flags), target, flags, io, extraTypes());
    const { collector } = context;
    const resources = buildAs(controller, target, { flags, files, io }, context);
    if (!collector.hasErrors) toYaml(resources, context); // what cannot be printed is an error, too
    const errors = collector.sorted().filter(({ severity }) => severity === "error");
    const built: Built = { controller, resources: collector.hasErrors ? undefined : resources, errors };
    return { built, collector };
  });
  const builds = runs.map(({ built }) => built);
  const made = builds.filter(({ resources }) => resources !== undefined);
  if (made.length === 0) {
    const collectors = runs.map(({ collector }) => collector);
    return { summary: `${directory}: cannot be built`, collectors, exit: exitCodes.failed };
  }
  const comparison = new Collector();
  const same = compareBuilds(directory, builds, comparison);
  const remarks = runs.flatMap(({ built, collector }) => (built.resources ? [collector] : []));
  const count = made[0]?.resources?.length ?? 0;
  const everybody = controllers.map((controller) => controllerNames[controller]).join(", ");
  const summary = same
    ? `${directory}: the same ${plural(count, "object")} for ${everybody}`
    : `${directory}: differs`;
  return { summary, collectors: [...remarks, comparison], exit: same ? exitCodes.clean : exitCodes.findings };
}
