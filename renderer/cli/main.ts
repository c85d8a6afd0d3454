#!/usr/bin/env node
// What `gitops` starts: the script of the package where there is one, else the modules that it is made of.
import { join } from "node:path";
import { openScript, runScript } from "./code-cache.ts";

// Names of the scripts, which the build sets: one with all commands, and one with `render` alone, which is run most.
declare const commandScript: string | undefined;
declare const renderScript: string;

type Command = typeof import("./run-process.ts");

async function load(): Promise<Command> {
  if (typeof commandScript === "undefined") return import("./run-process.ts");
  const path = join(import.meta.dirname, process.argv[2] === "render" ? renderScript : commandScript);
  return runScript<Command>(openScript(path), path);
}

void load().then(({ runProcess }) => runProcess());
