// The command as one script, beside it the bytecode that V8 made of it when the package was built: to parse and compile
// it at every start would take longer than to build a small tree. V8 looks at its version and at the machine before it
// takes the bytecode, and compiles the script when they are not the same.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { constants, Script } from "node:vm";

/** What Node puts around a CommonJS module. It is in the file, because to add it to 1 MB of text takes a while. */
export const wrapper = {
  start: "(function (exports, require, module, __filename, __dirname) { ",
  end: "})",
} as const;

/** Where the bytecode of a script lies. */
export function codeCachePath(scriptPath: string): string {
  return `${scriptPath}.cache`;
}

/** A script with its bytecode, if there is any. */
export function openScript(path: string): Script {
  const cachedData = readIfThere(codeCachePath(path));
  const source = readFileSync(path).toString("latin1"); // as text, Node would read it in pieces of 8 kB
  return new Script(source, {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData ? { cachedData } : {}),
  });
}

/** Runs a script as a CommonJS module and gives its exports. */
export function runScript<Exports>(script: Script, path: string): Exports {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports as Exports;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
