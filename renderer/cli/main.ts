#!/usr/bin/env node
// What `gitops` starts: the script of the package where there is one, else the modules that it is made of.
import { join } from "node:path";
import { openScript, runScript } from "./code-cache.ts";

/** Name of the script, which the build sets. */
declare const commandScript: string | undefined;

type Command = typeof import("./run-process.ts");

async function load(): Promise<Command> {
  if (typeof commandScript === "undefined") return import("./run-process.ts");
  const path = join(import.meta.dirname, commandScript);
  return runScript<Command>(openScript(path), path);
}

void load().then(({ runProcess }) => runProcess());
