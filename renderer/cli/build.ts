// Makes `dist/cli`: the command as one script, another with `render` alone, the bytecode of both, and main.js, which
// starts one of them. All of it is CommonJS, because Node takes longer to start a module.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { build, buildSync, type Plugin } from "esbuild";
import { plainStyle } from "../report/style.ts";
import { codeCachePath, openScript, runScript, wrapper } from "./code-cache.ts";

const root = join(import.meta.dirname, "../../..");
const target = join(root, "dist/cli");

const common = {
  absWorkingDir: root,
  bundle: true,
  outdir: target,
  format: "cjs",
  platform: "node",
  target: "node20.19",
  charset: "ascii", // the scripts are read as Latin-1, which takes less time than UTF-8
  legalComments: "none",
  minify: true, // names, too: V8 looks up each one that the bytecode has
  logLevel: "warning",
} as const;

const inCommonJs = { "import.meta.filename": "__filename", "import.meta.dirname": "__dirname" };

async function main(): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const all = await bundleCommand("gitops", [], [loadLater, onDemandInside]);
  const render = await bundleCommand("gitops-render", otherCommands(), [loadLater]);
  buildSync({
    ...common,
    entryPoints: ["renderer/cli/main.ts"],
    define: {
      commandScript: JSON.stringify(basename(all)),
      renderScript: JSON.stringify(basename(render)),
      ...inCommonJs,
    },
  });
  writeFileSync(join(target, "package.json"), '{ "type": "commonjs" }\n');
  writeFileSync(codeCachePath(all), await bytecodeOf(all, ["render", "validate"]));
  writeFileSync(codeCachePath(render), await bytecodeOf(render, ["render"]));
}

/** What the command line loads for other commands than render. */
function otherCommands(): readonly string[] {
  const commands = readdirSync(join(root, "renderer/cli/commands"));
  return commands.filter((name) => !name.startsWith("render")).map((name) => `../commands/${name}`);
}

/** Modules of Node that most runs never use: each is loaded when something of it is asked for. */
const usedLater = ["child_process", "os"];

const loadLater: Plugin = {
  name: "load-later",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${usedLater.join("|")})$`) }, ({ path, namespace }) =>
      namespace === "later" ? undefined : { path: path.replace("node:", ""), namespace: "later" },
    );
    onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => {
      const names = Object.keys(createRequire(import.meta.filename)(path));
      return {
        contents: `
          for (const name of ${JSON.stringify(names)})
            Object.defineProperty(exports, name, { enumerable: true, get: () => require("node:${path}")[name] });`,
      };
    });
  },
};

/** What validations load on demand is part of the script of all commands, so that there is bytecode of it. */
const packagesInside = ["re2js", "@marcbachmann/cel-js"];

const onDemandInside: Plugin = {
  name: "on-demand-inside",
  setup({ onLoad }) {
    const names = packagesInside.map((name) => JSON.stringify(name));
    onLoad({ filter: /[\\/]text[\\/]on-demand\.ts$/ }, () => ({
      resolveDir: root,
      contents: `
        const inside = { ${names.map((name) => `${name}: () => require(${name})`)} };
        export function onDemand(name) {
          let loaded;
          return () => (loaded ??= Object.hasOwn(inside, name) ? inside[name]() : require("node:module").createRequire(__filename)(name));
        }`,
    }));
  },
};

/** The name has a hash of the content, so that bytecode never meets a script that it was not made of. */
async function bundleCommand(
  name: string,
  leftOut: readonly string[],
  plugins: readonly Plugin[],
): Promise<string> {
  const { metafile } = await build({
    ...common,
    entryPoints: ["renderer/cli/run-process.ts"],
    entryNames: `${name}-[hash]`,
    external: [...leftOut],
    define: inCommonJs,
    banner: { js: wrapper.start },
    footer: { js: wrapper.end },
    metafile: true,
    plugins: [...plugins],
  });
  const [made] = Object.keys(metafile.outputs);
  return join(root, made ?? "");
}

/** V8 compiles a function when it is first called; so the bytecode is taken after commands about this repository's tree. */
async function bytecodeOf(path: string, commands: readonly string[]): Promise<Buffer> {
  const script = openScript(path);
  const { run } = runScript<typeof import("./run-process.ts")>(script, path, createRequire(path));
  const quiet = { workingDirectory: root, out: () => undefined, err: () => undefined, style: plainStyle };
  for (const command of commands) {
    for (const overlay of ["overlays/dev", "overlays/prod"]) {
      const exit = await run([command, overlay], quiet);
      if (exit !== 0) throw new Error(`${dirname(path)}: the command cannot ${command} ${overlay}`);
    }
  }
  return script.createCachedData();
}

await main();
