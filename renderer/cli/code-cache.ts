// The command as one script, beside it the bytecode that V8 made of it when the package was built: to parse and compile
// it at every start would take longer than to build a small tree. V8 looks at its version and at the machine before it
// takes the bytecode, and compiles the script when they are not the same.
import { readFileSync } from "node:fs";
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
  const bytes = readFileSync(path); // as text, Node would read it in pieces of 8 kB
  return new Script(toText(bytes), {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData ? { cachedData } : {}),
  });
}

/**
 * A text of more than 1,031,912 characters Node keeps outside of V8's heap, and tells V8 how much that is. V8 then collects
 * garbage sooner: a build of 1,000 objects takes a tenth more processor time.
 */
const longestPiece = 1_000_000;

function toText(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += longestPiece)
    text += bytes.toString("latin1", at, at + longestPiece);
  return text;
}

/** Runs a script as a CommonJS module that has the `require` of another beside it, and gives its exports. */
export function runScript<Exports>(script: Script, path: string, require: NodeJS.Require): Exports {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  return module.exports as Exports;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
