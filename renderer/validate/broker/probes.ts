// Probes that fail although the service is well, or pass although it is not.

import type { Cluster } from "../model/cluster.ts";
import { numberOfPort } from "../model/network-policy.ts";
import type { Value } from "../model/value.ts";
import { servedWorkloads } from "../practice/probes.ts";
import type { Finding, Rule } from "../rule.ts";
import { connections, toPort } from "./connections.ts";
import { byValue, type Group, namesOf } from "./groups.ts";
import { refusalOf } from "./refusals.ts";
import { type BrokerService, brokerServices, servicesNamed, setting, wronglyDeclared } from "./services.ts";

const probeFields = ["startupProbe", "readinessProbe", "livenessProbe"] as const;

interface Probe {
  readonly service: BrokerService;
  readonly field: (typeof probeFields)[number];
  readonly value: Value;
}

function probesOf(service: BrokerService): readonly Probe[] {
  return probeFields
    .map((field) => ({ service, field, value: service.container.value.get(field) }))
    .filter(({ value }) => value.exists);
}

/** The command of a probe as one text. */
function textOf({ value }: Probe): string {
  return wordsOf(value)
    .map(({ text }) => text ?? "")
    .join(" ");
}

function wordsOf(probe: Value): readonly Value[] {
  return probe.get("exec", "command").items();
}

/** What a service behind a Service lacks is said of every workload: `practice/no-readiness-probe`. */
export const missingProbe: Rule = {
  code: "broker/probe-missing",
  severity: "warning",
  summary: "Nothing asks a service of the broker whether it works",
  why: "The workers of the broker live on when their connection or a thread has died; without a readinessProbe a rollout goes on although the new pod does not work",
  fix: "ask a server for a path or port, and a worker for its connection to RabbitMQ in /proc/net/tcp",
  source: "https://github.com/DPIclimate/broker/tree/master/src/python",
  *check(cluster) {
    const served = cluster.once(servedWorkloads);
    for (const { name, workload, container } of brokerServices(cluster)) {
      if (workload.runsToEnd) continue;
      const missing = ["livenessProbe", ...(served.has(workload) ? [] : ["readinessProbe"])].filter(
        (field) => !container.value.get(field).exists,
      );
      if (missing.length > 0)
        yield { at: container.value, message: `\`${name}\` has no ${missing.join(" and no ")}` };
    }
  },
};

export const unexpandedVariable: Rule = {
  code: "broker/unexpanded-variable-in-probe",
  severity: "error",
  summary: "A probe's command has a variable that nothing puts in",
  why: "The kubelet starts the command without a shell, so the program gets the letters `$NAME`; pg_isready then asks for a user of that name and still says yes",
  fix: "run it by a shell: command: [sh, -c, 'pg_isready -U \"$POSTGRES_USER\"']",
  source:
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
  *check(cluster) {
    for (const probe of brokerServices(cluster).flatMap(probesOf)) {
      const words = wordsOf(probe.value);
      if (/(^|\/)(sh|bash|ash|dash|busybox)$/.test(words[0]?.text ?? "")) continue;
      // The kubelet itself puts in $(NAME).
      for (const word of words) {
        const variable = /\$(\{\w+\}|\w+)/.exec(word.text ?? "")?.[0];
        if (variable !== undefined)
          yield { at: word, message: `nothing puts a value in for \`${variable}\`` };
      }
    }
  },
};

