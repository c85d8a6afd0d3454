// Random trees through both renderers, several at a time.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildOurs, type Comparison, compare, type Outcome } from "./compare.ts";
import { generateTree, type Tree } from "./generate/tree.ts";
import type { Peer } from "./peer.ts";
import { shrink } from "./shrink.ts";

export interface FuzzOptions {
  /** Makes the renderer to compare with; it may use the directory. */
  readonly newPeer: (directory: string) => Peer;
  /** Seed of the first tree; the others follow by one each. */
  readonly seed: number;
  readonly count: number;
  readonly timeLimitSeconds: number;
  /** Processes of kustomize at a time. */
  readonly jobs: number;
  /** The run ends after so many differences. */
  readonly mostDifferences: number;
  /** Trees to try while a difference is made small. */
  readonly shrinkTries: number;
  /** A directory for the trees, best in memory; what is put there is removed. */
  readonly scratch: string;
  readonly onDifference?: (difference: Difference) => void;
  readonly onProgress?: (result: FuzzResult) => void;
}

export interface Difference {
  readonly seed: number;
  /** Made small. */
  readonly tree: Tree;
  readonly comparison: Comparison;
}

export interface FuzzResult {
  readonly compared: number;
  /** Both printed the same. */
  readonly printed: number;
  /** Both refused. */
  readonly refused: number;
  /** kustomize gave two answers for one tree, so there is nothing to compare with. */
  readonly unstable: number;
  readonly differences: readonly Difference[];
}

export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const root = mkdtempSync(join(options.scratch, "gitops-fuzz-"));
  const removeRoot = (): void => rmSync(root, { recursive: true, force: true });
  const stop = (): void => {
    removeRoot();
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await run(options, root);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    removeRoot();
  }
}

async function run(options: FuzzOptions, root: string): Promise<FuzzResult> {
  const deadline = Date.now() + options.timeLimitSeconds * 1000;
  const total = { compared: 0, printed: 0, refused: 0, unstable: 0, differences: [] as Difference[] };
  let next = options.seed;
  const worker = async (peer: Peer): Promise<void> => {
    while (
      next < options.seed + options.count &&
      Date.now() < deadline &&
      total.differences.length < options.mostDifferences
    ) {
      const seed = next++;
      const tree = generateTree(seed);
      const comparison = compare(buildOurs(tree), await peer(tree));
      total.compared++;
      if (!comparison.difference) total[comparison.theirs.kind === "printed" ? "printed" : "refused"]++;
      else if (await isUnstable(tree, comparison, peer)) total.unstable++;
      else {
        const difference = await makeSmall(seed, tree, comparison, options, peer);
        total.differences.push(difference);
        options.onDifference?.(difference);
      }
      if (total.compared % 1000 === 0) options.onProgress?.(total);
    }
  };
  await Promise.all(
    Array.from({ length: options.jobs }, (_, i) => worker(options.newPeer(join(root, String(i))))),
  );
  return total;
}

async function isUnstable(tree: Tree, first: Comparison, peer: Peer): Promise<boolean> {
  for (let i = 0; i < 2; i++) {
    if (compare(await peer(tree), first.theirs).difference) return true;
  }
  return false;
}

async function makeSmall(
  seed: number,
  tree: Tree,
  found: Comparison,
  { shrinkTries }: FuzzOptions,
  peer: Peer,
): Promise<Difference> {
  const showsTheSame = async (smaller: Tree): Promise<boolean> => {
    const ours = buildOurs(smaller);
    return (
      gist(ours) === gist(found.ours) && compare(ours, await peer(smaller)).difference === found.difference
    );
  };
  const small = await shrink(tree, showsTheSame, shrinkTries);
  return { seed, tree: small, comparison: compare(buildOurs(small), await peer(small)) };
}

// Of a refusal the code, so that shrinking does not wander off to another one.
function gist(outcome: Outcome): string {
  return outcome.kind === "refused" ? (outcome.why.split(":")[0] ?? "") : outcome.kind;
}
