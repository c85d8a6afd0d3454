// Which policy files govern an overlay: those beside what it is made of and above that, its own ones last.
import { dirname, join, resolve, sep } from "node:path";
import { attempt, Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type FileCache, Shelf } from "../../load/file-cache.ts";
import type { Resource } from "../../resource/resource.ts";
import { type PolicyFile, readPolicy } from "../../validate/policy/read.ts";

export const policyFileName = "policy.yaml";

export interface PolicySearch {
  /** Absolute path of the overlay. */
  readonly overlay: string;
  readonly resources: readonly Resource[];
  /** Nothing outside of it is read: a base from elsewhere does not decide what is fine here. */
  readonly workingDirectory: string;
  /** Policy files that were named on the command line; they come last. */
  readonly named: readonly string[];
  readonly files: FileCache;
  readonly collector: Collector;
}

/** The layers, outermost first. */
export function findPolicies(search: PolicySearch): readonly PolicyFile[] {
  const { overlay, resources, named, files, collector } = search;
  const workingDirectory = resolve(search.workingDirectory);
  const own = chainTo(workingDirectory, overlay);
  const bases = new Set<string>();
  for (const listing of new Set(resources.map(({ listedAt }) => listedAt?.source.path)))
    if (listing)
      for (const directory of chainTo(workingDirectory, dirname(resolve(workingDirectory, listing))))
        if (!own.includes(directory)) bases.add(directory);
  const found = [...[...bases].sort(), ...own].map((directory) => join(directory, policyFileName));
  return [...found.filter((path) => isPolicy(path, files)), ...named].flatMap((path) => {
    const read = readFile(path, files, collector);
    return read ? [read] : [];
  });
}

/** Others call files so, too: of a policy at least the kind or the API's group is right. */
function isPolicy(path: string, files: FileCache): boolean {
  if (files.realPath(path).kind !== "file") return false;
  const loaded = files.load(path);
  const text = "source" in loaded ? loaded.source?.text : undefined;
  return (
    text === undefined ||
    !/^kind:/m.test(text) ||
    /^kind: *["']?RendererPolicy\b|^apiVersion: *["']?emqx-gitops\//m.test(text)
  );
}

interface Reading {
  readonly file: PolicyFile | undefined;
  readonly found: readonly Diagnostic[];
}

const readings = new Shelf<Reading>();

/** Overlays share the policies of their bases. */
function readFile(path: string, files: FileCache, collector: Collector): PolicyFile | undefined {
  const { file, found } = files.once(readings, path, () => readNow(path, files));
  for (const diagnostic of found) collector.add(diagnostic);
  return file;
}

function readNow(path: string, files: FileCache): Reading {
  const collector = new Collector();
  const loaded = files.load(path);
  const source = "source" in loaded ? loaded.source : undefined;
  if ("source" in loaded && !source) {
    collector.report("yaml/not-text", `the policy ${files.display(path)} is not UTF-8 text`, {
      help: "save it as UTF-8",
    });
  } else if (!source) {
    collector.report("load/not-found", `the policy ${files.display(path)} cannot be read`, {
      help: "name a file of kind RendererPolicy",
    });
  }
  const file = source && attempt(() => readPolicy(source, collector));
  return { file, found: collector.sorted() };
}

/** The directories from one down to another; none when that lies outside. */
function chainTo(from: string, to: string): readonly string[] {
  const inside = to === from || to.startsWith(from === sep ? sep : from + sep);
  if (!inside) return [];
  const chain: string[] = [];
  for (let directory = to; directory.length > from.length; directory = dirname(directory))
    chain.unshift(directory);
  return [from, ...chain];
}