export const probeOfOtherHost: Rule = {
  code: "broker/database-probe-without-host",
  severity: "error",
  summary: "A probe of the database calls pg_isready without -h 127.0.0.1",
  why: "By the socket it passes while the first start still fills the database, and with PGHOST in the environment it asks the Service, which answers only when the pod is ready",
  fix: "write pg_isready -h 127.0.0.1",
  source: "https://www.postgresql.org/docs/14/app-pg-isready.html",
  *check(cluster) {
    for (const probe of servicesNamed(cluster, "db").flatMap(probesOf)) {
      const call = /\bpg_isready\b[^&|;]*/.exec(textOf(probe))?.[0];
      if (call === undefined || /\s(-h\s*|--host[= ])"?(127\.0\.0\.1|localhost|::1)\b/.test(call)) continue;
      const at = wordsOf(probe.value).find(({ text }) => text?.includes("pg_isready")) ?? probe.value;
      yield { at, message: `pg_isready of the ${probe.field} does not say -h 127.0.0.1` };
    }
  },
};

export const probePath: Rule = {
  code: "broker/probe-of-closed-path",
  severity: "error",
  summary: "An HTTP probe asks for a path that the service does not answer without an account",
  why: "The service answers 401 or 404, so its pods never become ready, or are killed again and again",
  fix: "ask for one of the paths that are open: /openapi.json at the APIs, /iota/login at the website",
  source: "https://github.com/DPIclimate/broker/blob/master/src/python/restapi/RestAPI.py",
  *check(cluster) {
    for (const probe of brokerServices(cluster).flatMap(probesOf)) {
      const { name, facts } = probe.service;
      const request = probe.value.get("httpGet");
      const open = name === "mq" ? ["/metrics"] : facts.probePaths;
      const path = request.get("path");
      const asked = (path.text ?? "/").replace(/[?#].*$/, "");
      if (
        !request.exists ||
        !open ||
        open.some((known) => known === asked || (name === "mq" && asked.startsWith(known)))
      )
        continue;
      yield {
        at: path,
        message: `\`${name}\` does not answer ${asked} without an account; ${open.join(" and ")} it does`,
      };
    }
  },
};

export const probePort: Rule = {
  code: "broker/probe-of-other-port",
  severity: "error",
  summary: "A probe looks at a port that the service does not use",
  why: "The probe always fails: the pod never becomes ready and is killed again and again",
  fix: "name the port, in hexadecimal where the probe reads /proc/net/tcp",
  source: "https://www.kernel.org/doc/html/latest/networking/proc_net_tcp.html",
  *check(cluster) {
    const refused = cluster.once(refusedClients);
    const elsewhere: Looking[] = [];
    for (const probe of brokerServices(cluster).flatMap(probesOf)) {
      const { service, value } = probe;
      yield* listening(service, value);
      const port = socketPort(service);
      const found = /:([0-9A-Fa-f]{4}) 01\b/.exec(textOf(probe));
      if (port === undefined || !found || !textOf(probe).includes("/proc/net/tcp")) continue;
      // When no server has the port, it is the variable that is wrong.
      if (Number.parseInt(found[1] ?? "", 16) === port.number || refused.has(service)) continue;
      const at = wordsOf(value).find(({ text }) => text?.includes(found[0])) ?? value;
      elsewhere.push({ probe, port, found: found[1] ?? "", at });
    }
    for (const same of byValue(elsewhere, ({ at }) => at)) yield lookingElsewhere(same);
  },
};

interface Looking {
  readonly probe: Probe;
  readonly port: SocketPort;
  /** The port that it looks for, in hexadecimal. */
  readonly found: string;
  readonly at: Value;
}

/** Services share probes through anchors and patches. */
function lookingElsewhere(same: Group<Looking>): Finding {
  const [{ probe, port, found, at }] = same;
  const services = namesOf(same.map((each) => each.probe.service));
  const looked = Number.parseInt(found, 16);
  const hex = port.number.toString(16).toUpperCase().padStart(4, "0");
  return {
    at,
    message: `the ${probe.field} of ${services} looks for connections to port ${looked}, which should be ${port.number}`,
    help: `write ${hex} in place of ${found}`,
    related: port.at ? [{ at: port.at, message: `${probe.service.facts.socket} is ${port.number}` }] : [],
  };
}

/** The services whose server does not have the port that they ask for, of which `broker/port-not-served` tells. */
function refusedClients(cluster: Cluster): ReadonlySet<BrokerService> {
  const refused = connections(cluster).filter((connection) => refusalOf(cluster, connection) !== undefined);
  return new Set(refused.map(({ client }) => client));
}

/** Probes that connect. */
function* listening(service: BrokerService, probe: Value) {
  for (const kind of ["httpGet", "tcpSocket"]) {
    const at = probe.get(kind, "port");
    const port = at.number ?? numberOfPort(service.workload, at.text, "TCP");
    const { ports } = service.facts;
    if (port === undefined || ports.length === 0 || ports.includes(port)) continue;
    const declared = wronglyDeclared(service, port);
    const message = `\`${service.name}\` listens on ${ports.join(", ")}, not on ${port}`;
    if (declared) yield { at: declared, message, help: "declare the port that it listens on" };
    else yield { at, message };
  }
}

interface SocketPort {
  readonly number: number;
  readonly at: Value | undefined;
}

function socketPort(service: BrokerService): SocketPort | undefined {
  const { socket } = service.facts;
  if (!socket) return undefined;
  const found = setting(service, socket);
  if (found) {
    const number = toPort(found.text);
    return number === undefined ? undefined : { number, at: found.at };
  }
  const { variables, isComplete } = service.environment;
  const isUsual = socket === "ICT_MQTT_PORT" && isComplete && !variables.has(socket);
  return isUsual ? { number: 1883, at: undefined } : undefined;
}

export const threadsNotCounted: Rule = {
  code: "broker/probe-misses-dead-thread",
  severity: "error",
  summary: "The liveness probe of a delivery service does not count its threads",
  why: "After an error of the database the sending thread may end alone: the connection stays, the table fills, and nothing is sent any more",
  fix: "let the probe count as well: [ $(ls /proc/1/task | wc -l) -ge 2 ]",
  source: "https://github.com/DPIclimate/broker/blob/master/src/python/delivery/BaseWriter.py",
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      if (!service.facts.hasSendingThread) continue;
      const probe = probesOf(service).find(({ field }) => field === "livenessProbe");
      // A missing probe is the matter of another rule.
      if (!probe?.value.get("exec").exists || /\/task\b|Threads:/.test(textOf(probe))) continue;
      yield {
        at: wordsOf(probe.value).at(-1) ?? probe.value,
        message: `the livenessProbe of \`${service.name}\` does not see that the sending thread has ended`,
      };
    }
  },
};
