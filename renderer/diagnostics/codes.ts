// The catalogue: every code that a diagnostic may carry. Codes are an interface (people silence and search them):
// they are never renamed.
import type { Severity } from "./diagnostic.ts";

interface CodeInfo {
  readonly severity: Severity;
  /** What the code means, for `gitops explain --rule` and the documentation. */
  readonly summary: string;
}

const error = (summary: string): CodeInfo => ({ severity: "error", summary });
const info = (summary: string): CodeInfo => ({ severity: "info", summary });
const warning = (summary: string): CodeInfo => ({ severity: "warning", summary });

const table = {
  "yaml/syntax": error("The text is not YAML"),
  "yaml/not-text": error("The file is not UTF-8 text"),
  "yaml/too-large": error("The file is larger than the input limit"),
  "yaml/alias-bomb": error("Aliases expand to more nodes than the limit"),
  "yaml/alias": error("An alias refers to nothing or cannot be merged"),
  "yaml/too-deep": error("Values are nested deeper than the limit"),
  "yaml/document-separator": error("Text follows a document separator on its line"),
  "yaml/lost-text": warning("Text stands where kustomize does not look"),
  "load/not-found": error("A file or directory does not exist"),
  "load/not-readable": error("A file or directory cannot be read"),
  "load/outside-root": error("A file lies outside the directory that may be read"),
  "load/cycle": error("A kustomization includes itself"),
  "load/no-kustomization": error("The directory has no kustomization file"),
  "load/ambiguous-kustomization": error("The directory has more than one kustomization file"),
  "load/not-a-directory": error("The path must be a directory"),
  "load/absolute-path": error("A base must be named by a relative path"),
  "load/remote": error("A remote file or base cannot be read"),
  "load/lock": error("The lock file cannot be used"),
  "kustomization/unknown-field": error("The kustomization has a field that kustomize does not know"),
  "kustomization/wrong-type": error("A field of the kustomization has the wrong type"),
  "kustomization/empty": error("The kustomization sets nothing"),
  "kustomization/wrong-kind": error("A Component was used as a base or a base as a component"),
  "kustomization/invalid": error("The kustomization contradicts itself"),
  "kustomization/component-alone": info("A component that cannot be built by itself is"),
  "kustomization/deprecated": warning("A deprecated field is used"),
  "kustomization/duplicate-field": warning("A field is set twice and only the last one counts"),
  "kustomization/unused-var": warning("A var that nothing refers to"),
  "kustomization/unsupported": error("A field that this version does not support yet"),
  "configuration/unknown-field": error("A configurations file has a field that kustomize does not know"),
  "configuration/invalid": error("A value of a configurations or crds file cannot be used"),
  "resource/invalid": error("An object lacks what every Kubernetes object has"),
  "resource/duplicate-id": error("Two objects have the same kind, name and namespace"),
  "resource/other-hash": warning("The hash in a name is not the one that kustomize would put there"),
  "generator/invalid": error("A generator's configuration is wrong"),
  "generator/no-target": error("behavior merge or replace found nothing to change"),
  "generator/lost-lines": warning("kustomize reads an env file no further than to a line of 64 KiB"),
  "helm/not-enabled": error("A chart is to be inflated, which was not allowed"),
  "helm/lost-value": warning("kustomize loses a value of a chart that comes by an alias"),
  "helm/failed": error("Helm cannot inflate a chart"),
  "function/not-enabled": error("A function or plugin is to be run, which was not allowed"),
  "function/failed": error("A function or plugin cannot be run, or failed"),
  "function/skipped": warning("A function was passed over because executables are not allowed"),
  "replacement/invalid": error("A replacement lacks a part or contradicts itself"),
  "replacement/no-source": error("The source of a replacement is not there, or not the only one"),
  "replacement/failed": error("A replacement cannot write to a field of its target"),
  "plugin/unknown-field": warning("The configuration of a plugin has a field that kustomize ignores"),
  "replacement/unknown-field": warning("A file of replacements has a field that kustomize ignores"),
  "replacement/no-effect": warning("A replacement writes where its value never shows"),
  "patch/invalid": error("The text is neither a strategic merge patch nor a JSON 6902 patch"),
  "patch/no-target": error("A patch matches no object"),
  "patch/target-unmatched": warning("The target of a patch matches no object, which kustomize passes over"),
  "patch/failed": error("A patch cannot be applied to its target"),
  "patch/module-failed": error("A patch module cannot be made into a patch"),
  "patch/drift": error("A file is not what its patch module makes"),
  "patch/unknown-field": error("A patch sets a field that the type of its target does not have"),
  "patch/wrong-type": error("A patch sets a field to a value of the wrong type"),
  "patch/missing-merge-key": error("A list item of a patch lacks the field that tells items apart"),
  "patch/unsupported-directive": error("A patch has a directive that kustomize copies into the object"),
  "patch/list-replaced": warning("A patch drops items of a list that kustomize cannot merge"),
  "policy/invalid": error("A policy file cannot be used"),
  "policy/unknown-rule": error("A policy speaks of a rule that does not exist"),
  "policy/expired-exception": error("An exception is past its last day"),
  "policy/custom-rules-skipped": warning("Rules of the site's own did not run, because that was not allowed"),
  "policy/unused-exception": warning("An exception excuses nothing"),
  "sync/invalid": error("An object of Argo CD or Flux cannot be used"),
  "sync/ambiguous": error("Two objects of a controller build the same directory"),
  "sync/not-found": error("There is no such object of a controller"),
  "sync/none": info("No object of a controller builds the directory"),
  "sync/unreadable": warning("A file that seems to hold objects of a controller cannot be read"),
  "argocd/override": error("An override of an Application cannot be applied"),
  "argocd/not-emulated": warning("Argo CD would do something here that is not emulated"),
  "flux/dropped-field": warning("A field that Flux drops from the kustomization without a word"),
  "flux/invalid": error("Flux refuses an object or a component"),
  "flux/substitution": error("Variables cannot be put into an object"),
  "flux/missing-values": error("The values of a ConfigMap or Secret that a substitution takes are unknown"),
  "flux/not-emulated": warning("Flux would do something here that is not emulated"),
  "parity/refused": error("One of the builds of a directory fails and another does not"),
  "parity/differs": error("The builds of a directory make different objects"),
  "parity/order": info("The builds of a directory make the same objects in another order"),
  "transform/failed": error("A transformer cannot write where its field spec points"),
  "transform/no-target": error("A transformer entry matches no object"),
  "transform/id-conflict": error("A transformer gives two objects the same id"),
  "names/ambiguous-reference": error("A name refers to more than one object"),
  "emit/not-representable": error("A value cannot be written as Kubernetes YAML"),
  "output/failed": error("The output cannot be written"),
  "cli/usage": error("The command line is wrong"),
  "internal/error": error("The renderer itself is at fault"),
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof table;

/** Every code with its meaning, sorted by code. */
export const codes: readonly (readonly [Code, CodeInfo])[] = (Object.keys(table) as Code[])
  .sort()
  .map((code) => [code, table[code]]);

export function severityOf(code: Code): Severity {
  return table[code].severity;
}
