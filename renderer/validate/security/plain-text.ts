// Passwords, tokens and keys where everybody can read them. A value breaks one of these rules at most: what certainly is a
// secret the first, what only its name says the other two. What a Secret holds is the matter of `gitops/secret-in-git`.
import { syncObjectsOf } from "../gitops/sync.ts";
import type { Cluster } from "../model/cluster.ts";
import { perObject } from "../model/per-object.ts";
import type { Value } from "../model/value.ts";
import { walk } from "../model/walk.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";
import { credentialIn, isSecretName, isUrlWithPassword, mayBeSecret } from "./credentials.ts";

const source = "https://kubernetes.io/docs/concepts/configuration/secret/#alternatives-to-secrets";
const why =
  "Whoever may read the repository, or ConfigMaps and pods in the cluster, has it; it stands in every diff and backup";
const fix =
  "put it into a Secret that is made outside of the repository, take it from there by secretKeyRef, and change it";

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

/** What is called so by the software that reads it, so that there is no doubt. */
const knownNames: ReadonlySet<string> = new Set([
  "AWS_SECRET_ACCESS_KEY",
  "MARIADB_PASSWORD",
  "MARIADB_ROOT_PASSWORD",
  "MONGO_INITDB_ROOT_PASSWORD",
  "MYSQL_PASSWORD",
  "MYSQL_PWD",
  "MYSQL_ROOT_PASSWORD",
  "PGPASSWORD",
  "POSTGRES_PASSWORD",
  "RABBITMQ_DEFAULT_PASS",
  // Of the broker.
  "AXISTECH_TOKEN",
  "EAGLEIO_API_TOKEN",
  "GREENBRAIN_PASSWORDS",
  "GREENBRAIN_USERS",
  "TTN_API_TOKEN",
  "UBIDOTS_API_TOKEN",
]);

export const knownSecret: Rule = {
  code: "security/secret-in-plain-text",
  severity: "error",
  summary: "A text that everybody can read is a password, a token or a key",
  why,
  fix,
  source,
  *check(cluster) {
    const objects = [...cluster.objects, ...syncObjectsOf(cluster).map(({ object }) => object)];
    for (const object of new Set(objects)) {
      for (const { at, what } of credentialsOf(object))
        yield { at, isSecret: true, message: `${what} stands in ${object.kind}/${object.name}` };
    }
    for (const shown of cluster.once(shownTexts)) {
      const { at, text } = shown;
      if (credentialIn(text)) continue;
      if (isUrlWithPassword(text)) yield { at, isSecret: true, message: "the URL holds a password" };
      else if (knownNames.has(shown.name) && mayBeSecret(text))
        yield { at, isSecret: true, message: messageFor(shown) };
    }
  },
};

const credentialsOf = perObject(({ kind, root }) => {
  if (kind === "Secret" || root.get("sops").exists) return [];
  return [...walk(root)].flatMap((at) => {
    const what = credentialIn(at.text ?? "");
    return what ? [{ at, what }] : [];
  });
});

function messageFor({ name, where }: Shown): string {
  return `the value of ${name} stands in ${where === "config-map" ? "a ConfigMap" : "the pod's template"}`;
}

function byName(code: Rule["code"], where: Shown["where"], summary: string): Rule {
  return {
    code,
    severity: "warning",
    summary,
    why,
    fix,
    source,
    *check(cluster) {
      for (const shown of cluster.once(shownTexts)) {
        const { at, name, text } = shown;
        if (shown.where !== where || !isSecretName(name) || !mayBeSecret(text)) continue;
        if (credentialIn(text) || isUrlWithPassword(text) || knownNames.has(name)) continue;
        yield { at, isSecret: true, message: messageFor(shown) };
      }
    },
  };
}

export const secretInEnvironment: Rule = byName(
  "security/secret-in-environment",
  "environment",
  "A variable whose name speaks of a secret has its value in the manifest",
);

export const secretInConfigMap: Rule = byName(
  "security/secret-in-config-map",
  "config-map",
  "A key of a ConfigMap speaks of a secret",
);
