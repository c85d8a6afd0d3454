// An entry of `helmCharts` with everything filled in, and the arguments that helm is given for it.
// Source: kustomize api/types/helmchartargs.go and api/internal/builtins/HelmChartInflationGenerator.go
import { isAbsolute, join } from "node:path";
import type { HelmChart, HelmGlobals } from "../../kustomization/schema.ts";
import type { HelmOptions } from "../../load/remote/external.ts";

export const valuesMerges = ["merge", "override", "replace"] as const;
export type ValuesMerge = (typeof valuesMerges)[number];

export interface Chart extends HelmChart {
  readonly name: string;
  /** Absolute path of the directory that holds the chart's directory. */
  readonly home: string;
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  readonly debug: boolean;
  readonly valuesMerge: ValuesMerge;
}

export interface ChartContext {
  /** The kustomization's directory. */
  readonly root: string;
  /** What the kustomization or one above it sets; empty for none. */
  readonly namespace: string;
  readonly helm: HelmOptions;
}

const defaultHome = "charts";

/** The first of the legal values stands for an illegal one, which the caller has reported. */
export function resolveChart(
  entry: HelmChart,
  globals: HelmGlobals,
  { root, namespace, helm }: ChartContext,
): Chart {
  const name = entry.name ?? "";
  const chartHome = globals.chartHome || defaultHome;
  const base = isAbsolute(chartHome) ? chartHome : join(root, chartHome);
  const apiVersions = entry.apiVersions ?? [];
  return {
    ...entry,
    name,
    // Versions of a chart from a repository live side by side.
    home: entry.version && entry.repo ? join(base, `${name}-${entry.version}`) : base,
    namespace: entry.namespace || namespace,
    kubeVersion: entry.kubeVersion || helm.kubeVersion,
    apiVersions: apiVersions.length > 0 ? apiVersions : helm.apiVersions,
    debug: entry.debug || helm.debug,
    valuesMerge: valuesMerges.find((known) => known === entry.valuesMerge) ?? "override",
  };
}

/** `helm pull`, which puts the chart into a directory of its name below `home`. */
export function pullArguments(chart: Chart, home: string): readonly string[] {
  const { name, repo = "", version, devel } = chart;
  const what = repo.startsWith("oci://") ? [`${repo.replace(/\/$/, "")}/${name}`] : ["--repo", repo, name];
  return [
    ...["pull", "--untar", "--untardir", home],
    ...what,
    ...(version ? ["--version", version] : []),
    ...(devel ? ["--devel"] : []),
  ];
}

/** `helm template` */
export function templateArguments(
  chart: Chart,
  home: string,
  valuesFiles: readonly string[],
): readonly string[] {
  const option = (name: string, value: string | undefined): string[] => (value ? [name, value] : []);
  const flag = (name: string, isSet: boolean | undefined): string[] => (isSet ? [name] : []);
  return [
    "template",
    chart.releaseName || "--generate-name",
    join(home, chart.name),
    ...option("--namespace", chart.namespace),
    ...option("--name-template", chart.nameTemplate),
    ...valuesFiles.flatMap((path) => ["-f", path]),
    ...chart.apiVersions.flatMap((version) => ["--api-versions", version]),
    ...option("--kube-version", chart.kubeVersion),
    ...flag("--include-crds", chart.includeCRDs),
    ...flag("--skip-tests", chart.skipTests),
    ...flag("--no-hooks", chart.skipHooks),
    ...flag("--debug", chart.debug),
    ...flag("--devel", chart.devel),
  ];
}
