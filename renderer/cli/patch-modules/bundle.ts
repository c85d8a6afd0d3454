// From patch modules in TypeScript to one script each, with everything that they import in it. esbuild does it, a
// development tool of the repository; nothing runs here.
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Message, Metafile, OutputFile } from "esbuild";
import type { Collector } from "../../diagnostics/collector.ts";
import { lineStartsOf, type Place, type SourceFile } from "../../diagnostics/location.ts";
import { loadEsbuild, packageRoot } from "../esbuild.ts";

export interface PatchModule {
  /** Absolute path. */
  readonly path: string;
  readonly source: SourceFile;
}

export interface Bundle {
  readonly code: string;
  /** A source map; its paths begin at `bundleDirectory`. */
  readonly map: string;
}

export interface BundleOptions {
  readonly workingDirectory: string;
  readonly collector: Collector;
}

/** What a patch module imports. */
const authoringModule = "emqx-gitops/patch";

/** Where bundles would be if they were written; it need not exist. */
export function bundleDirectory(workingDirectory: string): string {
  return join(workingDirectory, "patch-modules");
}

/** Bundles modules; undefined when one cannot be, which is reported at its place. */
export function bundleModules(
  modules: readonly PatchModule[],
  options: BundleOptions,
): readonly Bundle[] | undefined {
  const { collector, workingDirectory } = options;
  const esbuild = loadEsbuild(workingDirectory);
  if (!esbuild) {
    collector.report("patch/module-failed", "esbuild, which reads patch modules, is not installed", {
      help: "npm install --save-dev esbuild; rendering and checking YAML needs none of it",
    });
    return undefined;
  }
  try {
    const { outputFiles = [], metafile } = esbuild.buildSync({
      entryPoints: modules.map(({ path }, i) => ({ in: path, out: String(i) })),
      absWorkingDir: workingDirectory,
      alias: { [authoringModule]: join(packageRoot(), "renderer/patch/index.ts") },
      bundle: true,
      write: false,
      metafile: true,
      outdir: bundleDirectory(workingDirectory),
      format: "iife",
      globalName: "patchModule",
      platform: "neutral",
      mainFields: ["module", "main"],
      target: "es2022",
      sourcemap: "external",
      sourcesContent: false,
      logLevel: "silent",
      tsconfigRaw: {},
      // A module that loads others while it runs would not be the same every time.
      supported: { "dynamic-import": false },
    });
    if (reportOutsiders(metafile, modules, options)) return undefined;
    const text = (end: string): string =>
      outputFiles.find(({ path }: OutputFile) => path.endsWith(end))?.text ?? "";
    return modules.map((_, i) => ({ code: text(`${sep}${i}.js`), map: text(`${sep}${i}.js.map`) }));
  } catch (thrown) {
    reportBuildErrors(thrown, modules, options);
    return undefined;
  }
}

// What an import reads ends up in a patch, or in the message about its drift: a file of the machine has no business there.
function reportOutsiders(
  { outputs }: Metafile,
  modules: readonly PatchModule[],
  { workingDirectory, collector }: BundleOptions,
): boolean {
  let found = false;
  const mayRead = readable(workingDirectory);
  for (const { entryPoint, inputs } of Object.values(outputs)) {
    const module = modules.find(({ path }) => entryPoint && path === resolve(workingDirectory, entryPoint));
    const outsider = Object.keys(inputs).find((input) => !mayRead(resolve(workingDirectory, input)));
    if (!module || !outsider) continue;
    found = true;
    reportOutsider(module, outsider, collector);
  }
  return found;
}

function reportOutsider({ source }: PatchModule, outsider: string, collector: Collector): void {
  collector.report(
    "patch/module-failed",
    `the module imports ${outsider}, which lies outside of the repository`,
    { at: { source, at: 0 }, help: "move the file into the repository" },
  );
}

function readable(workingDirectory: string): (file: string) => boolean {
  const inside = [repositoryOf(workingDirectory), join(packageRoot(), "renderer/patch")];
  return (file) =>
    file.includes(`${sep}node_modules${sep}`) || inside.some((root) => file.startsWith(root + sep));
}

function repositoryOf(workingDirectory: string): string {
  for (let directory = realpathSync(workingDirectory); ; directory = dirname(directory)) {
    if (existsSync(join(directory, ".git"))) return directory;
    if (dirname(directory) === directory) return realpathSync(workingDirectory);
  }
}

export function placeAt(source: SourceFile, line: number, column: number): Place {
  return { source, at: Math.min((lineStartsOf(source)[line] ?? 0) + column, source.text.length) };
}

function reportBuildErrors(
  thrown: unknown,
  modules: readonly PatchModule[],
  { collector, workingDirectory }: BundleOptions,
): void {
  const errors = (thrown as { readonly errors?: readonly Message[] }).errors;
  if (!errors) throw thrown;
  const mayRead = readable(workingDirectory);
  for (const { text, location } of errors) {
    const [first] = modules;
    // The message would quote it. Which module it was for is not known; a link in place of the module is one of them.
    if (first && location && !mayRead(resolve(workingDirectory, location.file))) {
      reportOutsider(first, location.file, collector);
      continue;
    }
    const module = modules.find(({ path }) => location && path === resolve(workingDirectory, location.file));
    const at = module && location ? placeAt(module.source, location.line - 1, location.column) : undefined;
    const builtIn =
      /^Could not resolve "(node:)?(fs|path|os|child_process|http|https|net|process|crypto|module|url|worker_threads|vm)(\/\w+)?"/.exec(
        text,
      );
    collector.report(
      "patch/module-failed",
      at || !location ? text : `${location.file}:${location.line}: ${text}`,
      {
        at: at ?? (modules[0] && { source: modules[0].source, at: 0 }),
        help: builtIn
          ? "a patch module is data: it cannot read files, the environment or the network"
          : undefined,
      },
    );
  }
}
