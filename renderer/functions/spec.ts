// How a plugin configuration says that a KRM function does its work: in an annotation that holds YAML.
// Source: kyaml fn/runtime/runtimeutil/functiontypes.go
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { nearest } from "../diagnostics/suggest.ts";
import {
  field,
  fieldAt,
  isNull,
  type Mapping,
  type Node,
  placeOf,
  type Scalar,
  textAt,
} from "../yaml/node.ts";
import { parseDocument } from "../yaml/parse.ts";

export interface FunctionSpec {
  readonly container: ContainerSpec;
  readonly exec: ExecSpec;
}

export interface ContainerSpec {
  readonly image: string;
  readonly network: boolean;
  readonly mounts: readonly Mount[];
  readonly environment: readonly string[];
}

export interface ExecSpec {
  readonly path: string;
  readonly args: readonly string[];
  readonly environment: readonly string[];
}

export interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly writable: boolean;
}

const noContainer: ContainerSpec = { image: "", network: false, mounts: [], environment: [] };
const noExec: ExecSpec = { path: "", args: [], environment: [] };

/** The function of a configuration; undefined when it names none. Halts on a specification that makes no sense. */
export function functionSpecOf(config: Mapping, collector: Collector): FunctionSpec | undefined {
  const annotations = fieldAt(config, "metadata", "annotations");
  for (const name of ["config.kubernetes.io/function", "config.k8s.io/function"]) {
    const value = field(annotations, name);
    if (value?.kind !== "scalar" || value.text === "" || isNull(value)) continue;
    return readSpec(parseDocument(sourceOf(value), collector), value, collector);
  }
  const configFn = fieldAt(config, "metadata", "configFn");
  if (configFn && !isNull(configFn)) return readSpec(configFn, configFn, collector);
  const image = textAt(annotations, "config.kubernetes.io/container");
  return image ? { container: { ...noContainer, image }, exec: noExec } : undefined;
}

function sourceOf(value: Scalar): SourceFile {
  const { source, at, style, text } = value;
  return { path: source.path, text, host: { source, at, style } };
}

function readSpec(node: Node | undefined, around: Node, collector: Collector): FunctionSpec {
  const reader = new SpecReader(collector);
  const [spec, container, exec] = [
    reader.fields(node, around, ["container", "exec", "deferFailure"]),
    reader.fields(field(node, "container"), around, ["image", "network", "mounts", "envs"]),
    reader.fields(field(node, "exec"), around, ["path", "args", "envs"]),
  ];
  reader.flag(spec, "deferFailure");
  return {
    container: {
      image: reader.text(container, "image"),
      network: reader.flag(container, "network"),
      mounts: reader.list(container, "mounts").map((item) => {
        const mount = reader.fields(item, around, ["type", "src", "dst", "rw"]);
        const [type, source, target] = ["type", "src", "dst"].map((name) => reader.text(mount, name));
        return {
          type: type ?? "",
          source: source ?? "",
          target: target ?? "",
          writable: reader.flag(mount, "rw"),
        };
      }),
      environment: reader.texts(container, "envs"),
    },
    exec: {
      path: reader.text(exec, "path"),
      args: reader.texts(exec, "args"),
      environment: reader.texts(exec, "envs"),
    },
  };
}

class SpecReader {
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  /** A map that has no other fields than these; absent counts as empty. */
  fields(node: Node | undefined, around: Node, known: readonly string[]): Mapping | undefined {
    if (!node || isNull(node)) return undefined;
    if (node.kind !== "mapping") return this.#wrong(node, "this must be a map");
    const other = node.keys.find((key) => !known.includes(key.text));
    if (!other) return node;
    const meant = nearest(other.text, known);
    return this.#collector.halt("function/failed", `a function has no field \`${other.text}\``, {
      at: placeOf(other),
      notes: [{ message: "in the function that is specified here", at: placeOf(around) }],
      help: meant ? `did you mean \`${meant}\`?` : `it has ${known.join(", ")}`,
    });
  }

  text(node: Mapping | undefined, name: string): string {
    const value = field(node, name);
    if (!value || isNull(value)) return "";
    return value.kind === "scalar" && value.tag === "str"
      ? value.text
      : this.#wrong(value, `\`${name}\` must be a text`);
  }

  flag(node: Mapping | undefined, name: string): boolean {
    const value = field(node, name);
    if (!value || isNull(value)) return false;
    if (value.kind !== "scalar" || value.tag !== "bool")
      return this.#wrong(value, `\`${name}\` must be true or false`);
    return value.text.toLowerCase() === "true";
  }

  list(node: Mapping | undefined, name: string): readonly Node[] {
    const value = field(node, name);
    if (!value || isNull(value)) return [];
    return value.kind === "sequence" ? value.items : this.#wrong(value, `\`${name}\` must be a list`);
  }

  texts(node: Mapping | undefined, name: string): readonly string[] {
    return this.list(node, name).map((item) =>
      item.kind === "scalar" && item.tag === "str"
        ? item.text
        : this.#wrong(item, `\`${name}\` must be a list of texts`),
    );
  }

  #wrong(node: Node, message: string): never {
    return this.#collector.halt("function/failed", message, { at: placeOf(node) });
  }
}
