#!/usr/bin/env node
// What `gitops` starts: the script of the package where there is one, else the modules that it is made of. To look for a
// defect it is the modules, too, because only they have the names and lines of the source.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openScript, runScript } from "./code-cache.ts";

// Names of the scripts, which the build sets: one with all commands, and one with `render` alone, which is run most.
declare const commandScript: string | undefined;
declare const renderScript: string;
declare const require: NodeJS.Require; // where the build has made one file of this

type Command = typeof import("./run-process.ts");

async function load(): Promise<Command> {
  if (typeof commandScript === "undefined") return import("./run-process.ts");
  if (process.env["GITOPS_DEBUG"]) return importModules();
  const path = join(import.meta.dirname, process.argv[2] === "render" ? renderScript : commandScript);
  return runScript<Command>(openScript(path), path, require);
}

function importModules(): Promise<Command> {
  const path = join(import.meta.dirname, "../renderer/cli/run-process.js");
  return import(pathToFileURL(path).href);
}

void load().then(({ runProcess }) => runProcess());
