// What the pods of the services may do, get and need.
import type { Rule } from "../rule.ts";
import { type BrokerService, brokerServices } from "./services.ts";
import { isWithin, mountsOf } from "./volumes.ts";

const securityContext = "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

export const otherUser: Rule = {
  code: "broker/user-of-other-image",
  severity: "error",
  summary: "A service runs as a user that its image does not know, or by a name",
  why: "The user's directories in the image belong to another number; and with runAsNonRoot alone the kubelet refuses the Python image, whose user is a name",
  fix: "set runAsUser to the number of the image: 999 for db and mq, 1000 otherwise",
  source: "https://github.com/DPIclimate/broker/blob/master/images/restapi/Dockerfile",
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      const { name, facts, container } = service;
      // Images on Alpine number their users otherwise.
      if (container.image.includes("alpine")) continue;
      const user = securityField(service, "runAsUser");
      const notRoot = securityField(service, "runAsNonRoot");
      if (user.number !== undefined && user.number !== 0 && user.number !== facts.user) {
        yield {
          at: user,
          message: `\`${name}\` runs as ${user.number}; its image has the user ${facts.user}`,
        };
      } else if (user.number === undefined && notRoot.boolean === true) {
        yield { at: notRoot, message: `\`${name}\` must not be root, and no number says which user it is` };
      }
    }
  },
};

/** The container's own value, else the pod's. */
function securityField({ container, workload }: BrokerService, field: string) {
  const own = container.value.get("securityContext", field);
  return own.exists ? own : workload.pod.get("securityContext", field);
}

export const notWritable: Rule = {
  code: "broker/directory-not-writable",
  severity: "error",
  summary: "A service with a read-only file system has no volume where it writes",
  why: "The service ends at the first file that it cannot write",
  fix: "mount an emptyDir there",
  source: securityContext,
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      const readOnly = service.container.value.get("securityContext", "readOnlyRootFilesystem");
      if (readOnly.boolean !== true) continue;
      const mounts = mountsOf(service);
      const missing = service.facts.writes.filter(
        (path) =>
          !mounts.some((mount) => isWithin(path, mount.path) && mount.value.get("readOnly").boolean !== true),
      );
      if (missing.length === 0) continue;
      yield {
        at: service.container.value.get("volumeMounts"),
        atKey: true,
        message: `\`${service.name}\` writes to ${missing.join(", ")}, where nothing is mounted`,
        related: [{ at: readOnly, message: "the rest of the file system is read-only" }],
      };
    }
  },
};

export const serviceLinks: Rule = {
  code: "broker/service-links",
  severity: "warning",
  summary: "The pods of the broker get a variable for every Service",
  why: "A Service called rabbitmq sets RABBITMQ_PORT to tcp://…, and one called emqx sets EMQX_…: both mean something else to the services",
  fix: "set enableServiceLinks to false",
  source: "https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables",
  *check(cluster) {
    for (const { name, workload } of brokerServices(cluster)) {
      const at = workload.pod.get("enableServiceLinks");
      if (at.boolean !== false) yield { at, message: `\`${name}\` gets a variable for every Service` };
    }
  },
};

export const deadPort: Rule = {
  code: "broker/metrics-port-without-server",
  severity: "warning",
  summary: "A service names the port 8000, where nothing listens",
  why: "The metrics server of 2023 is gone from the code; Prometheus finds a target that is always down",
  fix: "remove the port; RabbitMQ's 15692 has the metrics of the queues",
  source: "https://github.com/DPIclimate/broker/tree/master/src/python",
  *check(cluster) {
    for (const { name, container, facts } of brokerServices(cluster)) {
      if (facts.ports.includes(8000)) continue;
      for (const port of container.value.get("ports").items()) {
        const at = port.get("containerPort");
        if (at.number === 8000) yield { at, message: `nothing of \`${name}\` listens on 8000` };
      }
    }
  },
};

export const noCpuLimit: Rule = {
  code: "broker/no-cpu-limit",
  severity: "warning",
  summary: "A stream worker has no CPU limit",
  why: "Until its channels are open, and whenever RabbitMQ is away, the worker asks again without a pause and takes a whole CPU",
  fix: "set resources.limits.cpu, 500m for instance",
  source: "https://github.com/DPIclimate/broker/blob/master/src/python/api/client/RabbitMQ.py",
  *check(cluster) {
    for (const { name, container, facts } of brokerServices(cluster)) {
      const at = container.value.get("resources", "limits", "cpu");
      if (facts.socket !== "RABBITMQ_PORT" || at.exists) continue;
      yield { at, message: `\`${name}\` may take all CPUs of its node while it waits` };
    }
  },
};

export const ignoredSignal: Rule = {
  code: "broker/signal-ignored",
  severity: "error",
  summary: "A service that ignores SIGTERM is stopped by nothing else",
  why: "The pod sits out its grace period at every rollout and is then killed, in the middle of what it does",
  fix: 'add a preStop hook: command: [sh, -c, "kill -INT 1"]',
  source: "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/",
  *check(cluster) {
    for (const { name, facts, container, workload } of brokerServices(cluster)) {
      // With a shared process namespace, or an init of its own, process 1 is another one.
      if (!facts.ignoresTerm || workload.pod.get("shareProcessNamespace").boolean === true) continue;
      const hook = container.value.get("lifecycle", "preStop");
      const signal = container.value.get("lifecycle", "stopSignal").text;
      const words = hook.get("exec", "command").items();
      if (signal === "SIGINT" || words.some(({ text }) => /\b(SIG)?INT\b|-2\b/.test(text ?? ""))) continue;
      yield { at: hook, message: `\`${name}\` ignores SIGTERM, and no preStop hook sends it SIGINT` };
    }
  },
};

export const shortGrace: Rule = {
  code: "broker/grace-too-short",
  severity: "error",
  summary: "A service is killed before it can have ended",
  why: "The database then recovers at its next start, RabbitMQ loses what is not written yet, and a delivery is sent again",
  fix: "raise terminationGracePeriodSeconds: 120 for db and mq, 60 for delivery services, 30 otherwise",
  source: "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
  *check(cluster) {
    for (const { name, facts, workload } of brokerServices(cluster)) {
      const at = workload.pod.get("terminationGracePeriodSeconds");
      const seconds = at.number ?? 30;
      if (seconds >= facts.graceSeconds) continue;
      yield { at, message: `\`${name}\` may need ${facts.graceSeconds} s to end and has ${seconds}` };
    }
  },
};
