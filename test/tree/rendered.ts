/** Renders a directory of the tree, for tests that ask what comes out of it. */
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { defaultBuildOptions } from "../../renderer/load/context.ts";
import { DiskFileSystem } from "../../renderer/load/disk-fs.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { render, toYaml } from "../../renderer/render.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";
import type { Resource } from "../../renderer/resource/resource.ts";

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [key: string]: unknown;
}

const repositoryRoot = fileURLToPath(new URL("../..", import.meta.url));

/** One cache for all tests of a file: the bases are read once. */
const files = new FileCache(new DiskFileSystem(), (path) => path.replace(repositoryRoot, ""));

/**
 * @param dir  a directory with a kustomization, relative to the repository root
 * @returns    its objects in output order
 */
export async function rendered(dir: string): Promise<readonly KubernetesObject[]> {
  return parseAllDocuments(renderedYaml(dir)).map((document) => document.toJS() as KubernetesObject);
}

/** The resources of a directory as rules see them. */
export function renderedResources(dir: string): readonly Resource[] {
  const context = { collector: new Collector(), files, options: defaultBuildOptions };
  const resources = render(`${repositoryRoot}${dir}`, context);
  if (context.collector.hasErrors) throw new Error(textReport(context.collector.sorted(), plainStyle));
  return resources;
}

/** The bytes that `gitops render` prints for a directory; fails with the report when it would fail. */
export function renderedYaml(dir: string): string {
  const context = { collector: new Collector(), files, options: defaultBuildOptions };
  const yaml = toYaml(render(`${repositoryRoot}${dir}`, context), context);
  if (context.collector.hasErrors) throw new Error(textReport(context.collector.sorted(), plainStyle));
  return yaml;
}
