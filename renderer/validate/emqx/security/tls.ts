// Listeners that speak TLS.
import type { Cluster } from "../../model/cluster.ts";
import type { Finding, Rule } from "../../rule.ts";
import { discoveryText } from "../instance/discovery.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { type Listener, listenersOf } from "../instance/listeners.ts";
import { mountAt } from "../instance/mounts.ts";
import type { Setting } from "../instance/settings.ts";
import { notSet, placed } from "../placed.ts";
import { sources } from "../sources.ts";

function tlsListeners(instance: EmqxInstance): readonly Listener[] {
  return listenersOf(instance).filter(
    ({ type, isEnabled }) =>
      isEnabled && (type === "ssl" || type === "wss" || type === "https" || type === "quic"),
  );
}

/** QUIC has the files both in `ssl_options` and, older, beside them. */
function fileSetting({ settings }: Listener, name: string): Setting | undefined {
  return settings.get(`ssl_options.${name}`) ?? settings.get(name);
}

export const demoCertificate: Rule = {
  code: "emqx/demo-certificate",
  severity: "warning",
  summary: "A TLS listener has the certificate of the image",
  why: "Its key is in the public image, so anyone can pose as the broker; the TLS listeners are on unless they are turned off",
  fix: "set certfile, keyfile and cacertfile of its ssl_options to files of your own, or turn the listener off with ENABLE=false",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (!instance.settings.isComplete) continue;
      for (const listener of tlsListeners(instance)) {
        const missing = ["certfile", "keyfile"].filter((name) => !fileSetting(listener, name));
        if (missing.length === 0) continue;
        const any =
          listener.settings.get("enable") ??
          listener.settings.get("bind") ??
          [...listener.settings.values()][0];
        const message = `the listener \`${listener.name}\` uses the demo ${missing.length === 2 ? "certificate" : missing[0]} of the image`;
        yield { ...(any ? placed(any) : notSet(instance)), message };
      }
    }
  },
};

export const certificateNotMounted: Rule = {
  code: "emqx/certificate-not-mounted",
  severity: "error",
  summary: "A certificate or key is read from a path where nothing is mounted",
  why: "The listener does not start, and EMQX with it",
  fix: "mount the Secret at that directory; a TLS Secret has the keys tls.crt and tls.key, and ca.crt only from some issuers",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      for (const listener of tlsListeners(instance)) {
        for (const name of ["certfile", "keyfile", "cacertfile"]) {
          const setting = fileSetting(listener, name);
          if (setting) yield* checkFile(cluster, instance, setting);
        }
      }
    }
  },
};

function* checkFile(cluster: Cluster, instance: EmqxInstance, setting: Setting): Iterable<Finding> {
  const path = discoveryText(instance, setting);
  // The image's own files, and paths with variables of EMQX.
  if (!path?.startsWith("/") || path.startsWith("/opt/emqx/etc/certs/")) return;
  const mount = mountAt(instance.mounts, path);
  if (!mount) {
    yield { ...placed(setting), message: `nothing is mounted at \`${path}\`` };
    return;
  }
  const key = path.slice(mount.path.length + 1);
  const { volume } = mount;
  if (mount.subPath !== undefined || volume?.kind !== "secret") return;
  const items = volume.at.get("secret", "items");
  const held = items.exists
    ? items.items().map((item) => item.get("path").text ?? "")
    : keysOfSecret(cluster, instance.object.namespace, volume.name);
  if (held === undefined || held.includes(key)) return;
  const related = [{ at: mount.at, message: `the Secret \`${volume.name}\` is mounted here` }];
  yield { ...placed(setting), message: `the Secret \`${volume.name}\` has no \`${key}\``, related };
}

/** The keys that a Secret will have; undefined when that is not known, as with what an issuer or a store makes. */
function keysOfSecret(cluster: Cluster, namespace: string, name: string): readonly string[] | undefined {
  const secret = cluster.find("Secret", namespace, name);
  if (!secret) return undefined;
  return ["data", "stringData"].flatMap((field) =>
    secret.root
      .get(field)
      .entries()
      .map(([key]) => key),
  );
}

export const certificateOptional: Rule = {
  code: "emqx/clients-without-certificate-pass",
  severity: "warning",
  summary: "Clients are asked for a certificate and may come without one",
  why: "verify_peer checks what a client shows; a client that shows nothing passes unless fail_if_no_peer_cert is true",
  fix: "set ssl_options.fail_if_no_peer_cert to true as well",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      for (const { name, settings } of tlsListeners(instance)) {
        const verify = settings.get("ssl_options.verify");
        const fails = settings.get("ssl_options.fail_if_no_peer_cert");
        if (verify?.text !== "verify_peer" || fails?.text === "true" || (fails && fails.text === undefined))
          continue;
        if (!fails && !instance.settings.isComplete) continue;
        const at = fails ?? verify;
        yield { ...placed(at), message: `clients without a certificate pass the listener \`${name}\`` };
      }
    }
  },
};
