/** What the tree can be built into: its overlays and bases, and the combinations of components that the docs name. */
import { readdirSync } from "node:fs";

/** Directories of combinations, relative to the repository root. */
export const combinations: readonly string[] = ["emqx", "broker"].flatMap((part) =>
  readdirSync(new URL(`${part}-combinations`, import.meta.url))
    .sort()
    .map((name) => `test/tree/${part}-combinations/${name}`),
);

/** Every directory that is built, relative to the repository root. */
export const builds: readonly string[] = [
  ".",
  "base/emqx",
  "base/emqx-operator",
  "base/broker",
  "overlays/dev",
  "overlays/prod",
  "overlays/operator",
  "overlays/operator/sync/flux/operator",
  ...combinations,
];
