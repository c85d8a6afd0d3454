// What a kustomization file may say, after deprecated fields were moved to their successors (upgrade.ts).
// An absent field and a null are the same; the reference is https://kubectl.docs.kubernetes.io/references/kustomize/

export type Strings = Readonly<Record<string, string>>;

/** A value of a free-form field. Integers are 64-bit floats here, as they are for kustomize. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

export interface Kustomization {
  readonly kind: "Kustomization" | "Component";
  readonly apiVersion: string;
  /** Describes the kustomization itself and never reaches the output. */
  readonly metadata?: Metadata;
  /** `path` of an OpenAPI schema file, or `version` of a built-in one. */
  readonly openapi?: Strings;

  /** Manifest files and directories of other kustomizations. */
  readonly resources?: readonly string[];
  /** Directories of kustomizations of kind Component, applied on top of what was read so far. */
  readonly components?: readonly string[];
  /** Files with definitions that say which fields of custom resources refer to other objects. */
  readonly crds?: readonly string[];
  readonly configMapGenerator?: readonly ConfigMapArgs[];
  readonly secretGenerator?: readonly SecretArgs[];
  /** Applies to every generator of this kustomization and those above it. */
  readonly generatorOptions?: GeneratorOptions;
  readonly helmGlobals?: HelmGlobals;
  readonly helmCharts?: readonly HelmChart[];

  /** Set on every object that is not cluster-scoped. */
  readonly namespace?: string;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly labels?: readonly Label[];
  /** Set on all objects, on templates and, what cannot be changed on a live object, on selectors. */
  readonly commonLabels?: Strings;
  readonly commonAnnotations?: Strings;
  readonly patches?: readonly Patch[];
  /** Strategic merge patches: file paths or inline YAML. */
  readonly patchesStrategicMerge?: readonly string[];
  readonly patchesJson6902?: readonly Patch[];
  readonly images?: readonly ImageTag[];
  readonly replicas?: readonly Replica[];
  readonly replacements?: readonly ReplacementEntry[];
  readonly vars?: readonly Var[];
  /** Order of the output; only that of the kustomization that is built counts. */
  readonly sortOptions?: SortOptions;
  /** `originAnnotations`, `transformerAnnotations`, `managedByLabel`. */
  readonly buildMetadata?: readonly string[];

  /** Files that change where transformers write. */
  readonly configurations?: readonly string[];
  /** Plugin configurations: file paths, directories or inline YAML. */
  readonly generators?: readonly string[];
  readonly transformers?: readonly string[];
  readonly validators?: readonly string[];
}

export interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Strings;
  readonly annotations?: Strings;
}

/** Group, version and kind; absent parts match anything. */
export interface GvkFields {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
}

export interface Label {
  readonly pairs?: Strings;
  /** Writes to selectors and templates as well. */
  readonly includeSelectors?: boolean;
  /** Writes to templates as well. */
  readonly includeTemplates?: boolean;
  /** More places to write to. */
  readonly fields?: readonly FieldSpecEntry[];
}

export interface FieldSpecEntry extends GvkFields {
  /** Fields separated by `/`; `[]` after a field means each item of the list. */
  readonly path?: string;
  /** Makes the field where it is missing. */
  readonly create?: boolean;
}

/** Exactly one of `path` and `patch` is set. */
export interface Patch {
  readonly path?: string;
  /** Inline YAML or JSON: a strategic merge patch or JSON 6902 operations. */
  readonly patch?: string;
  readonly target?: Selector;
  readonly options?: PatchOptions;
}

export interface PatchOptions {
  readonly allowNameChange?: boolean;
  readonly allowKindChange?: boolean;
}

/** Chooses objects: anchored regular expressions, and selectors as `kubectl -l` takes them. */
export interface Selector extends GvkFields {
  readonly name?: string;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly annotationSelector?: string;
}

export interface ImageTag {
  /** The image without tag and digest; a regular expression. */
  readonly name?: string;
  readonly newName?: string;
  readonly newTag?: string;
  /** Appended to the tag the image has. */
  readonly tagSuffix?: string;
  /** `sha256:…`; takes the place of the tag. */
  readonly digest?: string;
}

export interface Replica {
  readonly name?: string;
  /** A bigint where a number would lose digits. */
  readonly count: number | bigint;
}

/** A replacement, or the `path` of a file that holds some. */
export interface ReplacementEntry extends Replacement {
  readonly path?: string;
}

