// Secrets that can be read in the repository.

import { binaryText } from "../../yaml/scalar-text.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import { walk } from "../model/walk.ts";
import type { Finding, Rule } from "../rule.ts";
import { syncObjectsOf } from "./sync.ts";

export const secretInGit: Rule = {
  code: "gitops/secret-in-git",
  severity: "error",
  summary: "A Secret is built from what the repository holds in plain text",
  why: "Whoever can read the repository has it, and its history keeps it for ever; base64 hides nothing",
  fix: "have it made in the cluster (External Secrets), or encrypt it (SOPS, Sealed Secrets), and change the values that were seen",
  source: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  *check(cluster) {
    for (const object of cluster.ofKind("Secret", "")) {
      // SOPS says at the top what it has encrypted.
      if (object.root.get("sops").exists) continue;
      const plain = plainValues(object);
      const [first] = plain;
      if (!first) continue;
      const more = plain.length > 1 ? ` and ${plain.length - 1} more` : "";
      yield {
        at: first[1],
        isSecret: true,
        message: `the value of ${first[0]}${more} in Secret/${object.name} is in the repository`,
      };
    }
  },
};

// Encrypted, or filled in by Flux or a plugin of Argo CD.
const placeholder = /^\s*(ENC\[.*|\$\{[\w:=.-]+\}|<[^<>]*>|ref\+.*)\s*$/;
const publicKey = /\.(crt|pub|cert)$|^(known_hosts|username|user)$/;

function plainValues({ root }: KubeObject): readonly (readonly [string, Value])[] {
  return ["data", "stringData"].flatMap((map) =>
    root
      .get(map)
      .entries()
      .filter(([key, value]) => {
        const text = map === "data" ? binaryText(value.text ?? "") : value.text;
        if (text === undefined || text.trim() === "" || placeholder.test(text)) return false;
        if (placeholder.test(value.text ?? "")) return false;
        return !publicKey.test(key) || privateKey.test(text);
      }),
  );
}

const privateKey = /-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY-----/;

/** Only what looks like nothing else. Every repetition has a bound, so that no text takes longer than its length. */
const credentials: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a private key", privateKey],
  ["an access key of AWS", /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/],
  ["a token of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{82})\b/],
  ["a token of GitLab", /\bglpat-[A-Za-z0-9_-]{20}\b/],
  ["a token of Slack", /\bxox[baprs]-\d{8,14}-[A-Za-z0-9-]{16,80}\b/],
  ["a key of Google", /\bAIza[A-Za-z0-9_-]{35}\b/],
  ["a live key of Stripe", /\b[sr]k_live_[A-Za-z0-9]{20,100}\b/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a JSON Web Token", /\beyJ[A-Za-z0-9_-]{15,1000}\.eyJ[A-Za-z0-9_-]{15,1000}\.[A-Za-z0-9_-]{20,1000}/],
];

export const credentialInText: Rule = {
  code: "gitops/credential-in-text",
  severity: "error",
  summary: "A private key or a token stands in an object that is no Secret",
  why: "Whoever can read the repository, the object or a log of it has it",
  fix: "put it into a Secret that is made outside of the repository, and change it, because it was seen",
  source: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  *check(cluster): Iterable<Finding> {
    const objects = [...cluster.objects, ...syncObjectsOf(cluster).map(({ object }) => object)];
    for (const object of new Set(objects)) {
      if (object.kind === "Secret" || object.root.get("sops").exists) continue;
      for (const at of walk(object.root)) {
        const { text = "" } = at;
        if (text.length < 20) continue;
        const what = credentials.find(([, pattern]) => pattern.test(text))?.[0];
        if (what) yield { at, isSecret: true, message: `${what} stands in ${object.kind}/${object.name}` };
      }
    }
  },
};

export const encryptedForNobody: Rule = {
  code: "gitops/encrypted-for-nobody",
  severity: "error",
  summary: "An object is encrypted with SOPS, and what applies it does not decrypt",
  why: "Flux refuses it without spec.decryption; Argo CD applies the cipher text as the value, so passwords are wrong",
  fix: "set spec.decryption in the Kustomization; with Argo CD use a plugin, or External Secrets",
  source: "https://fluxcd.io/flux/components/kustomize/kustomizations/#decryption",
  *check(cluster) {
    for (const { controller, source, build, object } of syncObjectsOf(cluster)) {
      if (source.get("decryption", "provider").exists) continue;
      for (const each of build()?.cluster.objects ?? []) {
        const at = each.root.get("sops");
        if (!at.get("mac").exists) continue;
        const who = controller === "flux" ? "Kustomization" : "Application";
        const message = `${each.kind}/${each.name} is encrypted, and ${who}/${object.name} does not decrypt it`;
        yield { at, atKey: true, message };
      }
    }
  },
};
