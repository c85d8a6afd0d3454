// Packages that most runs never use: loading one takes longer than building a small tree.
import { createRequire } from "node:module";

/**
 * A package that is loaded when it is first asked for, and at once, because builds do not wait.
 *
 * @typeParam Package  `typeof import("name")`
 */
export function onDemand<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= createRequire(import.meta.filename)(name) as Package;
    return loaded;
  };
}
