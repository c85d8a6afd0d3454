// `helmCharts`: objects from Helm charts, inflated by the helm command.
// Source: kustomize api/internal/builtins/HelmChartInflationGenerator.go
import { join } from "node:path";
import { attempt } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";
import type { HelmChart } from "../../kustomization/schema.ts";
import type { LoadedFile } from "../../load/file-cache.ts";
import { type Layer, stepOf } from "../../load/layer.ts";
import { loadFile } from "../../load/loader.ts";
import { readObjects } from "../../load/objects.ts";
import type { External } from "../../load/remote/external.ts";
import { type Workspace, withWorkspace } from "../../load/remote/workspace.ts";
import { clusterScopeOf } from "../../openapi/schema-index.ts";
import { readHiddenState } from "../../resource/hidden-state.ts";
import { type Resource, toResource } from "../../resource/resource.ts";
import { noTrail } from "../../resource/trail.ts";
import type { Step } from "../../yaml/node.ts";
import { absorb } from "../absorb.ts";
import { type Chart, pullArguments, resolveChart, templateArguments, valuesMerges } from "./chart.ts";
import { checkHelmVersion, type Helm, runHelm } from "./helm.ts";
import { valuesContent } from "./values.ts";

/**
 * Adds the objects of a kustomization's charts.
 *
 * @param namespace  the release namespace of charts that set none; empty for helm's own default
 */
export function runHelmCharts(
  resources: readonly Resource[],
  layer: Layer,
  namespace: string,
): readonly Resource[] {
  let result = resources;
  (layer.file.value.helmCharts ?? []).forEach((entry, i) => {
    const step = stepOf(layer.file, "helmCharts", "helmCharts", i);
    const inflated = attempt(() => {
      const external = allowedExternal(layer, step);
      checkEntry(entry, i, layer);
      const chart = resolveChart(entry, layer.file.value.helmGlobals ?? {}, {
        root: layer.loader.root,
        namespace,
        helm: external.helm,
      });
      return inflate(chart, i, step, external, layer).reduce(
        (before: readonly Resource[], resource) => absorb(before, resource, step, layer.context),
        result,
      );
    });
    result = inflated ?? result;
  });
  return result;
}

function allowedExternal({ context }: Layer, step: Step): External {
  const { external, options, collector } = context;
  if (options.enableHelm && external) return external;
  const help = options.enableHelm ? "this build may not start commands" : "allow it with --enable-helm";
  return collector.halt("helm/not-enabled", "the kustomization inflates Helm charts", { at: step, help });
}

function checkEntry(
  { name, valuesMerge = "", additionalValuesFiles = [] }: HelmChart,
  i: number,
  layer: Layer,
): void {
  const { file, loader, context } = layer;
  const place = (field: string) => file.place("helmCharts", i, field);
  if (!name) {
    context.collector.halt("generator/invalid", "helmCharts: an entry needs the `name` of a chart", {
      at: place("name"),
    });
  }
  if (valuesMerge !== "" && !valuesMerges.some((known) => known === valuesMerge)) {
    context.collector.halt("generator/invalid", `valuesMerge cannot be \`${valuesMerge}\``, {
      at: place("valuesMerge"),
      help: `it is one of ${valuesMerges.join(", ")}`,
    });
  }
  additionalValuesFiles.forEach((path, at) => {
    loadFile(loader, path, file.place("helmCharts", i, "additionalValuesFiles", at), context); // helm reads it; this refuses
  });
}

function inflate(chart: Chart, i: number, step: Step, external: External, layer: Layer): readonly Resource[] {
  return withWorkspace((workspace) => {
    const { loader, context, file } = layer;
    const { configHome } = file.value.helmGlobals ?? {};
    const helm: Helm = {
      external,
      collector: context.collector,
      at: step,
      directory: loader.root,
      configHome: configHome || join(workspace.path, "helm"),
    };
    checkHelmVersion(helm);
    const home = findChart(chart, helm, workspace, layer);
    const content = valuesContent(
      {
        inline: chart.valuesInline ?? {},
        at: file.place("helmCharts", i, "valuesInline"),
        merge: chart.valuesMerge,
        schemas: layer.schemas,
        load: () => loadValues(chart, i, home, layer),
      },
      context,
    );
    const values = workspace.write(`${chart.name.replaceAll("/", "_")}-values.yaml`, content);
    const more = (chart.additionalValuesFiles ?? []).map((path) => join(loader.root, path));
    const text = runHelm(templateArguments(chart, home, [values, ...more]), helm);
    return toResources({ path: `helm template ${chart.name}`, text }, step, layer);
  });
}

// The directory that holds the chart's; pulls the chart when it is not there.
function findChart(chart: Chart, helm: Helm, workspace: Workspace, { loader, context }: Layer): string {
  const { home, name, repo } = chart;
  if (context.files.realPath(join(home, name)).kind === "directory") return home;
  const missing = `there is no chart ${context.files.display(join(home, name))}`;
  if (!repo) {
    return context.collector.halt("helm/failed", missing, {
      at: helm.at,
      help: "name its `repo`, or put the chart there",
    });
  }
  if (helm.external.remote.offline) {
    return context.collector.halt("helm/failed", `${missing}, and this build is offline`, {
      at: helm.at,
      help: "build once without --offline and GITOPS_OFFLINE, or put the chart there",
    });
  }
  // Fetched repositories are shared by builds and stay as they are.
  const target = loader.checkout ? workspace.path : home;
  runHelm(pullArguments(chart, target), helm);
  return target;
}

function loadValues(chart: Chart, i: number, home: string, { file, loader, context }: Layer): LoadedFile {
  const at = file.place("helmCharts", i, "valuesFile");
  if (chart.valuesFile) return loadFile(loader, chart.valuesFile, at, context);
  const path = join(home, chart.name, "values.yaml");
  if (home === chart.home) return loadFile(loader, path, at, context);
  return loadFile({ ...loader, root: home }, path, at, context); // pulled to where no kustomization is
}

function toResources(
  source: SourceFile,
  step: Step,
  { context, schemas, trail }: Layer,
): readonly Resource[] {
  const scope = clusterScopeOf(schemas);
  const record = trail && { ...noTrail, origin: trail.recordOf("HelmChartInflationGenerator") };
  return readObjects(source, context.collector).map((object) => {
    const { node, state } = readHiddenState(object, context.collector);
    const made = toResource(node, step, { ...state, fromHelm: true, annotated: true }, scope);
    return { ...made, trail: record };
  });
}
