// gitops types: a module of types for CustomResourceDefinitions, so that patches of them are typed, too.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { attempt, Collector } from "../../diagnostics/collector.ts";
import { readObjects } from "../../load/objects.ts";
import { customTypesModule } from "../../patch/types/custom-module.ts";
import type { TypeTable } from "../../schema/table.ts";
import { tableOfCrd } from "../../schema/table-of-crd.ts";
import { toPlain } from "../../yaml/json.ts";
import { openFiles } from "../build-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { filesBelow } from "../files-below.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { printReport, type ReportFormat } from "../report.ts";

export interface TypesFlags {
  readonly output?: string;
  readonly format: ReportFormat;
}

export function typesCommand(paths: readonly string[], flags: TypesFlags, io: Io): ExitCode {
  const collector = new Collector();
  const tables = paths
    .flatMap((path) => filesOf(path, collector, io))
    .flatMap((file) => tablesOf(file, collector, io));
  if (tables.length === 0 && !collector.hasErrors) {
    collector.report("load/not-found", `${paths.join(", ")} has no CustomResourceDefinition with a schema`, {
      help: "apiextensions.k8s.io/v1 definitions have one for each version",
    });
  }
  if (!collector.hasErrors) {
    const text = customTypesModule(tables, collector);
    if (!flags.output) io.out(text);
    else if (!collector.hasErrors) writeOutput(resolve(io.workingDirectory, flags.output), text, collector);
  }
  printReport(collector.sorted(), flags.format, io);
  return collector.hasErrors ? exitCodes.failed : exitCodes.clean;
}

function filesOf(path: string, collector: Collector, io: Io): readonly string[] {
  const full = resolve(io.workingDirectory, path);
  if (!existsSync(full)) {
    collector.report("load/not-found", `${path} does not exist`);
    return [];
  }
  if (statSync(full).isFile()) return [full];
  return filesBelow(full, ["**/*.{yaml,yml}"], ["**/node_modules/**"]).map((name) => join(full, name));
}

function tablesOf(file: string, collector: Collector, io: Io): readonly TypeTable[] {
  const text = readFileSync(file, "utf8");
  // A directory may hold anything else, values files and templates included.
  if (!text.includes("CustomResourceDefinition")) return [];
  const source = { path: openFiles(io).display(file), text };
  const objects = attempt(() => readObjects(source, collector)) ?? [];
  return objects.flatMap((node) => tableOfCrd(toPlain(node)) ?? []);
}
