// The variables of the services: those without which they do not start, and those that they must not have.
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { clientVariables, type ServiceFacts } from "./data/services.ts";
import { byValue, namesOf } from "./groups.ts";
import { type BrokerService, brokerServices, isProduction, servicesNamed, setting } from "./services.ts";

const sourceCode = "https://github.com/DPIclimate/broker/tree/master/src/python";

export const missingVariable: Rule = {
  code: "broker/missing-variable",
  severity: "error",
  summary: "A service of the broker lacks a variable that it reads at its start",
  why: "The services read their environment while their modules load: the process ends with a KeyError, or by itself without a word, and is started again for ever",
  fix: "add the variable, or the ConfigMap or Secret that holds it",
  source: sourceCode,
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      const { environment, container, facts, name } = service;
      for (const variable of requiredVariables(service)) {
        const found = environment.variables.get(variable);
        if (found?.text?.trim() === "") {
          yield { at: found.at, message: `\`${name}\` does not start with an empty ${variable}` };
        } else if (!found && environment.isComplete) {
          const doing = facts.required.includes(variable) ? "does not start" : "reaches no server";
          yield {
            at: container.value.get("env"),
            atKey: true,
            message: `\`${name}\` ${doing} without ${variable}`,
          };
        }
      }
    }
  },
};

function requiredVariables({ facts, environment }: BrokerService): readonly string[] {
  const hasUrl = facts.name === "ict-mqtt" && environment.variables.has("RABBITMQ_URL");
  return [...facts.required, ...ofServers(facts, hasUrl)];
}

function ofServers({ clientOf }: ServiceFacts, hasUrl: boolean): readonly string[] {
  return clientOf.flatMap((server) => (server === "mq" && hasUrl ? [] : clientVariables[server]));
}

export const clientVariableAtDatabase: Rule = {
  code: "broker/client-variable-at-database",
  severity: "error",
  summary: "The database has PGHOST or PGPORT in its environment",
  why: "pg_isready and psql in its own pod follow them to the Service, which has no endpoint until the pod is ready: it never is",
  fix: "give the database only the variables of the image (POSTGRES_…, PGDATA)",
  source: "https://www.postgresql.org/docs/14/libpq-envars.html",
  *check(cluster) {
    for (const { container, environment } of servicesNamed(cluster, "db")) {
      for (const name of ["PGHOST", "PGPORT"]) {
        const found = environment.variables.get(name);
        if (!found) continue;
        const related = { at: container.value.get("envFrom"), message: "it comes in by this" };
        const isDirect = environment.order.includes(name);
        yield {
          at: found.at,
          message: `the database has ${name} in its environment`,
          ...(isDirect ? {} : { related: [related] }),
        };
      }
    }
  },
};

/** What the image's entry point looks for and refuses. */
const refused = /^RABBITMQ_(DEFAULT_(PASS|USER)_FILE|(MANAGEMENT_)?SSL_[A-Z_]+|VM_MEMORY_HIGH_WATERMARK)$/;

export const refusedVariable: Rule = {
  code: "broker/refused-variable",
  severity: "error",
  summary: "RabbitMQ has a variable that its image refuses since 3.9",
  why: "The entry point of the image ends with an error when it sees one",
  fix: "put the setting into a file in /etc/rabbitmq/conf.d",
  source: "https://github.com/docker-library/rabbitmq/blob/master/docker-entrypoint.sh",
  *check(cluster) {
    for (const { environment } of servicesNamed(cluster, "mq")) {
      for (const { name, at } of environment.variables.values()) {
        if (refused.test(name)) yield { at, message: `the image of RabbitMQ does not start with ${name}` };
      }
    }
  },
};

export const testMode: Rule = {
  code: "broker/test-mode",
  severity: "error",
  summary: "The receiver of ICT devices runs in its test mode in production",
  why: "It writes messages to files and passes nothing on; any text turns the mode on, 0 and false as well",
  fix: "remove ICT_MQTT_TEST",
  source: sourceCode,
  *check(cluster) {
    if (!isProduction(cluster)) return;
    for (const { environment } of servicesNamed(cluster, "ict-mqtt")) {
      const found = environment.variables.get("ICT_MQTT_TEST");
      if (!found || found.text?.trim() === "") continue;
      yield { at: found.at, message: "ICT_MQTT_TEST turns the receiver into a test" };
    }
  },
};

export const unequalLists: Rule = {
  code: "broker/accounts-without-password",
  severity: "error",
  summary: "The accounts and the passwords of GreenBrain are not equally many",
  why: "The poller takes them in pairs: it fails, or polls with the password of another account",
  fix: "write as many passwords as accounts, parted by commas",
  source: sourceCode,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "greenbrain")) {
      const users = setting(service, "GREENBRAIN_USERS");
      const passwords = setting(service, "GREENBRAIN_PASSWORDS");
      if (!users || !passwords) continue;
      const [accounts, others] = [users.text.split(",").length, passwords.text.split(",").length];
      if (accounts === others) continue;
      yield {
        at: passwords.at,
        isSecret: true,
        message: `the number of accounts is ${accounts}, that of passwords is ${others}`,
        related: [{ at: users.at, message: "the accounts" }],
      };
    }
  },
};

export const pythonPath: Rule = {
  code: "broker/python-path",
  severity: "error",
  summary: "PYTHONPATH leaves out a directory that holds modules of the service",
  why: "The service ends with an ImportError",
  fix: "add the directories, parted by colons",
  source: "https://github.com/DPIclimate/broker/blob/master/compose/docker-compose.yml",
  *check(cluster) {
    const wrong = brokerServices(cluster).flatMap((service) => wrongPath(service) ?? []);
    for (const same of byValue(wrong, ({ at }) => at)) {
      const [{ at, message }] = same;
      yield {
        at,
        atKey: at.node?.kind === "sequence",
        message: `PYTHONPATH of ${namesOf(same.map(({ service }) => service))} ${message}`,
      };
    }
  },
};

interface WrongPath {
  readonly service: BrokerService;
  readonly at: Value;
  readonly message: string;
}

function wrongPath(service: BrokerService): WrongPath | undefined {
  const { facts, environment, container } = service;
  const found = environment.variables.get("PYTHONPATH");
  if (!found) {
    // Modules below the working directory are found without it.
    const isFound = facts.pythonPath.length === 0 || startsThere(service);
    if (isFound || !environment.isComplete) return undefined;
    return { service, at: container.value.get("env"), message: "is not set" };
  }
  const given = found.text?.split(":") ?? facts.pythonPath;
  const missing = facts.pythonPath.filter((path) => !given.includes(path));
  if (missing.length === 0) return undefined;
  return { service, at: found.at, message: `lacks ${missing.join(" and ")}` };
}

function startsThere({ facts, container }: BrokerService): boolean {
  const workingDir = container.value.get("workingDir").text;
  return facts.workingDir === undefined && facts.pythonPath.every((path) => path === workingDir);
}
