// Random trees through this renderer and the real kustomize: `npm run fuzz -- --seed 1 --count 20000`.
// It takes a quarter of an hour on two idle cores, and ends after `--time-limit` seconds in any case.
// Ends with 1 when one differs. `KUSTOMIZE` names the binary if it is not on PATH.
import { existsSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { findPeer } from "../bench/measure.ts";
import { caseText } from "./case-text.ts";
import { type Difference, type FuzzResult, fuzz } from "./fuzz.ts";
import { kustomizePeer } from "./peer.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "20000" },
    "time-limit": { type: "string", default: "3600" },
    jobs: { type: "string", default: String(availableParallelism()) },
    "most-differences": { type: "string", default: "5" },
    "shrink-tries": { type: "string", default: "600" },
  },
});

async function main(): Promise<number> {
  const binary = findPeer();
  if (!binary) {
    process.stderr.write("nothing was compared: there is no kustomize on PATH, and KUSTOMIZE names none\n");
    return 0;
  }
  const result = await fuzz({
    newPeer: (directory) => kustomizePeer(binary, directory),
    seed: Number(values.seed),
    count: Number(values.count),
    timeLimitSeconds: Number(values["time-limit"]),
    jobs: Number(values.jobs),
    mostDifferences: Number(values["most-differences"]),
    shrinkTries: Number(values["shrink-tries"]),
    scratch: existsSync("/dev/shm") ? "/dev/shm" : tmpdir(),
    onDifference: print,
    onProgress: (total) => process.stderr.write(`${summary(total)}\n`),
  });
  process.stdout.write(`${summary(result)}\n`);
  return result.differences.length > 0 ? 1 : 0;
}

function print({ seed, tree, comparison }: Difference): void {
  const { ours, theirs, difference } = comparison;
  const say = (outcome: typeof ours): string =>
    outcome.kind === "printed" ? outcome.yaml : `(${outcome.kind}) ${outcome.why}\n`;
  process.stdout.write(
    `##### seed ${seed}: ${difference}\n${caseText(`seed ${seed}`, tree, say(theirs))}<<< ours\n${say(ours)}\n`,
  );
}

function summary({ compared, printed, refused, unstable, differences }: FuzzResult): string {
  return `${compared} trees: ${printed} printed the same, ${refused} refused by both, ${unstable} without a steady answer, ${differences.length} different`;
}

process.exitCode = await main();
