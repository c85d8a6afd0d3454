// What objects tell Argo CD and Flux about themselves by annotations.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";
import { syncObjectsOf } from "./sync.ts";

const wave = "argocd.argoproj.io/sync-wave";
const hook = "argocd.argoproj.io/hook";
const deletePolicy = "argocd.argoproj.io/hook-delete-policy";
const syncOptions = "argocd.argoproj.io/sync-options";
const waveDocs = "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-waves/";

function annotation({ root }: KubeObject, name: string): Value {
  return root.get("metadata", "annotations", name);
}

/** The wave of an object; undefined when it is no number, or a hook has a phase of its own. */
function waveOf(object: KubeObject): number | undefined {
  const text = object.annotations.get(wave) ?? "0";
  return isInteger(text) ? Number(text) : undefined;
}

function isInteger(text: string): boolean {
  return /^[+-]?\d{1,9}$/.test(text);
}

export const waveNoNumber: Rule = {
  code: "gitops/wave-not-a-number",
  severity: "error",
  summary: "A sync wave is no whole number",
  why: "Argo CD takes it for wave 0, so the object is applied with all others",
  fix: 'write a whole number in quotes, such as "-1"',
  source: waveDocs,
  *check(cluster) {
    for (const object of cluster.objects) {
      const text = object.annotations.get(wave);
      if (text === undefined || isInteger(text)) continue;
      yield { at: annotation(object, wave), message: `the sync wave \`${text}\` is no whole number` };
    }
  },
};

export const waveBeforeNeed: Rule = {
  code: "gitops/wave-before-its-namespace",
  severity: "warning",
  summary: "A Namespace, or the definition of a kind, has a later wave than an object that needs it",
  why: "Argo CD applies it with the first object that needs it, so the wave that is written does not count, and what it was to wait for is not awaited",
  fix: "write the wave of the first object that needs it, or give those objects a later one",
  source: "https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/sync/sync_tasks.go",
  *check(cluster): Iterable<Finding> {
    const definitions = cluster.once(definitionsByKind);
    const firsts = new Map<KubeObject, Waved>();
    for (const object of cluster.objects) {
      const own = waveOf(object);
      if (own === undefined || object.annotations.has(hook)) continue;
      const needs = [
        cluster.find("Namespace", "", object.namespace),
        definitions.get(`${object.group}/${object.kind}`),
      ];
      for (const need of needs)
        if (need && own < (firsts.get(need)?.wave ?? Infinity)) firsts.set(need, { object, wave: own });
    }
    for (const [need, first] of firsts) yield* unlessKept(need, first);
  },
};

interface Waved {
  readonly object: KubeObject;
  readonly wave: number;
}

function* unlessKept(need: KubeObject, { object, wave: first }: Waved): Iterable<Finding> {
  const at = annotation(need, wave);
  const written = waveOf(need);
  if (!at.exists || written === undefined || written <= first) return;
  const there = annotation(object, wave);
  yield {
    at,
    message: `${need.kind}/${need.name} is applied in wave ${first}, not in ${written}: ${object.kind}/${object.name} needs it`,
    related: there.exists ? [{ at: there, message: `${object.kind}/${object.name} comes first` }] : [],
  };
}

function definitionsByKind(cluster: Cluster): ReadonlyMap<string, KubeObject> {
  return new Map(
    cluster.ofKind("CustomResourceDefinition").map((object) => {
      const spec = object.root.get("spec");
      return [`${spec.get("group").text}/${spec.get("names", "kind").text}`, object];
    }),
  );
}

/** The words of annotations that hold a list of them. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  [hook]: ["PreSync", "Sync", "PostSync", "SyncFail", "PreDelete", "PostDelete", "Skip"],
  [deletePolicy]: ["BeforeHookCreation", "HookSucceeded", "HookFailed"],
  "kustomize.toolkit.fluxcd.io/ssa": ["Override", "Merge", "IfNotPresent", "Ignore"],
  "kustomize.toolkit.fluxcd.io/prune": ["disabled", "enabled"],
  "kustomize.toolkit.fluxcd.io/reconcile": ["disabled", "enabled"],
  "kustomize.toolkit.fluxcd.io/substitute": ["disabled", "enabled"],
  "kustomize.toolkit.fluxcd.io/force": ["enabled", "disabled"],
};

const flags = [
  ...["ApplyOutOfSyncOnly", "CreateNamespace", "FailOnSharedResource", "Force", "PruneLast", "Replace"],
  ...["RespectIgnoreDifferences", "ServerSideApply", "SkipDryRunOnMissingResource", "Validate"],
  "ClientSideApplyMigration",
];
const options: readonly string[] = [
  ...flags.flatMap((name) => [`${name}=true`, `${name}=false`]),
  ...["Prune", "Delete"].flatMap((name) => ["true", "false", "confirm"].map((value) => `${name}=${value}`)),
  ...["foreground", "background", "orphan"].map((value) => `PrunePropagationPolicy=${value}`),
];

export const unknownWord: Rule = {
  code: "gitops/unknown-sync-setting",
  severity: "error",
  summary: "An annotation or option for Argo CD or Flux has a value that means nothing",
  why: "The controllers pass it over without a word, so an object is pruned, replaced or applied although it was to be kept",
  fix: "write one of the values that the controller knows",
  source: "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-options/",
  *check(cluster): Iterable<Finding> {
    for (const object of cluster.objects) {
      if (object.annotations.size === 0) continue;
      for (const [name, words] of Object.entries(vocabulary)) {
        const text = object.annotations.get(name);
        for (const word of text?.split(",") ?? []) yield* unlessKnown(word, words, annotation(object, name));
      }
      const written = object.annotations.get(syncOptions);
      for (const word of written?.split(",") ?? []) yield* unlessMeant(word, annotation(object, syncOptions));
    }
    for (const { object } of syncObjectsOf(cluster)) {
      const items = object.root.get("spec", "syncPolicy", "syncOptions").items();
      for (const item of items) yield* unlessMeant(item.text ?? "", item);
    }
  },
};

function* unlessKnown(written: string, words: readonly string[], at: Value): Iterable<Finding> {
  const word = written.trim();
  if (words.some((known) => known.toLowerCase() === word.toLowerCase())) return;
  yield { at, message: `\`${word}\` means nothing here`, help: `write ${words.join(", ")}` };
}

// New versions bring new options, so only what is nearly a known one is taken for a mistake.
function* unlessMeant(written: string, at: Value): Iterable<Finding> {
  const word = written.trim();
  const meant = options.includes(word) ? undefined : nearest(word, options);
  if (meant !== undefined)
    yield { at, message: `there is no sync option \`${word}\``, help: `did you mean ${meant}?` };
}

export const replaceBeatsApply: Rule = {
  code: "gitops/replace-beats-server-side-apply",
  severity: "warning",
  summary: "Replace=true and ServerSideApply=true are set together",
  why: "Replace wins: objects are replaced whole, what other controllers set is lost, and immutable fields make the sync fail",
  fix: "remove Replace=true",
  source: "https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-options/#server-side-apply",
  *check(cluster) {
    for (const { object } of syncObjectsOf(cluster)) {
      const items = object.root.get("spec", "syncPolicy", "syncOptions").items();
      const replace = items.find(({ text }) => text === "Replace=true");
      const apply = items.find(({ text }) => text === "ServerSideApply=true");
      if (!replace || !apply) continue;
      const message = `Application/${object.name} replaces what it was to apply on the server's side`;
      yield { at: replace, message, related: [{ at: apply, message: "this is without effect" }] };
    }
  },
};
