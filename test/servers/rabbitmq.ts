/** A real RabbitMQ with the configuration, plugins and definitions that an overlay renders. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { one } from "../tree/objects.ts";
import { type KubernetesObject, rendered } from "../tree/rendered.ts";
import {
  findProgram,
  freePorts,
  type Running,
  removeDirectory,
  scratchDirectory,
  start,
  stop,
  until,
} from "./servers.ts";

/** The scripts behind Debian's wrappers, which insist on an account of their own. */
const home = "/usr/lib/rabbitmq/bin";
export const rabbitmqServer = findProgram(`${home}/rabbitmq-server`, "rabbitmq-server");

export interface Account {
  readonly username: string;
  readonly password: string;
}

export interface RabbitMq {
  readonly amqp: number;
  readonly mqtt: number;
  readonly prometheus: number;
  /** Runs a command line tool of RabbitMQ against the server. */
  readonly tool: (
    name: string,
    ...parameters: readonly string[]
  ) => { readonly status: number; readonly text: string };
  /** Stops the server and starts it again on the same data, with new passwords where given. */
  readonly restart: (accounts: Readonly<Record<string, Account>>) => Promise<void>;
  readonly shutdown: () => Promise<void>;
  readonly config: Readonly<Record<string, string>>;
}

/** Runs accounts.sh as the pod's init container does. */
export function writeDefinitions(
  directory: string,
  config: Readonly<Record<string, string>>,
  accounts: Readonly<Record<string, Account>>,
): { readonly status: number; readonly text: string } {
  const [templates, secrets, definitions] = ["templates", "accounts", "definitions"].map((d) =>
    join(directory, d),
  );
  for (const path of [templates, secrets, definitions]) mkdirSync(path ?? "", { recursive: true });
  for (const [name, text] of Object.entries(config)) writeFileSync(join(templates ?? "", name), text);
  for (const [name, { username, password }] of Object.entries(accounts)) {
    mkdirSync(join(secrets ?? "", name), { recursive: true });
    writeFileSync(join(secrets ?? "", name, "username"), username);
    writeFileSync(join(secrets ?? "", name, "password"), password);
  }
  const environment = { TEMPLATES: templates, ACCOUNTS: secrets, DEFINITIONS: definitions };
  const result = spawnSync("sh", [join(templates ?? "", "accounts.sh")], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  return { status: result.status ?? -1, text: result.stdout + result.stderr };
}

export async function mqConfig(dir: string): Promise<Readonly<Record<string, string>>> {
  const map = one<KubernetesObject>(await rendered(dir), "ConfigMap", "mq-config");
  return map["data"] as Readonly<Record<string, string>>;
}

/** @param dir  an overlay of the broker, relative to the repository root */
export async function startRabbitMq(
  dir: string,
  accounts: Readonly<Record<string, Account>>,
): Promise<RabbitMq> {
  const config = await mqConfig(dir);
  const directory = scratchDirectory();
  const [amqp = 0, mqtt = 0, prometheus = 0, management = 0, distribution = 0, epmd = 0] = await freePorts(6);
  const at = (...parts: readonly string[]): string => join(directory, ...parts);
  for (const path of ["home", "mnesia", "log", "generated", "conf.d"]) mkdirSync(at(path));

  // Only what the test must move: the path of the definitions and the ports. Everything else is as rendered.
  const iota = (config["iota.conf"] ?? "")
    .replace("= /run/definitions", `= ${at("definitions")}`)
    .replace("mqtt.listeners.tcp.default = 1883", `mqtt.listeners.tcp.default = 127.0.0.1:${mqtt}`);
  writeFileSync(at("conf.d", "30-iota.conf"), iota);
  writeFileSync(at("conf.d", "31-memory.conf"), config["memory.conf"] ?? "");
  const ports = [
    `listeners.tcp.default = 127.0.0.1:${amqp}`,
    `management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = ${management}`,
    `prometheus.tcp.ip = 127.0.0.1\nprometheus.tcp.port = ${prometheus}`,
  ];
  writeFileSync(at("conf.d", "99-test.conf"), `${ports.join("\n")}\n`);
  writeFileSync(at("enabled_plugins"), config["enabled_plugins"] ?? "");

  const environment = {
    ...process.env,
    HOME: at("home"),
    RABBITMQ_NODENAME: `gitops-${amqp}@localhost`,
    RABBITMQ_MNESIA_BASE: at("mnesia"),
    RABBITMQ_LOG_BASE: at("log"),
    RABBITMQ_CONFIG_FILE: at("none"),
    RABBITMQ_CONFIG_FILES: at("conf.d"),
    RABBITMQ_GENERATED_CONFIG_DIR: at("generated"),
    RABBITMQ_ENABLED_PLUGINS_FILE: at("enabled_plugins"),
    RABBITMQ_DIST_PORT: String(distribution),
    ERL_EPMD_PORT: String(epmd),
    ERL_EPMD_ADDRESS: "127.0.0.1",
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1}",
  };
  // Erlang would start one by itself, as a daemon that outlives the test.
  const portMapper = start("epmd", ["-port", String(epmd), "-address", "127.0.0.1"], { env: environment });
  let running: Running | undefined;
  const tool: RabbitMq["tool"] = (name, ...parameters) => {
    const result = spawnSync(join(home, name), parameters, {
      env: environment,
      encoding: "utf8",
      timeout: 20_000,
    });
    return { status: result.status ?? -1, text: result.stdout + result.stderr };
  };
  const boot = async (known: Readonly<Record<string, Account>>): Promise<void> => {
    const written = writeDefinitions(directory, config, known);
    if (written.status !== 0) throw new Error(written.text);
    const server = start(rabbitmqServer ?? "", [], { env: environment });
    running = server;
    const over = (): boolean => server.process.exitCode !== null;
    await until(() => over() || server.output().includes("Server startup complete"), server.output, 60_000);
    if (over()) throw new Error(server.output());
  };
  const shutdown = async (): Promise<void> => {
    // Nothing of it is needed any more, so no time for an orderly end.
    await stop(running, "SIGKILL");
    await stop(portMapper, "SIGKILL");
    removeDirectory(directory);
  };
  try {
    await boot(accounts);
  } catch (error) {
    await shutdown();
    throw error;
  }
  const restart = async (known: Readonly<Record<string, Account>>): Promise<void> => {
    await stop(running);
    await boot(known);
  };
  return { amqp, mqtt, prometheus, tool, restart, shutdown, config };
}
