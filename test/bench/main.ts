// Whole-process benchmark: this renderer against the real kustomize in the same run. Times vary by machine, so the
// result is ratios; `KUSTOMIZE` names the binary if it is not on PATH.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPeer, type Measurement, measure, median } from "./measure.ts";
import { writeCrdTree, writeObjectsTree } from "./trees.ts";

interface Row {
  readonly tree: string;
  readonly ours: Measurement;
  readonly theirs: Measurement | undefined;
}

const runs = Number(process.env["BENCH_RUNS"] ?? 5);
const cli = new URL("../../cli/main.js", import.meta.url).pathname;
const sizes = [10, 100, 500, 1000, 5000];
/** kustomize is quadratic: one run of 5,000 objects takes about a minute. */
const slowPeerObjects = 2000;

function main(): void {
  const peer = findPeer();
  const root = mkdtempSync(join(tmpdir(), "gitops-bench-"));
  const rows: Row[] = [];
  try {
    for (const size of sizes) {
      const directory = writeObjectsTree(join(root, `objects-${size}`), size);
      rows.push(compare(`${size} objects`, directory, peer, size > slowPeerObjects ? 1 : runs));
    }
    rows.push(compare("12 MB of CRDs", writeCrdTree(join(root, "crds"), 12), peer, runs));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  print(rows);
  const output = process.env["BENCH_JSON"];
  if (output) writeFileSync(output, `${JSON.stringify({ node: process.version, runs, rows }, null, 2)}\n`);
}

function compare(tree: string, directory: string, peer: string | undefined, peerRuns: number): Row {
  const ours = measure(process.execPath, [cli, "render", directory], runs);
  const theirs = peer ? measure(peer, ["build", directory], peerRuns) : undefined;
  return { tree, ours, theirs };
}

function print(rows: readonly Row[]): void {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(15) : cell.padStart(11))).join("");
  const out = [line(["tree", "wall s", "user s", "peak MB", "kustomize s", "peak MB", "faster"])];
  for (const { tree, ours, theirs } of rows) {
    const ratio = theirs ? `${(median(theirs.wallSeconds) / median(ours.wallSeconds)).toFixed(1)}x` : "-";
    out.push(
      line([
        tree,
        median(ours.wallSeconds).toFixed(3),
        median(ours.userSeconds).toFixed(3),
        median(ours.peakMegabytes).toFixed(0),
        theirs ? median(theirs.wallSeconds).toFixed(3) : "-",
        theirs ? median(theirs.peakMegabytes).toFixed(0) : "-",
        ratio,
      ]),
    );
  }
  const perObject = (size: number): number => {
    const row = rows.find(({ tree }) => tree === `${size} objects`);
    return row ? median(row.ours.wallSeconds) / size : Number.NaN;
  };
  out.push(
    `time per object at 5000 / at 500: ${(perObject(5000) / perObject(500)).toFixed(2)} (linear: at most 1.5)`,
  );
  process.stdout.write(`${out.join("\n")}\n`);
}

main();
