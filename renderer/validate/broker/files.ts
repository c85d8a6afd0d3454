// Files that services write and others read, and the code in their images.
import type { Rule } from "../rule.ts";
import { type BrokerService, brokerServices, servicesNamed, setting } from "./services.ts";
import { claimOf, filesOf, isWithin, mountOf, mountsOf, withoutSlash } from "./volumes.ts";

const compose = "https://github.com/DPIclimate/broker/blob/master/compose/docker-compose.yml";

export const filesNotKept: Rule = {
  code: "broker/files-not-kept",
  severity: "error",
  summary: "A service writes files that must outlive it, and no volume is mounted there",
  why: "The webhook and the receiver of ICT devices answer for messages by these files until RabbitMQ has them; DataBolt reads what frred writes, and frred ends when the directory is missing",
  fix: "mount a claim at the directory",
  source: compose,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "ttn-webhook", "frred", "ict-mqtt")) {
      const directory = directoryOf(service);
      if (directory === undefined) continue;
      const mount = mountOf(mountsOf(service), directory);
      // The webhook's spool may be an emptyDir: it then survives the container, if not the pod.
      const isKept = mount?.isClaim || (service.name === "ttn-webhook" && mount?.path === directory);
      if (isKept) continue;
      const at = mount ? mount.value.get("name") : service.container.value.get("volumeMounts");
      const where = mount ? "no claim" : "no volume";
      yield { at, message: `\`${service.name}\` writes to ${directory}, where ${where} is mounted` };
    }
  },
};

function directoryOf(service: BrokerService): string | undefined {
  if (service.name === "frred") return "/raw_data";
  if (service.name === "ict-mqtt") return setting(service, "ICT_MQTT_DISK_CACHE_DIR")?.text;
  const { variables, isComplete } = service.environment;
  // Without the variable the home of the image's user counts.
  const isUsual = isComplete && !variables.has("HOME");
  const home = isUsual ? "/home/broker" : setting(service, "HOME")?.text;
  return home === undefined ? undefined : `${withoutSlash(home)}/ttn_incoming_msgs`;
}

export const filesNotShared: Rule = {
  code: "broker/files-not-shared",
  severity: "error",
  summary: "The claim that frred writes to can be mounted on one node only",
  why: "DataBolt reads the files from a pod of its own, which cannot start on another node",
  fix: "set accessModes to ReadWriteMany, with a class that offers it",
  source: compose,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "frred")) {
      const mount = mountOf(mountsOf(service), "/raw_data");
      const modes = mount && claimOf(cluster, mount, service.namespace)?.get("accessModes");
      if (!modes || modes.items().some(({ text }) => text === "ReadWriteMany")) continue;
      yield {
        at: modes.items()[0] ?? modes,
        message: "the claim of the files for DataBolt is not ReadWriteMany",
        related: [{ at: mount.value.get("mountPath"), message: "frred writes here" }],
      };
    }
  },
};

export const spoolShared: Rule = {
  code: "broker/spool-shared",
  severity: "error",
  summary: "Several pods of the webhook write to one spool",
  why: "Each pod sends what it finds in the spool when RabbitMQ is back, so messages arrive several times",
  fix: "make it a StatefulSet with volumeClaimTemplates, so that each pod has a spool of its own",
  source: compose,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "ttn-webhook")) {
      const directory = directoryOf(service);
      if (directory === undefined || (service.workload.replicas ?? 2) < 2) continue;
      const volume = mountOf(mountsOf(service), directory)?.volume;
      const claim = volume?.get("persistentVolumeClaim", "claimName");
      if (!claim?.exists) continue;
      yield {
        at: claim,
        message: `all ${service.workload.replicas ?? ""} pods of the webhook write to the claim \`${claim.text}\``,
        related: [{ at: service.workload.object.root.get("spec", "replicas"), message: "so many pods" }],
      };
    }
  },
};

export const sourceHidden: Rule = {
  code: "broker/code-hidden-by-volume",
  severity: "error",
  summary: "A volume is mounted over the code in the image of a service",
  why: "The service finds no module and ends; compose mounts the source there, hosted images hold it",
  fix: "remove the mount and use an image that contains the source",
  source: compose,
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      for (const { value, path, subPath } of mountsOf(service)) {
        // A single file, such as another logging.json, hides nothing else.
        const hidden = service.facts.code.find(
          (code) => isWithin(code, path) || (isWithin(path, code) && subPath === undefined),
        );
        if (hidden === undefined) continue;
        yield { at: value.get("mountPath"), message: `a volume at ${path} hides the code in ${hidden}` };
      }
    }
  },
};

const unguarded = /create\s+extension\s+(?!if\s+not\s+exists)"?postgis"?/i;
const scripts = "/docker-entrypoint-initdb.d";

export const extensionTwice: Rule = {
  code: "broker/extension-created-twice",
  severity: "error",
  summary: "The schema is mounted beside the image's own script, and both create PostGIS",
  why: "The first start stops at the second CREATE EXTENSION; the next start skips the initialisation, and the database runs without a schema",
  fix: "mount the volume at /docker-entrypoint-initdb.d as a whole, or write CREATE EXTENSION IF NOT EXISTS",
  source: "https://github.com/postgis/docker-postgis/blob/master/initdb-postgis.sh",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "db")) {
      for (const mount of mountsOf(service)) {
        if (mount.subPath === undefined || !isWithin(mount.path, scripts)) continue;
        for (const file of filesOf(cluster, mount, service.namespace)?.values() ?? []) {
          if (!unguarded.test(file.text ?? "")) continue;
          yield {
            at: mount.value.get("subPath"),
            message: `${mount.path} creates PostGIS, and so does the image's script that stays beside it`,
            related: [{ at: file, message: "the schema" }],
          };
        }
      }
    }
  },
};
