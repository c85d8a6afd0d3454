// How fast texts are read, in this process: the first time, and when V8 has seen enough of it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { parseDocuments } from "../../renderer/yaml/parse.ts";
import { median } from "./measure.ts";

export interface ReaderSpeed {
  readonly tree: string;
  /** Megabytes a second. */
  readonly cold: number;
  readonly warm: number;
}

export function measureReader(tree: string, directory: string, runs: number): ReaderSpeed {
  const texts = readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(directory, name), "utf8"));
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    for (const text of texts) parseDocuments({ path: tree, text }, new Collector());
    return (performance.now() - start) / 1000;
  });
  const [first = Number.NaN, ...rest] = seconds;
  return { tree, cold: megabytes / first, warm: megabytes / median(rest) };
}
