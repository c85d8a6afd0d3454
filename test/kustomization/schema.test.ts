import { expect, it } from "vitest";
import { writtenKustomization } from "../../renderer/kustomization/known-fields.ts";
import type { Shape } from "../../renderer/kustomization/shape.ts";

// Listed by reflection over the Kustomization type of kustomize's api v0.21.1 (kustomize 5.8.1).
const kustomizeFields = `
apiVersion: text
bases[]: text
buildMetadata[]: text
commonAnnotations: map of text
commonLabels: map of text
components[]: text
configMapGenerator[].behavior: text
configMapGenerator[].env: text
configMapGenerator[].envs[]: text
configMapGenerator[].files[]: text
configMapGenerator[].literals[]: text
configMapGenerator[].name: text
configMapGenerator[].namespace: text
configMapGenerator[].options.annotations: map of text
configMapGenerator[].options.disableNameSuffixHash: flag
configMapGenerator[].options.immutable: flag
configMapGenerator[].options.labels: map of text
configurations[]: text
crds[]: text
generatorOptions.annotations: map of text
generatorOptions.disableNameSuffixHash: flag
generatorOptions.immutable: flag
generatorOptions.labels: map of text
generators[]: text
helmChartInflationGenerator[].chartHome: text
helmChartInflationGenerator[].chartName: text
helmChartInflationGenerator[].chartRepoName: text
helmChartInflationGenerator[].chartRepoUrl: text
helmChartInflationGenerator[].chartVersion: text
helmChartInflationGenerator[].extraArgs[]: text
helmChartInflationGenerator[].helmBin: text
helmChartInflationGenerator[].helmHome: text
helmChartInflationGenerator[].releaseName: text
helmChartInflationGenerator[].releaseNamespace: text
helmChartInflationGenerator[].values: text
helmChartInflationGenerator[].valuesLocal: map of anything
helmChartInflationGenerator[].valuesMerge: text
helmCharts[].additionalValuesFiles[]: text
helmCharts[].apiVersions[]: text
helmCharts[].debug: flag
helmCharts[].devel: flag
helmCharts[].includeCRDs: flag
helmCharts[].kubeVersion: text
helmCharts[].name: text
helmCharts[].nameTemplate: text
helmCharts[].namespace: text
helmCharts[].releaseName: text
helmCharts[].repo: text
helmCharts[].skipHooks: flag
helmCharts[].skipTests: flag
helmCharts[].valuesFile: text
helmCharts[].valuesInline: map of anything
helmCharts[].valuesMerge: text
helmCharts[].version: text
helmGlobals.chartHome: text
helmGlobals.configHome: text
imageTags[].digest: text
imageTags[].name: text
imageTags[].newName: text
imageTags[].newTag: text
imageTags[].tagSuffix: text
images[].digest: text
images[].name: text
images[].newName: text
images[].newTag: text
images[].tagSuffix: text
kind: text
labels[].fields[].create: flag
labels[].fields[].group: text
labels[].fields[].kind: text
labels[].fields[].path: text
labels[].fields[].version: text
labels[].includeSelectors: flag
labels[].includeTemplates: flag
labels[].pairs: map of text
metadata.annotations: map of text
metadata.labels: map of text
metadata.name: text
metadata.namespace: text
namePrefix: text
nameSuffix: text
namespace: text
openapi: map of text
patchesJson6902[].options.allowKindChange: flag
patchesJson6902[].options.allowNameChange: flag
patchesJson6902[].patch: text
patchesJson6902[].path: text
patchesJson6902[].target.annotationSelector: text
patchesJson6902[].target.group: text
patchesJson6902[].target.kind: text
patchesJson6902[].target.labelSelector: text
patchesJson6902[].target.name: text
patchesJson6902[].target.namespace: text
patchesJson6902[].target.version: text
patchesStrategicMerge[]: text
patches[].options.allowKindChange: flag
patches[].options.allowNameChange: flag
patches[].patch: text
patches[].path: text
patches[].target.annotationSelector: text
patches[].target.group: text
patches[].target.kind: text
patches[].target.labelSelector: text
patches[].target.name: text
patches[].target.namespace: text
patches[].target.version: text
replacements[].path: text
replacements[].source.fieldPath: text
replacements[].source.group: text
replacements[].source.kind: text
replacements[].source.name: text
replacements[].source.namespace: text
replacements[].source.options.create: flag
replacements[].source.options.delimiter: text
replacements[].source.options.encoding: text
replacements[].source.options.index: integer
replacements[].source.version: text
replacements[].sourceValue: text
replacements[].targets[].fieldPaths[]: text
replacements[].targets[].options.create: flag
replacements[].targets[].options.delimiter: text
replacements[].targets[].options.encoding: text
replacements[].targets[].options.index: integer
replacements[].targets[].reject[].annotationSelector: text
replacements[].targets[].reject[].group: text
replacements[].targets[].reject[].kind: text
replacements[].targets[].reject[].labelSelector: text
replacements[].targets[].reject[].name: text
replacements[].targets[].reject[].namespace: text
replacements[].targets[].reject[].version: text
replacements[].targets[].select.annotationSelector: text
replacements[].targets[].select.group: text
replacements[].targets[].select.kind: text
replacements[].targets[].select.labelSelector: text
replacements[].targets[].select.name: text
replacements[].targets[].select.namespace: text
replacements[].targets[].select.version: text
replicas[].count: integer
replicas[].name: text
resources[]: text
secretGenerator[].behavior: text
secretGenerator[].env: text
secretGenerator[].envs[]: text
secretGenerator[].files[]: text
secretGenerator[].literals[]: text
secretGenerator[].name: text
secretGenerator[].namespace: text
secretGenerator[].options.annotations: map of text
secretGenerator[].options.disableNameSuffixHash: flag
secretGenerator[].options.immutable: flag
secretGenerator[].options.labels: map of text
secretGenerator[].type: text
sortOptions.legacySortOptions.orderFirst[]: text
sortOptions.legacySortOptions.orderLast[]: text
sortOptions.order: text
transformers[]: text
validators[]: text
vars[].fieldref.fieldPath: text
vars[].name: text
vars[].objref.apiVersion: text
vars[].objref.group: text
vars[].objref.kind: text
vars[].objref.name: text
vars[].objref.namespace: text
vars[].objref.version: text
`;

it("the schema has the fields and types that kustomize has, no more and no fewer", () => {
  expect(fieldsOf(writtenKustomization, "").sort()).toEqual(kustomizeFields.trim().split("\n").sort());
});

function fieldsOf(shape: Shape, path: string): string[] {
  switch (shape.kind) {
    case "fields":
      return Object.entries(shape.fields).flatMap(([name, below]) =>
        fieldsOf(below, path === "" ? name : `${path}.${name}`),
      );
    case "list":
      return fieldsOf(shape.item, `${path}[]`);
    case "map":
      return [`${path}: map of ${shape.item.kind}`];
    default:
      return [`${path}: ${shape.kind}`];
  }
}
