// Secrets that can be read in the repository.

import { binaryText } from "../../yaml/scalar-text.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { credentialIn, hasPrivateKey, isSecretName, mayBeSecret } from "../security/credentials.ts";
import { patchesKustomizations, syncObjectsOf } from "./sync.ts";

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

// Encrypted, or filled in by Flux, a plugin of Argo CD or 1Password.
const placeholder =
  /^\s*(ENC\[.*|\$\{(?:[^{}]|\$\{[^{}]*\})+\}|<[^<>]*>|ref\+.*|op:\/\/.*)\s*$|<path:[^<>]+>/;
const publicKey = /\.(crt|pub|cert)$|^(known_hosts|username|user)$/;

function isPlaceholder(text: string): boolean {
  return placeholder.test(text) || (hasPart.test(text) && !showsSecret(text));
}

/** Something is put into the text: a variable anywhere, or `<token>` where a setting has its value. */
const hasPart = /\$\{\w{1,100}\}|[:=] {0,10}["']?<[^<>\n]{1,100}>["']?\s{0,10}(?:[,}\]\n]|$)/;

const setting = /([\w.-]{1,100})["']? {0,10}[:=] {0,10}["']?([^"'\s,}]+)/g;

/** Of a text that something is put into, that is taken for the secret part unless another one stands beside it. */
function showsSecret(text: string): boolean {
  const settings = [...text.matchAll(setting)];
  const isShown = settings.some(([, name = "", value = ""]) => isSecretName(name) && mayBeSecret(value));
  return isShown || credentialIn(text) !== undefined;
}

/** A file that SOPS has encrypted, which says so in the file's own format; a generator of Flux decrypts it. */
function isEncryptedFile(text: string): boolean {
  return text.includes("ENC[AES256_GCM,") && /^\s*("?sops"?:|\[sops\]|sops_mac=)/m.test(text);
}

/** Those that are called secrets come first. */
function plainValues({ root }: KubeObject): readonly (readonly [string, Value])[] {
  const found = ["data", "stringData"].flatMap((map) =>
    root
      .get(map)
      .entries()
      .filter(([key, value]) => {
        const text = map === "data" ? binaryText(value.text ?? "") : value.text;
        if (text === undefined || isEmpty(text) || isPlaceholder(text)) return false;
        if (isPlaceholder(value.text ?? "") || isEncryptedFile(text)) return false;
        // What SOPS writes into an encrypted file of variables is no secret.
        if (key.startsWith("sops_") && root.get(map, "sops_mac").exists) return false;
        return !publicKey.test(key) || hasPrivateKey(text);
      }),
  );
  const isNamed = ([key]: readonly [string, Value]): boolean => isSecretName(key);
  return [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))];
}

/** A file of comments is a place for what an overlay adds. */
function isEmpty(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(?:#|$)/.test(line));
}

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
      if (controller === "flux" && patchesKustomizations(cluster)) continue;
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
