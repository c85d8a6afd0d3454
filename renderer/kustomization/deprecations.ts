// Fields that still work and have a successor. kustomize warns about the top-level ones, except helmChartInflationGenerator.
import { type Mapping, placeOf, type Scalar } from "../yaml/node.ts";
import type { Report } from "./report.ts";

interface Deprecation {
  readonly successor: string;
  /** How to change over. */
  readonly help: string;
}

const deprecations = {
  bases: { successor: "resources", help: "move the entries to the end of `resources`" },
  commonLabels: {
    successor: "labels",
    help: "write an entry of `labels` with these as `pairs`, and `includeSelectors: true` to keep the selectors",
  },
  imageTags: { successor: "images", help: "move the entries to the end of `images`" },
  patchesJson6902: { successor: "patches", help: "the entries can move as they are" },
  patchesStrategicMerge: {
    successor: "patches",
    help: "write a file as `- path: …` and an inline patch as `- patch: |-`",
  },
  vars: { successor: "replacements", help: "write a replacement with the object as its `source`" },
  helmChartInflationGenerator: {
    successor: "helmCharts",
    help: "chartName becomes name, chartVersion version, chartRepoUrl repo, values valuesFile, valuesLocal valuesInline",
  },
} as const satisfies Record<string, Deprecation>;

/** The field to use instead of a deprecated one. */
export function successorOf(name: string): string | undefined {
  if (name === "env") return envDeprecation.successor;
  return Object.hasOwn(deprecations, name)
    ? deprecations[name as keyof typeof deprecations].successor
    : undefined;
}

const generators = ["configMapGenerator", "secretGenerator"];

/** Reports `kustomization/deprecated` at each old field of a kustomization whose types are right. */
export function reportDeprecations(root: Mapping, report: Report): void {
  root.keys.forEach((key, i) => {
    const name = key.text;
    const value = root.values[i];
    if (Object.hasOwn(deprecations, name)) {
      reportDeprecated(key, name, deprecations[name as keyof typeof deprecations], report);
    }
    if (!generators.includes(name) || value?.kind !== "sequence") return;
    value.items.forEach((item, j) => {
      const env = item.kind === "mapping" ? item.keys.find((field) => field.text === "env") : undefined;
      if (env) reportDeprecated(env, `${name}[${j}].env`, envDeprecation, report);
    });
  });
}

const envDeprecation: Deprecation = {
  successor: "envs",
  help: "write the file as an item of the list `envs`",
};

function reportDeprecated(key: Scalar, name: string, { successor, help }: Deprecation, report: Report): void {
  report("kustomization/deprecated", `\`${name}\` is deprecated; use \`${successor}\` instead`, {
    at: placeOf(key),
    help,
  });
}