export interface Replacement {
  readonly source?: SourceSelector;
  /** The value itself, in place of a source; the empty string counts as set. */
  readonly sourceValue?: string;
  readonly targets?: readonly TargetSelector[];
}

export interface SourceSelector extends GvkFields {
  readonly name?: string;
  readonly namespace?: string;
  /** Fields separated by dots; `metadata.name` when absent. */
  readonly fieldPath?: string;
  readonly options?: FieldOptions;
}

export interface TargetSelector {
  readonly select?: Selector;
  readonly reject?: readonly Selector[];
  readonly fieldPaths?: readonly string[];
  readonly options?: FieldOptions;
}

export interface FieldOptions {
  /** Splits the value into parts, of which the one at `index` is read or written. */
  readonly delimiter?: string;
  readonly index?: number | bigint;
  /** `base64`, where the field holds encoded text. */
  readonly encoding?: string;
  readonly create?: boolean;
}

export interface Var {
  /** Replaces `$(NAME)`. */
  readonly name?: string;
  readonly objref?: VarTarget;
  readonly fieldref?: { readonly fieldPath?: string };
}

export interface VarTarget extends GvkFields {
  /** Sets group and version at once. */
  readonly apiVersion?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface KeyValueFields {
  /** `key=value` */
  readonly literals?: readonly string[];
  /** `path` or `key=path` */
  readonly files?: readonly string[];
  /** Files of `key=value` lines. */
  readonly envs?: readonly string[];
}

export interface ConfigMapArgs extends KeyValueFields {
  readonly name?: string;
  readonly namespace?: string;
  /** `create`, `merge` or `replace`; anything else counts as absent. */
  readonly behavior?: string;
  readonly options?: GeneratorOptions;
}

export interface SecretArgs extends ConfigMapArgs {
  /** `Opaque` when absent. */
  readonly type?: string;
}

export interface GeneratorOptions {
  readonly labels?: Strings;
  readonly annotations?: Strings;
  readonly disableNameSuffixHash?: boolean;
  readonly immutable?: boolean;
}

export interface HelmGlobals {
  /** Directory of the charts, `charts` when absent. */
  readonly chartHome?: string;
  readonly configHome?: string;
}

export interface HelmChart {
  readonly name?: string;
  readonly version?: string;
  readonly repo?: string;
  readonly releaseName?: string;
  readonly namespace?: string;
  readonly valuesFile?: string;
  readonly additionalValuesFiles?: readonly string[];
  readonly valuesInline?: { readonly [key: string]: PlainValue };
  /** `override`, `merge` or `replace`: how `valuesInline` and `valuesFile` combine. */
  readonly valuesMerge?: string;
  readonly includeCRDs?: boolean;
  readonly skipHooks?: boolean;
  readonly skipTests?: boolean;
  readonly apiVersions?: readonly string[];
  readonly kubeVersion?: string;
  readonly nameTemplate?: string;
  readonly debug?: boolean;
  readonly devel?: boolean;
}

export interface SortOptions {
  /** `legacy` or `fifo` */
  readonly order?: string;
  readonly legacySortOptions?: LegacySortOptions;
}

/** Kinds that come first and last. */
export interface LegacySortOptions {
  readonly orderFirst?: readonly string[];
  readonly orderLast?: readonly string[];
}

/** The file as people may still write it: `kind` and counts are optional, deprecated fields are allowed. */
export interface WrittenKustomization
  extends Partial<Omit<Kustomization, "kind" | "replicas" | "configMapGenerator" | "secretGenerator">> {
  readonly kind?: string;
  readonly replicas?: readonly Partial<Replica>[];
  readonly configMapGenerator?: readonly (ConfigMapArgs & EnvField)[];
  readonly secretGenerator?: readonly (SecretArgs & EnvField)[];
  readonly bases?: readonly string[];
  readonly imageTags?: readonly ImageTag[];
  readonly helmChartInflationGenerator?: readonly LegacyHelmChart[];
}

interface EnvField {
  /** One file, where `envs` takes a list. */
  readonly env?: string;
}

export interface LegacyHelmChart {
  readonly chartName?: string;
  readonly chartVersion?: string;
  readonly chartRepoUrl?: string;
  readonly chartHome?: string;
  readonly chartRepoName?: string;
  readonly helmBin?: string;
  readonly helmHome?: string;
  readonly values?: string;
  readonly valuesLocal?: { readonly [key: string]: PlainValue };
  readonly valuesMerge?: string;
  readonly releaseName?: string;
  readonly releaseNamespace?: string;
  readonly extraArgs?: readonly string[];
}
