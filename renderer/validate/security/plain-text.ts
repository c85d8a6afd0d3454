// Passwords, tokens and keys where everybody can read them.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

const source = "https://kubernetes.io/docs/concepts/configuration/secret/#alternatives-to-secrets";
const why =
  "Whoever may read the repository, or ConfigMaps and pods in the cluster, has it; it stands in every diff and backup";
const fix =
  "put it into a Secret that is made outside of the repository, take it from there by secretKeyRef, and change it";

/** Names of what is secret; what tells where it is to be found ends otherwise (_FILE, _PATH, _NAME). */
const secretName =
  /(?:^|[_.-])(?:password|passwd|passphrase|secret|token|api_?key|secret_?key|private_?key|access_?key|client_?secret|credentials?)$/i;

/** Words that stand for a value, switches, paths, and variables that are put in elsewhere. */
const noSecret =
  /^(?:|true|false|yes|no|on|off|none|null|disabled|enabled|unused|dummy|fake|placeholder|\d{1,3}|[./~].*|file:.*|.*[$<{%]\W?[\w({<].*)$/i;

/** The forms in which well-known keys are given out; each is bounded, so that a search is linear. */
const forms: readonly (readonly [what: string, form: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/],
  ["an access key of AWS", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a token of GitHub", /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{82})\b/],
  ["a token of GitLab", /\bglpat-[0-9A-Za-z_-]{20}\b/],
  ["a token of Slack", /\bxox[abeprs]-[0-9A-Za-z-]{20,100}\b/],
  ["a key of Google", /\bAIza[0-9A-Za-z_-]{35}\b/],
  ["a key of Stripe", /\b[rs]k_live_[0-9A-Za-z]{24}/],
  ["a signed token", /\beyJ[\w-]{10,500}\.eyJ[\w-]{10,2000}\.[\w-]{20,1000}/],
];

/** `amqp://user:password@host` as a whole value. */
const urlWithPassword = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@]{0,100}:([^\s/@]{1,200})@/i;

interface Shown {
  readonly at: Value;
  readonly name: string;
  readonly text: string;
  readonly where: "environment" | "config-map" | "command";
}

function shownTexts(cluster: Cluster): readonly Shown[] {
  const texts: Shown[] = [];
  for (const workload of cluster.workloads) {
    for (const { value } of allContainers(workload)) {
      for (const entry of value.get("env").items()) {
        const at = entry.get("value");
        if (at.text)
          texts.push({ at, name: entry.get("name").text ?? "", text: at.text, where: "environment" });
      }
      for (const at of [...value.get("command").items(), ...value.get("args").items()])
        if (at.text) texts.push({ at, name: "", text: at.text, where: "command" });
    }
  }
  for (const { root } of cluster.ofKind("ConfigMap", "")) {
    for (const [name, at] of root.get("data").entries())
      if (at.text) texts.push({ at, name, text: at.text, where: "config-map" });
  }
  return texts;
}

function nameTellsSecret({ name, text }: Shown): boolean {
  return secretName.test(name) && !text.includes("\n") && !noSecret.test(text);
}

export const secretInEnvironment: Rule = {
  code: "security/secret-in-environment",
  severity: "warning",
  summary: "A variable whose name speaks of a secret has its value in the manifest",
  why,
  fix,
  source,
  *check(cluster) {
    for (const shown of cluster.once(shownTexts))
      if (shown.where === "environment" && nameTellsSecret(shown))
        yield {
          at: shown.at,
          isSecret: true,
          message: `the value of ${shown.name} stands in the pod's template`,
        };
  },
};

export const secretInConfigMap: Rule = {
  code: "security/secret-in-config-map",
  severity: "warning",
  summary: "A key of a ConfigMap speaks of a secret",
  why,
  fix: "put it into a Secret that is made outside of the repository, and change it",
  source,
  *check(cluster) {
    for (const shown of cluster.once(shownTexts))
      if (shown.where === "config-map" && nameTellsSecret(shown))
        yield { at: shown.at, isSecret: true, message: `the value of ${shown.name} stands in a ConfigMap` };
  },
};

export const knownSecret: Rule = {
  code: "security/secret-in-plain-text",
  severity: "error",
  summary: "A text that everybody can read holds a key or a password",
  why,
  fix,
  source,
  *check(cluster) {
    for (const { at, text } of cluster.once(shownTexts)) {
      const [what] = forms.find(([, form]) => form.test(text)) ?? [];
      if (what) yield { at, isSecret: true, message: `the text holds ${what}` };
      const password = urlWithPassword.exec(text)?.[1];
      if (password !== undefined && !noSecret.test(password))
        yield { at, isSecret: true, message: "the URL holds a password" };
    }
  },
};
