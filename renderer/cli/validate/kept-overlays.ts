// What overlays came to, for as long as nothing changes that they looked at. Of the whole repository they only ask for the
// objects of controllers; which files were read to find those is not their matter.
import type { FileCache } from "../../load/file-cache.ts";
import { isTouched, type Uses } from "../../load/uses.ts";
import type { Resource } from "../../resource/resource.ts";
import type { Tree } from "../../validate/model/tree.ts";
import { withSameObjects } from "./same-objects.ts";
import type { OverlayResult } from "./validate-tree.ts";

interface KeptOverlay {
  readonly result: OverlayResult;
  readonly uses: Uses;
}

export class KeptOverlays {
  readonly #overlays = new Map<string, KeptOverlay>();
  readonly #objects = new Map<string, readonly Resource[]>();
  #tree: Tree | undefined;

  /** A new run begins, after files have changed. */
  begin(tree: Tree, changed: ReadonlySet<string>): void {
    if (!this.#tree?.hasSameObjects(tree)) this.#overlays.clear();
    this.#tree = tree;
    for (const [directory, { uses }] of this.#overlays)
      if (isTouched(uses, changed)) this.#overlays.delete(directory);
  }

  /** The objects of an overlay; those that are as they were the last time are the same. */
  settle(directory: string, resources: readonly Resource[]): readonly Resource[] {
    const settled = withSameObjects(resources, this.#objects.get(directory) ?? []);
    this.#objects.set(directory, settled);
    return settled;
  }

  async of(
    directory: string,
    files: FileCache,
    validate: () => Promise<OverlayResult>,
  ): Promise<OverlayResult> {
    const known = this.#overlays.get(directory);
    if (known) {
      files.use(known.uses);
      return known.result;
    }
    const before = files.takeUses();
    const result = await validate();
    const uses = files.takeUses();
    files.use(before);
    files.use(uses);
    // What failed may have failed for other reasons than its files.
    if (!result.summary.failed) this.#overlays.set(directory, { result, uses });
    return result;
  }
}
