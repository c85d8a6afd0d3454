/**
 * The way of an uplink from an MQTT broker to the queues of the front ends. Mosquitto stands in for EMQX: it forwards the topics
 * of the rendered rule with the account of the rendered connector; RabbitMQ is real and has the rendered configuration.
 */
import { spawnSync } from "node:child_process";
import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentOf, one, type Workload } from "../tree/objects.ts";
import { rendered } from "../tree/rendered.ts";
import { Amqp } from "./amqp.ts";
import { type RabbitMq, rabbitmqServer, startRabbitMq } from "./rabbitmq.ts";
import {
  findProgram,
  freePorts,
  isSkipped,
  type Running,
  removeDirectory,
  scratchDirectory,
  start,
  stop,
  unprivileged,
  until,
} from "./servers.ts";

const mosquitto = findProgram("mosquitto", "/usr/sbin/mosquitto");
const publisher = findProgram("mosquitto_pub");
const subscriber = findProgram("mosquitto_sub");
const missing = [
  ...(rabbitmqServer === undefined ? ["rabbitmq-server"] : []),
  ...(mosquitto === undefined ? ["mosquitto"] : []),
  ...(publisher === undefined || subscriber === undefined ? ["mosquitto-clients"] : []),
];
const skipped = isSkipped("test/servers/bridge.test.ts", missing);

const accounts = {
  broker: { username: "broker", password: "one" },
  "emqx-bridge": { username: "emqx-bridge", password: "two" },
};

describe.skipIf(skipped)("the bridge", () => {
  let rabbitmq: RabbitMq;
  let broker: Running;
  let directory: string;
  let port = 0;

  const publish = (topic: string, message: string, ...more: readonly string[]): number =>
    spawnSync(
      publisher ?? "",
      ["-h", "127.0.0.1", "-p", String(port), "-q", "1", "-t", topic, "-m", message, ...more],
      { timeout: 5_000 },
    ).status ?? -1;

  /** The next message of a queue, waiting for it. */
  const arrived = async (
    amqp: Amqp,
    queue: string,
  ): Promise<{ readonly key: string; readonly body: string }> => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const message = await amqp.get(queue);
      if (message !== undefined) return message;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nothing in ${queue}: ${broker.output()}`);
  };

  beforeAll(async () => {
    const objects = await rendered("overlays/prod/emqx");
    const [container] = one<Workload>(objects, "StatefulSet", "emqx").spec.template.spec.containers;
    if (container === undefined) throw new Error("no container");
    const environment = environmentOf(container, objects);
    const sql = environment.get("EMQX_RULE_ENGINE__RULES__IOTA__SQL") ?? "";
    const topics = [...sql.matchAll(/\\"([^"\\]+)\\"/g)].map(([, topic]) => topic);
    const quality = environment.get("EMQX_ACTIONS__MQTT__IOTA__PARAMETERS__QOS");

    rabbitmq = await startRabbitMq("overlays/prod/broker", accounts);
    const owner = unprivileged("mosquitto", "nobody");
    directory = scratchDirectory(owner);
    [port = 0] = await freePorts(1);
    const { username, password } = accounts["emqx-bridge"];
    const lines = [
      `listener ${port} 127.0.0.1`,
      "allow_anonymous true",
      "connection iota",
      `address 127.0.0.1:${rabbitmq.mqtt}`,
      `remote_username ${username}`,
      `remote_password ${password}`,
      "bridge_protocol_version mqttv311",
      // RabbitMQ speaks plain 3.1.1, without the private flag of other Mosquittos.
      "try_private false",
      "notifications false",
      "restart_timeout 1",
      ...topics.map((topic) => `topic ${topic} out ${quality}`),
    ];
    const file = join(directory, "mosquitto.conf");
    writeFileSync(file, `${lines.join("\n")}\n`);
    if (owner !== undefined) chownSync(file, owner.uid, owner.gid);
    broker = start(mosquitto ?? "", ["-v", "-c", file], { cwd: directory, ...(owner ?? {}) });
    await until(() => /Received CONNACK on connection/.test(broker.output()), broker.output, 15_000);

    // As the front ends do when they start.
    const amqp = await Amqp.login(rabbitmq.amqp, "broker", "one");
    for (const [queue, key] of [
      ["ydoc_listener", "YDOC.#"],
      ["wombat_listener", "wombat"],
      ["dragino_listener", "dragino_up"],
    ] as const) {
      await amqp.declareQueue(queue);
      await amqp.bind(queue, "amq.topic", key);
    }
    amqp.close();
  }, 90_000);

  afterAll(async () => {
    await stop(broker);
    if (directory !== undefined) removeDirectory(directory);
    await rabbitmq?.shutdown();
  }, 30_000);

  it("brings each kind of uplink into the queue of its front end, unchanged", async () => {
    const uplinks = [
      ["YDOC/2301", '{"device":{"sn":2301}}', "ydoc_listener", "YDOC.2301"],
      ["wombat", '{"source_ids":{"serial_no":"17"}}', "wombat_listener", "wombat"],
      ["dragino_up", '{"Model":"S31"}', "dragino_listener", "dragino_up"],
    ] as const;
    for (const [topic, message] of uplinks) expect(publish(topic, message)).toBe(0);
    const amqp = await Amqp.login(rabbitmq.amqp, "broker", "one");
    for (const [, body, queue, key] of uplinks) {
      expect(await arrived(amqp, queue)).toEqual({ key, body });
    }
    amqp.close();
  }, 40_000);

  it("leaves a script for a node where it is, and the site sees it again when it comes back", async () => {
    expect(publish("wombat/17", "config reboot", "-r")).toBe(0);
    expect(publish("wombat", "after it")).toBe(0);
    const amqp = await Amqp.login(rabbitmq.amqp, "broker", "one");
    const message = await arrived(amqp, "wombat_listener");
    // The uplink published after the script has arrived; the script has not.
    expect(message.body).toBe("after it");
    expect(await amqp.get("wombat_listener")).toBeUndefined();
    amqp.close();
    expect(broker.output()).not.toMatch(/Sending PUBLISH to [^ ]*iota[^\n]*'wombat\/17'/);

    const site = ["-h", "127.0.0.1", "-p", String(port), "-t", "wombat/+", "-v", "-C", "1", "-W", "5"];
    const seen = spawnSync(subscriber ?? "", site, { encoding: "utf8", timeout: 8_000 });
    expect(seen.stdout).toBe("wombat/17 config reboot\n");
  }, 40_000);
});
