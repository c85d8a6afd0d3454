import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtInTables, tableTexts } from "../../../renderer/schema/built-in-tables.ts";
import { parseTable, printTable, shapeOf, type TypeTable } from "../../../renderer/schema/table.ts";
import { kindsDirectory, typesModule } from "./modules.ts";

const tables = new Map<string, TypeTable>(
  Object.entries(tableTexts).map(([name, text]) => [name, parseTable(text)]),
);
const names = [...tables.keys()];

describe("the tables of types", () => {
  test.each(names)("%s has the TypeScript that is checked in", (name) => {
    expect(readFileSync(join(kindsDirectory, "data/types", `${name}.ts`), "utf8")).toBe(
      typesModule(name, tables),
    );
  });

  test.each(names)("%s comes back the same when it is printed", (name) => {
    const table = tables.get(name) as TypeTable;
    expect(parseTable(printTable(table))).toEqual(table);
  });

  test("every type that is named is there", () => {
    const { types } = builtInTables();
    const missing = [...tables.values()].flatMap((table) =>
      [...table.types].flatMap(([name, fields]) =>
        [...fields.values()]
          .map(({ type }) => base(type))
          .filter((type) => type !== "" && !types.has(type))
          .map((type) => `${name}: ${type}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test("no name stands for two types", () => {
    const all = [...tables.values()].flatMap((table) => [...table.types.keys()]);
    expect(all.length).toBe(new Set(all).size);
  });

  test.each([
    ["core/v1 Pod", "v1", "Pod"],
    ["apps/v1 StatefulSet", "apps/v1", "StatefulSet"],
    ["EMQX", "apps.emqx.io/v2beta1", "EMQX"],
    ["Argo CD Application", "argoproj.io/v1alpha1", "Application"],
    ["Argo CD ApplicationSet", "argoproj.io/v1alpha1", "ApplicationSet"],
    ["Flux Kustomization", "kustomize.toolkit.fluxcd.io/v1", "Kustomization"],
    ["Flux HelmRelease", "helm.toolkit.fluxcd.io/v2", "HelmRelease"],
    ["ServiceMonitor", "monitoring.coreos.com/v1", "ServiceMonitor"],
    ["Certificate", "cert-manager.io/v1", "Certificate"],
    ["ExternalSecret", "external-secrets.io/v1", "ExternalSecret"],
    ["ScaledObject", "keda.sh/v1alpha1", "ScaledObject"],
    ["HTTPRoute", "gateway.networking.k8s.io/v1", "HTTPRoute"],
  ])("%s is among the kinds", (_, apiVersion, kind) => {
    expect(builtInTables().kinds.get(`${apiVersion}/${kind}`)).toBeDefined();
  });
});

function base(notation: string): string {
  const shape = shapeOf(notation);
  if (shape.kind === "list") return base(shape.items);
  if (shape.kind === "map") return base(shape.values);
  return shape.kind === "type" ? shape.name : "";
}
