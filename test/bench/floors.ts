// What must not be lost: how many times faster than kustomize whole processes are, on any machine.

/** By the name of a row; rows that are not here are only shown. */
export const floors: Readonly<Record<string, number>> = {
  "1000 objects": 8,
  "5000 objects": 100,
  "1000 objects with their origins": 6,
  "an application of 97 objects": 1.8,
  "12 MB of CRDs": 3,
  "JSON patches on 12 MB of CRDs": 3,
  "20 overlays of a base": 5,
  // At most a fifth more than without.
  "1000 objects, without provenance": 1 / 1.2,
  "5000 objects, without provenance": 1 / 1.2,
};

/** How many times as long as `node -e 0` a tiny build may take: where Node takes 30 ms, 45 ms longer. */
export const mostStart = 2.5;

/** What a command may take at most where there is no peer to compare it with, on a machine of today. */
export const budgets: Readonly<Record<string, { readonly seconds: number; readonly megabytes: number }>> = {
  "validate 5000 objects": { seconds: 2, megabytes: 500 },
  "validate 1000 objects again, with --cache": { seconds: 0.3, megabytes: 200 },
  "render --watch, a patch of an overlay": { seconds: 0.05, megabytes: 200 },
  "render --watch, a file of a base of all overlays": { seconds: 0.1, megabytes: 200 },
  "validate --watch, a patch of an overlay": { seconds: 0.2, megabytes: 300 },
  "validate --watch, a file of a base of all overlays": { seconds: 0.4, megabytes: 300 },
};
