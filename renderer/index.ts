// The library: a build from a directory to objects, and to the bytes of `kustomize build`.
export { codes } from "./diagnostics/codes.ts";
export { Collector } from "./diagnostics/collector.ts";
export type { Diagnostic } from "./diagnostics/diagnostic.ts";
export { type Place, type Position, positionOf, type SourceFile } from "./diagnostics/location.ts";
export { type BuildContext, type BuildOptions, defaultBuildOptions } from "./load/context.ts";
export { DiskFileSystem } from "./load/disk-fs.ts";
export { FileCache } from "./load/file-cache.ts";
export { MemoryFileSystem } from "./load/memory-fs.ts";
export { render, toYaml } from "./render.ts";
export type { Resource } from "./resource/resource.ts";
export { type HistoryEntry, historyOf } from "./yaml/history.ts";
export { toPlain } from "./yaml/json.ts";
export type { Node } from "./yaml/node.ts";
export { parsePath } from "./yaml/path.ts";
