// What the containers of the services are started with, and what they wait for.
import type { Cluster } from "../model/cluster.ts";
import { environmentOf } from "../model/environment.ts";
import type { Value } from "../model/value.ts";
import type { Container } from "../model/workload.ts";
import type { Rule } from "../rule.ts";
import { type BrokerService, brokerServices, commandLine, neighbours, setting } from "./services.ts";
import { withoutSlash } from "./volumes.ts";

export const replacedCommand: Rule = {
  code: "broker/replaced-command",
  severity: "error",
  summary: "A service of the broker is started with a command that does not start it",
  why: "The container idles, or does not start at all: `command` replaces the entry point of the image, and a flag alone is no program",
  fix: "remove the command, or name the program; arguments for the image's entry point go into `args`",
  source: "https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/",
  *check(cluster) {
    for (const { name, container, facts } of brokerServices(cluster)) {
      const command = container.value.get("command").items();
      const [first] = command;
      const line = commandLine(container.value).join(" ");
      if (first?.text?.startsWith("-")) {
        yield {
          at: first,
          message: `\`${name}\` is started with \`${first.text}\`, which is a flag and no program`,
        };
      } else if (/\btail\s+-[fF]\s+\/dev\/null\b|\bsleep\s+(infinity|\d{4,})\b|\bforever\.sh\b/.test(line)) {
        const at = idleWord(container.value) ?? container.value.get("command");
        yield { at, message: `\`${name}\` is not started: its container only idles` };
      } else if (facts.command && !facts.command.test(line)) {
        const at = moduleIn(container.value);
        if (at)
          yield { at, message: `\`${name}\` is started with the module ${at.text}, which is not its own` };
      }
    }
  },
};

/** What Python is told to run. */
function moduleIn(container: Value): Value | undefined {
  const words = [...container.get("command").items(), ...container.get("args").items()];
  const flag = words.findIndex(({ text }) => text === "-m");
  return flag > 0 && /python[\d.]*$/.test(words[flag - 1]?.text ?? "") ? words[flag + 1] : undefined;
}

function idleWord(container: Value): Value | undefined {
  const words = [...container.get("command").items(), ...container.get("args").items()];
  return words.find(({ text }) => /tail|sleep|forever/.test(text ?? ""));
}

export const workingDirectory: Rule = {
  code: "broker/working-directory",
  severity: "error",
  summary: "A service is started in a directory where its modules are not",
  why: "The REST API, the webhook and the processor of The Things Stack find their modules by the directory; elsewhere they end with an ImportError",
  fix: "set workingDir",
  source: "https://github.com/DPIclimate/broker/blob/master/compose/docker-compose.yml",
  *check(cluster) {
    for (const { name, facts, container } of brokerServices(cluster)) {
      const at = container.value.get("workingDir");
      if (facts.workingDir === undefined || withoutSlash(at.text ?? "") === facts.workingDir) continue;
      // uvicorn can be told the directory.
      if (commandLine(container.value).some((word) => word.startsWith("--app-dir"))) continue;
      const where = at.text === undefined ? "where the image says" : `in ${at.text}`;
      yield {
        at,
        message: `\`${name}\` starts ${where}; its modules are in ${facts.workingDir}`,
        help: `set workingDir to ${facts.workingDir}`,
      };
    }
  },
};

export const sleepInsteadOfTest: Rule = {
  code: "broker/sleep-instead-of-test",
  severity: "warning",
  summary: "An init container sleeps for a while instead of testing whether the server answers",
  why: "A time is too short on a slow day and too long on all others; after it the service starts anyhow",
  fix: "test in a loop that ends: pg_isready -h db, or a connection to mq:5672",
  source: "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/",
  *check(cluster) {
    for (const { workload } of brokerServices(cluster)) {
      for (const { value, name } of workload.initContainers) {
        const words = [...value.get("command").items(), ...value.get("args").items()];
        const script = words.map(({ text }) => text ?? "").join(" ");
        if (
          !/\bsleep\b/.test(script) ||
          /\b(while|until|for|if|nc|pg_isready|psql|python3?|curl|wget|timeout)\b|\/dev\/tcp|&&|\|\|/.test(
            script,
          )
        )
          continue;
        const at = words.find(({ text }) => text?.includes("sleep")) ?? value;
        yield { at, message: `\`${name}\` tests nothing, it only sleeps` };
      }
    }
  },
};

export const noWait: Rule = {
  code: "broker/starts-before-server",
  severity: "error",
  summary: "A service starts without waiting for a server that it needs",
  why: "Until the server answers the stream workers take a whole CPU, and the pollers and delivery services end",
  fix: "add an init container that waits until the server answers, for a limited time",
  source: "https://github.com/DPIclimate/broker/tree/master/src/python",
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      for (const server of service.facts.waitsFor) {
        // A server that is not rendered here may have been there for long.
        if (neighbours(cluster, service, server).length === 0 || waits(cluster, service, server)) continue;
        yield {
          at: service.workload.pod.get("initContainers"),
          atKey: true,
          message: `\`${service.name}\` starts without waiting for \`${server}\``,
        };
      }
    }
  },
};

const hostVariables = { db: "PGHOST", mq: "RABBITMQ_HOST" } as const;

function waits(cluster: Cluster, service: BrokerService, server: "db" | "mq"): boolean {
  return service.workload.initContainers.some((container) => {
    const mentioned = mentions(service, container);
    if (mentioned.length > 0) return mentioned.includes(server);
    // A script: it can ask for whatever its environment names.
    const { variables, isComplete } = environmentOf(cluster, service.workload, container);
    return !isComplete || variables.has(hostVariables[server]);
  });
}

/** The servers that the command of a container names, by their host or by its variable. */
function mentions(service: BrokerService, { value }: Container): readonly string[] {
  const line = ` ${commandLine(value).join(" ")} `;
  const env = value
    .get("env")
    .items()
    .map((entry) => ` ${entry.get("value").text ?? ""} `);
  const own = [line, ...env].join(" ");
  return (["db", "mq"] as const).filter((server) => {
    const variable = hostVariables[server];
    const host = setting(service, variable)?.text ?? server;
    return own.includes(variable) || hasWord(own, host);
  });
}

function hasWord(text: string, word: string): boolean {
  const i = text.indexOf(word);
  return i >= 0 && !/[\w-]/.test(text[i - 1] ?? "") && !/[\w-]/.test(text[i + word.length] ?? "");
}
