// Which types a build merges by: the built-in ones, or those of an `openapi` field.
import type { KustomizationFile } from "../kustomization/read.ts";
import type { BuildContext, ExtraTypes } from "../load/context.ts";
import { type Loader, loadText } from "../load/loader.ts";
import { builtInSchemas, customSchemas, type Schema, type SchemaIndex } from "../openapi/schema-index.ts";
import { apiVersionOf } from "../resource/gvk.ts";
import type { Resource } from "../resource/resource.ts";
import { toPlain } from "../yaml/json.ts";
import { parseDocument } from "../yaml/parse.ts";

const builtInVersion = "v1.21.2";

/**
 * The types of one build. The first kustomization that is opened and sets some decides for the rest of the build,
 * bases included: kustomize keeps them in one place for the whole run.
 *
 * Source: kyaml openapi, SetSchema
 */
export class BuildSchemas implements SchemaIndex {
  #current: SchemaIndex = builtInSchemas();
  #isSet = false;
  /** kustomize reads the built-in types when it first needs them; what is set later stands beside them. */
  #usedBuiltIn = false;
  /** The same of what came before the work that is observed. */
  #usedEarlier = false;
  readonly #extra: ExtraTypes | undefined;

  constructor(extra: ExtraTypes | undefined) {
    this.#extra = extra;
  }

  forType(apiVersion: string, kind: string): Schema | undefined {
    if (!this.#isSet) this.#usedBuiltIn = true;
    return this.#current.forType(apiVersion, kind) ?? this.#extra?.forType(apiVersion, kind);
  }

  isNamespaced(apiVersion: string, kind: string): boolean | undefined {
    return this.#current.isNamespaced(apiVersion, kind);
  }

  get hasOwnScopes(): boolean {
    return this.#current.hasOwnScopes;
  }

  /** Notes the kinds of objects that were read: of an unknown one kustomize looks up whether it is namespaced. */
  note(resources: readonly Resource[]): void {
    this.#extra?.note(resources);
    if (this.#usedBuiltIn || this.#isSet) return;
    this.#usedBuiltIn = resources.some(
      ({ id }) => builtInSchemas().isNamespaced(apiVersionOf(id), id.kind) === undefined,
    );
  }

  /** Takes the types of a kustomization that is about to be built, unless an earlier one set them. */
  offer(file: KustomizationFile, loader: Loader, context: BuildContext): void {
    const { path, version } = file.value.openapi ?? {};
    if (path === undefined && version === undefined) return;
    const { collector } = context;
    const source =
      path === undefined ? undefined : loadText(loader, path, file.place("openapi", "path"), context);
    if (this.#isSet) return;
    if (source && version !== undefined) {
      collector.halt("kustomization/invalid", "openapi: `path` and `version` exclude each other", {
        at: file.place("openapi"),
      });
    }
    if (version !== undefined && version !== "" && version !== builtInVersion) {
      collector.halt("kustomization/invalid", `openapi: version ${version} is not built in`, {
        at: file.place("openapi", "version"),
        help: `only ${builtInVersion} is`,
      });
    }
    this.#isSet = source !== undefined || version !== "";
    if (!source) return;
    const document = parseDocument(source, collector);
    this.#current = customSchemas(document ? toPlain(document) : {}, this.#usedBuiltIn || this.#usedEarlier);
  }

  /** Whether everything is as it is before the first kustomization is opened, but for what was used. */
  get isPlain(): boolean {
    return !this.#isSet && !this.#extra;
  }

  /** Does some work and says whether it used the built-in types, whatever was used before. */
  observe<T>(work: () => T): { readonly result: T; readonly usedBuiltIn: boolean } {
    const [used, earlier] = [this.#usedBuiltIn, this.#usedEarlier];
    this.#usedEarlier ||= used;
    this.#usedBuiltIn = false;
    try {
      return { result: work(), usedBuiltIn: this.#usedBuiltIn };
    } finally {
      this.#usedBuiltIn ||= used;
      this.#usedEarlier = earlier;
    }
  }

  noteBuiltIn(): void {
    this.#usedBuiltIn = true;
  }
}
