// Reads a kustomization file: nodes to a typed value of which every part knows its place.
import { type Code, severityOf } from "../diagnostics/codes.ts";
import type { Collector } from "../diagnostics/collector.ts";
import type { Place, SourceFile } from "../diagnostics/location.ts";
import { isNull, type Mapping, mapping, type Node, placeOf } from "../yaml/node.ts";
import { canonical } from "./canonical.ts";
import { reportDeprecations } from "./deprecations.ts";
import { toValue } from "./go-values.ts";
import { apiVersionOf, checkKind } from "./kind.ts";
import { writtenKustomization } from "./known-fields.ts";
import { nearestTo, nodeAt } from "./node-at.ts";
import type { Report } from "./report.ts";
import type { Kustomization } from "./schema.ts";
import type { Path } from "./shape.ts";
import { upgrade } from "./upgrade.ts";

export interface KustomizationFile {
  readonly source: SourceFile;
  /** As written. */
  readonly root: Mapping;
  /** With deprecated fields moved to their successors. */
  readonly value: Kustomization;
  /** Whether a controller wrote something into it. */
  readonly isEdited: boolean;
  /**
   * Where a part of `value` is written; the nearest part around it when it is not there, for example a default. What
   * moved from a deprecated field is found where it was.
   */
  place(...path: Path): Place;
  /** The node of a part of `value`. */
  node(...path: Path): Node | undefined;
}

/**
 * What a controller does to the kustomization that it builds, before it builds it: fields of its own object are written
 * into the file. Both functions get and return kustomizations whose fields have their documented spelling.
 */
export interface KustomizationEdit {
  /** Takes the place of a file that the directory does not have. */
  readonly missing?: SourceFile;
  /** An empty file is no mistake. */
  readonly mayBeEmpty?: boolean;
  /** Unknown fields are no mistake either, but reported as this. */
  readonly ignoredFields?: { readonly code: Code; readonly why: string };
  /** On the file as written, deprecated fields included. */
  written?(root: Mapping): Mapping;
  /** After deprecated fields were moved to their successors. */
  upgraded?(root: Mapping): Mapping;
}

/**
 * Reads the document of a kustomization file, all its mistakes in one go.
 *
 * @param root  undefined when the file holds nothing
 * @returns     undefined when there was an error
 * Reports `kustomization/…`.
 */
export function readKustomization(
  root: Node | undefined,
  source: SourceFile,
  collector: Collector,
  edit: KustomizationEdit = {},
): KustomizationFile | undefined {
  let failed = false;
  const report: Report = (code, message, details) => {
    if (edit.ignoredFields && code === "kustomization/unknown-field") {
      collector.report(edit.ignoredFields.code, `${message}, ${edit.ignoredFields.why}`, details);
      return;
    }
    if (severityOf(code) === "error") failed = true;
    collector.report(code, message, details);
  };
  const isNothing = !root || isNull(root);
  if (isNothing && !edit.mayBeEmpty) {
    report("kustomization/empty", "the kustomization is empty", {
      at: { source, at: 0 },
      help: sayResources,
    });
    return undefined;
  }
  const start = isNothing ? mapping([], [], source, 0) : root;
  const written = canonical(start, writtenKustomization, [], report);
  checkKind(written, report);
  if (start.kind !== "mapping" || written.kind !== "mapping" || failed) return undefined;
  reportDeprecations(written, report);
  const edited = edit.written?.(written) ?? written;
  const current = upgrade(edited);
  const upgraded = edit.upgraded?.(current) ?? current;
  if (setsNothing(upgraded)) {
    const message =
      upgraded.keys.length === 0 ? "the kustomization is empty" : "the kustomization sets nothing";
    report("kustomization/empty", message, { at: placeOf(start), help: sayResources });
    return undefined;
  }
  return new ReadFile(source, start, upgraded, edited !== written || upgraded !== current);
}

const sayResources = "list what it builds under `resources`";

/** kustomize: CheckEmpty; an empty list or map counts as set, an empty string does not */
function setsNothing(root: Mapping): boolean {
  return root.keys.every(({ text }, i) => {
    const value = root.values[i];
    return text === "kind" || text === "apiVersion" || (value?.kind === "scalar" && value.text === "");
  });
}

class ReadFile implements KustomizationFile {
  readonly source: SourceFile;
  readonly root: Mapping;
  readonly value: Kustomization;
  readonly isEdited: boolean;
  readonly #upgraded: Mapping;

  constructor(source: SourceFile, root: Mapping, upgraded: Mapping, isEdited: boolean) {
    this.isEdited = isEdited;
    this.source = source;
    this.root = root;
    this.value = withDefaults(toValue(upgraded) as Partial<Kustomization>);
    this.#upgraded = upgraded;
  }

  place(...path: Path): Place {
    return placeOf(nearestTo(this.#upgraded, path));
  }

  node(...path: Path): Node | undefined {
    return nodeAt(this.#upgraded, path);
  }
}

function withDefaults(value: Partial<Kustomization>): Kustomization {
  const kind = value.kind || "Kustomization";
  const apiVersion = value.apiVersion || apiVersionOf(kind);
  if (!value.replicas) return { ...value, kind, apiVersion };
  return {
    ...value,
    kind,
    apiVersion,
    replicas: value.replicas.map((replica) => ({ ...zeroCount, ...replica })),
  };
}

const zeroCount = { count: 0 };
