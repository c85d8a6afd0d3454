// Benchmarks: this renderer against the real kustomize in the same run. Times vary by machine, so the result is ratios.
//
//   npm run bench -- [--quick] [--runs N] [--json FILE] [--check]
//
// KUSTOMIZE, KUBECONFORM and KUBE_LINTER name the peers that are not on PATH.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeApplicationTree } from "./application.ts";
import { budgets, floors, mostStart } from "./floors.ts";
import { type Command, findPeer, findProgram, type Measurement, measureInTurns } from "./measure.ts";
import { writeCommandWithout } from "./provenance.ts";
import { measureReader, type ReaderSpeed } from "./reader.ts";
import { writeCrdTree, writeObjectsTree, writeOverlays, writePatchedCrdTree } from "./trees.ts";
import { measureWatch } from "./watch.ts";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    runs: { type: "string", default: "5" },
    json: { type: "string" },
    check: { type: "boolean", default: false },
  },
});

const runs = Math.max(1, Number(options.runs));
const cli = new URL("../../cli/main.js", import.meta.url).pathname;
const repository = new URL("../../..", import.meta.url).pathname;
/** kustomize is quadratic: one run of 5,000 objects takes more than a minute. */
const slowPeerObjects = 2000;

interface Row {
  readonly name: string;
  readonly ours: Measurement;
  readonly theirs?: Measurement;
  /** How many times longer the peer takes. */
  readonly ratio?: number;
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "gitops-bench-"));
  try {
    const start = measureStart(root);
    const watched = await measureWatch(cli, repository, join(root, "watched"), Math.max(runs, 7));
    const rows: readonly Row[] = [
      ...commandRows(root, findPeer()),
      ...validatorRows(root),
      ...provenanceRows(root),
      ...watched,
    ];
    const reader = readerSpeeds(root);
    print(rows, reader, start);
    const result = { node: process.version, runs, start, rows, reader };
    if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
    if (options.check) check(rows, start);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const gitops = (...args: readonly string[]): Command => ({ program: process.execPath, args: [cli, ...args] });

/** How long a tiny build takes, and Node itself. */
interface Start {
  readonly nodeMs: number;
  readonly oursMs: number;
}

function measureStart(root: string): Start {
  const tiny = writeObjectsTree(join(root, "tiny"), 3);
  const empty: Command = { program: process.execPath, args: ["-e", "0"] };
  const [node, ours] = measureInTurns([empty, gitops("render", tiny)], Math.max(runs, 11));
  const startMs = (of: Measurement | undefined): number => (of?.wallSeconds ?? Number.NaN) * 1000;
  return { nodeMs: startMs(node), oursMs: startMs(ours) };
}

/** The build then prints where each object is from, and what changed it. */
const buildMetadata = "buildMetadata: [originAnnotations, transformerAnnotations]\n";

function commandRows(root: string, peer: string | undefined): readonly Row[] {
  const build = (directory: string, peerRuns = runs): Command | undefined =>
    peer ? { program: peer, args: ["build", directory], runs: peerRuns } : undefined;
  const objects = [10, 100, 500, 1000, 5000, 50_000].flatMap((size): Row[] => {
    if (options.quick && size > slowPeerObjects) return [];
    const directory = writeObjectsTree(join(root, `objects-${size}`), size);
    const theirs = size > 5000 ? undefined : build(directory, size > slowPeerObjects ? 1 : runs);
    return [compare(`${size} objects`, gitops("render", directory), theirs)];
  });
  const traced = writeObjectsTree(join(root, "traced"), 1000, buildMetadata);
  const application = writeApplicationTree(join(root, "application"));
  const crds = writeCrdTree(join(root, "crds"), 12);
  const patched = writePatchedCrdTree(join(root, "patched"), 12);
  const overlays = writeOverlays(join(root, "overlays"), 20);
  const all: Command | undefined =
    peer === undefined
      ? undefined
      : {
          program: "/bin/sh",
          args: ["-c", 'for d in "$@"; do "$0" build "$d" || exit 1; done', peer, ...overlays],
        };
  const validated = [1000, 5000].flatMap((size): Row[] => {
    if (options.quick && size > slowPeerObjects) return [];
    const directory = join(root, `objects-${size}`, "overlay");
    return [compare(`validate ${size} objects`, gitops("validate", directory), undefined)];
  });
  const base = join(root, "objects-1000", "overlay");
  const cached = gitops("validate", base, "--cache", join(root, "cache"));
  return [
    ...objects,
    ...validated,
    compare("validate 1000 objects again, with --cache", cached, undefined),
    compare("1000 objects with their origins", gitops("render", traced), build(traced)),
    compare("an application of 97 objects", gitops("render", application), build(application)),
    compare("12 MB of CRDs", gitops("render", crds), build(crds)),
    compare("JSON patches on 12 MB of CRDs", gitops("render", patched), build(patched)),
    compare("20 overlays of a base", gitops("render", ...overlays), all),
  ];
}

/** Ours is the command as it is, theirs the same without what it keeps: the ratio is below 1. */
function provenanceRows(root: string): readonly Row[] {
  const without = writeCommandWithout(join(root, "without-provenance"), repository);
  const command = (path: string, directory: string): Command => ({
    program: process.execPath,
    args: [path, "render", directory],
  });
  const rows = [1000, 5000].map((size): Row => {
    const directory = writeObjectsTree(join(root, `plain-${size}`), size);
    const [ours, theirs] = [cli, without].map((path) => command(path, directory));
    if (!ours || !theirs || outputOf(ours) !== outputOf(theirs))
      throw new Error("the bytes are not the same");
    return byCpu(compare(`${size} objects, without provenance`, ours, theirs, Math.max(runs, 7)));
  });
  const plain = join(root, "plain-1000", "overlay");
  const traced = writeObjectsTree(join(root, "annotated"), 1000, "buildMetadata: [originAnnotations]\n");
  const [ours, theirs] = [traced, plain].map((directory) => gitops("render", directory));
  if (!ours || !theirs) return rows;
  return [
    ...rows,
    byCpu(compare("1000 objects, without originAnnotations", ours, theirs, Math.max(runs, 7))),
  ];
}

/** Differences of a few per cent drown in the wall time of a busy machine. */
function byCpu(row: Row): Row {
  const { ours, theirs } = row;
  const ratio = (theirs?.cpuSeconds ?? Number.NaN) / ours.cpuSeconds;
  return Number.isNaN(ratio) ? row : { ...row, ratio };
}

function outputOf({ program, args }: Command): string {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** Checks of 500 objects, against programs that check what kustomize made of them. */
function validatorRows(root: string): readonly Row[] {
  const directory = writeObjectsTree(join(root, "validated"), 500);
  const rendered = join(root, "validated.yaml");
  const kubeconform = findProgram("kubeconform");
  const kubeLinter = findProgram("kube-linter");
  if (!kubeconform && !kubeLinter) return [];
  execFileSync(process.execPath, [cli, "render", directory, "-o", rendered]);
  const ours = gitops("validate", directory, "--fail-on", "error");
  return [
    ...(kubeconform
      ? [
          compare("validate, kubeconform", ours, {
            program: kubeconform,
            args: ["-ignore-missing-schemas", rendered],
          }),
        ]
      : []),
    ...(kubeLinter
      ? [
          compare("validate, kube-linter", ours, {
            program: "/bin/sh",
            args: ["-c", '"$0" lint "$1"; test $? -le 1', kubeLinter, rendered], // 1: it has something to say
          }),
        ]
      : []),
  ];
}

function compare(name: string, command: Command, peer: Command | undefined, most = runs): Row {
  const [ours, theirs] = measureInTurns(peer ? [command, peer] : [command], most);
  if (!ours) throw new Error(`${name} was not measured`);
  return theirs ? { name, ours, theirs, ratio: theirs.wallSeconds / ours.wallSeconds } : { name, ours };
}

function readerSpeeds(root: string): readonly ReaderSpeed[] {
  return [
    measureReader("12 MB of CRDs", join(root, "crds/crds"), runs + 1),
    measureReader("1000 objects", join(root, "objects-1000/base"), 4 * runs),
  ];
}

function print(rows: readonly Row[], reader: readonly ReaderSpeed[], { nodeMs, oursMs }: Start): void {
  const lines = [
    "| what | s | CPU s | MB | peer s | peer MB | faster |",
    "|---|--:|--:|--:|--:|--:|--:|",
    ...rows.map(({ name, ours, theirs, ratio }) => {
      const own = [ours.wallSeconds.toFixed(3), shown(ours.cpuSeconds, 2), ours.peakMegabytes.toFixed(0)];
      const other = theirs ? [theirs.wallSeconds.toFixed(3), theirs.peakMegabytes.toFixed(0)] : ["-", "-"];
      return `| ${[name, ...own, ...other, ratio === undefined ? "-" : `${ratio.toFixed(1)}x`].join(" | ")} |`;
    }),
    "",
    `A tiny build takes ${(oursMs - nodeMs).toFixed(0)} ms longer than the ${nodeMs.toFixed(0)} ms of \`node -e 0\`.`,
    ...reader.map(
      ({ tree, cold, warm }) =>
        `${tree} are read at ${cold.toFixed(0)} MB/s, later at ${warm.toFixed(0)} MB/s.`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function shown(value: number, digits: number): string {
  return Number.isNaN(value) ? "-" : value.toFixed(digits);
}

function check(rows: readonly Row[], { nodeMs, oursMs }: Start): void {
  const lost = rows.flatMap(({ name, ratio }) => {
    const floor = floors[name];
    if (floor === undefined || ratio === undefined || ratio >= floor) return [];
    return [`${name}: ${ratio.toFixed(1)}x, and should be ${floor}x`];
  });
  for (const { name, ours } of rows) {
    const { seconds = Number.POSITIVE_INFINITY, megabytes = Number.POSITIVE_INFINITY } = budgets[name] ?? {};
    if (ours.wallSeconds > seconds)
      lost.push(`${name}: ${ours.wallSeconds.toFixed(1)} s, and should be ${seconds} s`);
    if (ours.peakMegabytes > megabytes)
      lost.push(`${name}: ${ours.peakMegabytes.toFixed(0)} MB, and should be ${megabytes} MB`);
  }
  const start = oursMs / nodeMs;
  if (start > mostStart) lost.push(`start: ${start.toFixed(2)} times node -e 0, and should be ${mostStart}`);
  for (const line of lost) process.stderr.write(`${line}\n`);
  if (lost.length > 0) process.exitCode = 1;
}

await main();
