// RabbitMQ's plugins, settings and queues.
import type { Cluster } from "../model/cluster.ts";
import { workloadsSelectedBy } from "../model/selection.ts";
import type { Value } from "../model/value.ts";
import { textMap } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { targetPort } from "./connections.ts";
import { type BrokerService, serviceOf, servicesByNamespace, servicesNamed } from "./services.ts";
import { filesOf, mountsOf } from "./volumes.ts";

const pluginsPath = "/etc/rabbitmq/enabled_plugins";

export const pluginsFile: Rule = {
  code: "broker/plugins-file",
  severity: "error",
  summary: "The list of RabbitMQ's plugins is no Erlang term",
  why: "RabbitMQ cannot read the file and does not start",
  fix: "write `[rabbitmq_mqtt,rabbitmq_management].` with the full stop",
  source: "https://www.rabbitmq.com/docs/plugins#enabled-plugins-file",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "mq")) {
      const file = pluginList(cluster, service);
      if (
        !file ||
        /^\s*\[\s*([a-z][a-z0-9_]*(\s*,\s*[a-z][a-z0-9_]*)*)?\s*\]\s*\.\s*$/.test(
          withoutComments(file.text ?? ""),
        )
      )
        continue;
      const lacksStop = /\]\s*$/.test(withoutComments(file.text ?? ""));
      yield {
        at: file,
        message: lacksStop
          ? "the list of plugins lacks the full stop at its end"
          : "the list of plugins is no Erlang list",
      };
    }
  },
};

function pluginList(cluster: Cluster, service: BrokerService): Value | undefined {
  for (const mount of mountsOf(service)) {
    const files = filesOf(cluster, mount, service.namespace);
    const found =
      mount.path === pluginsPath || mount.path === "/etc/rabbitmq"
        ? files?.get("enabled_plugins")
        : undefined;
    if (found) return found;
  }
  return undefined;
}

function withoutComments(text: string): string {
  return text.replaceAll(/%.*/g, "");
}

const pluginOfPort: ReadonlyMap<number, string> = new Map([
  [1883, "rabbitmq_mqtt"],
  [15672, "rabbitmq_management"],
  [15692, "rabbitmq_prometheus"],
]);

export const pluginMissing: Rule = {
  code: "broker/plugin-missing",
  severity: "error",
  summary: "A Service leads to a port of RabbitMQ whose plugin is not enabled",
  why: "Nothing listens there: devices, the website or Prometheus are refused",
  fix: "add the plugin to enabled_plugins, or take the port out of the Service",
  source: "https://www.rabbitmq.com/docs/networking#ports",
  *check(cluster) {
    for (const service of cluster.ofKind("Service", "")) {
      const selector = textMap(service.root.get("spec", "selector"));
      for (const workload of workloadsSelectedBy(cluster, service.namespace, selector)) {
        const server = serviceOf(cluster, workload);
        const list = server?.name === "mq" ? pluginList(cluster, server) : undefined;
        if (!list) continue;
        const enabled = new Set(withoutComments(list.text ?? "").match(/[a-z][a-z0-9_]*/g));
        for (const port of service.root.get("spec", "ports").items()) {
          const plugin = pluginOfPort.get(targetPort(port, workload) ?? 0);
          if (plugin === undefined || enabled.has(plugin)) continue;
          yield {
            at: list,
            message: `${plugin} is not enabled, and the Service \`${service.name}\` offers its port`,
            related: [{ at: port.get("port"), message: "the port" }],
          };
        }
      }
    }
  },
};

export const configurationHidden: Rule = {
  code: "broker/rabbitmq-configuration-hidden",
  severity: "error",
  summary: "A volume is mounted over the whole of RabbitMQ's configuration directory",
  why: "It hides the image's conf.d/10-defaults.conf, which sends the log to the console: there is no log any more",
  fix: "mount single files by subPath: enabled_plugins, and conf.d/30-….conf",
  source: "https://github.com/docker-library/rabbitmq/blob/master/10-defaults.conf",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "mq")) {
      for (const { value, path } of mountsOf(service)) {
        if (path !== "/etc/rabbitmq" && path !== "/etc/rabbitmq/conf.d") continue;
        yield { at: value.get("mountPath"), message: `the volume at ${path} hides what the image has there` };
      }
    }
  },
};

export const unboundedQueues: Rule = {
  code: "broker/queues-without-limit",
  severity: "warning",
  summary: "No policy of RabbitMQ limits the queues of the delivery services",
  why: "A queue stays bound when its delivery service is removed or stops; it fills the disk, and RabbitMQ then stops taking messages at all",
  fix: "load a definition with a policy for _logical_msg_queue$ that sets max-length-bytes or expires",
  source: "https://www.rabbitmq.com/docs/maxlength",
  *check(cluster) {
    for (const [, services] of servicesByNamespace(cluster)) {
      const server = services.find(({ name }) => name === "mq");
      const delivers = services.find(({ facts }) => facts.hasSendingThread);
      if (!server || !delivers) continue;
      const files = mountedFiles(cluster, server);
      if (!files.isComplete || files.all.some((file) => limitsQueues(file.text ?? ""))) continue;
      yield {
        at: server.container.value.get("volumeMounts"),
        message: "the queues of the delivery services may grow until the disk is full",
        related: [{ at: delivers.container.value.get("command"), message: "this service has such a queue" }],
      };
    }
  },
};

interface Files {
  readonly all: readonly Value[];
  /** Nothing else that could be definitions is mounted. */
  readonly isComplete: boolean;
}

/** The files of all of the pod's volumes, for an init container may copy them to where RabbitMQ reads them. */
function mountedFiles(cluster: Cluster, { workload, namespace }: BrokerService): Files {
  const all: Value[] = [];
  let isComplete = true;
  for (const volume of workload.pod.get("volumes").items()) {
    const names = [
      volume.get("configMap", "name"),
      ...volume
        .get("projected", "sources")
        .items()
        .map((source) => source.get("configMap", "name")),
    ];
    for (const { text } of names) {
      if (text === undefined) continue;
      const data = cluster.find("ConfigMap", namespace, text)?.root.get("data");
      all.push(...(data?.entries() ?? []).map(([, file]) => file));
      isComplete &&= data !== undefined;
    }
    // Definitions hold password hashes, so they may well be a Secret.
    if (volume.get("secret").exists || volume.get("csi").exists) isComplete = false;
  }
  return { all, isComplete };
}

function limitsQueues(text: string): boolean {
  return /"(max-length|max-length-bytes|expires|message-ttl)"\s*:/.test(text);
}
