/** The rendered configuration and accounts of RabbitMQ, in a real RabbitMQ. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { one, type Workload } from "../tree/objects.ts";
import { rendered } from "../tree/rendered.ts";
import { Amqp, Refused } from "./amqp.ts";
import { mqConfig, type RabbitMq, rabbitmqServer, startRabbitMq, writeDefinitions } from "./rabbitmq.ts";
import { findProgram, isSkipped, removeDirectory, scratchDirectory } from "./servers.ts";

const overlay = "overlays/prod/broker";
const publisher = findProgram("mosquitto_pub");
const subscriber = findProgram("mosquitto_sub");
const missing = [
  ...(rabbitmqServer === undefined ? ["rabbitmq-server"] : []),
  ...(publisher === undefined || subscriber === undefined ? ["mosquitto-clients"] : []),
];
const skipped = isSkipped("test/servers/rabbitmq.test.ts", missing);

const accounts = {
  broker: { username: "broker", password: "s3cret-of.the_broker~" },
  "emqx-bridge": { username: "emqx-bridge", password: "s3cret-of-the-bridge" },
};

describe.skipIf(skipped)("RabbitMQ with the rendered configuration", () => {
  let server: RabbitMq;
  const login = (name: keyof typeof accounts): Promise<Amqp> =>
    Amqp.login(server.amqp, accounts[name].username, accounts[name].password);

  /** What the server says to a request: "ok", or the code of its refusal. */
  const answer = async (request: Promise<unknown>): Promise<number | "ok"> => {
    try {
      await request;
      return "ok";
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
  };

  /** Publishes over MQTT 3.1.1 with quality of service 1; the exit code is 0 only when the server acknowledged it. */
  const mqtt = (topic: string, message: string, ...more: readonly string[]): number => {
    const common = ["-h", "127.0.0.1", "-p", String(server.mqtt), "-q", "1", "-V", "mqttv311"];
    const result = spawnSync(publisher ?? "", [...common, "-t", topic, "-m", message, ...more], {
      timeout: 5_000,
    });
    return result.status ?? -1;
  };
  const as = ({
    username,
    password,
  }: {
    readonly username: string;
    readonly password: string;
  }): readonly string[] => ["-u", username, "-P", password];

  beforeAll(async () => {
    server = await startRabbitMq(overlay, accounts);
  }, 60_000);
  afterAll(async () => {
    await server?.shutdown();
  }, 30_000);

  it("has the two accounts without any tag, and no guest", () => {
    const { text } = server.tool("rabbitmqctl", "-q", "--no-table-headers", "list_users");
    expect(text.trim().split("\n").toSorted()).toEqual(["broker\t[]", "emqx-bridge\t[]"]);
  });

  it("takes the settings that the file means", () => {
    const { text } = server.tool(
      "rabbitmqctl",
      "-q",
      "eval",
      "{application:get_env(rabbit, consumer_timeout), rabbit_disk_monitor:get_disk_free_limit(), " +
        "vm_memory_monitor:get_total_memory(), application:get_env(rabbitmq_mqtt, allow_anonymous)}.",
    );
    expect(text.trim()).toBe(`{{ok,86400000},512000000,${2 * 2 ** 30},{ok,false}}`);
  });

  it("answers the probes of the pod", async () => {
    const [rabbitmq] = one<Workload>(await rendered(overlay), "StatefulSet", "mq").spec.template.spec
      .containers;
    const probes = rabbitmq as unknown as Record<
      string,
      { readonly exec?: { readonly command: readonly string[] } }
    >;
    for (const probe of ["startupProbe", "livenessProbe"]) {
      const [name = "", ...parameters] = probes[probe]?.exec?.command ?? [];
      expect(server.tool(name, ...parameters), probe).toMatchObject({ status: 0 });
    }
  }, 30_000);

  it("lets the services declare, bind, publish and read what they declare themselves", async () => {
    const broker = await login("broker");
    const exchanges = {
      ttn_exchange: "direct",
      pts_exchange: "fanout",
      lts_exchange: "fanout",
      "amq.topic": "topic",
    };
    for (const [name, type] of Object.entries(exchanges)) await broker.declareExchange(name, type);
    const bindings = [
      ["ttn_raw", "ttn_exchange", "ttn_raw"],
      ["lm_physical_timeseries", "pts_exchange", ""],
      ["ydoc_listener", "amq.topic", "YDOC.#"],
      ["wombat_listener", "amq.topic", "wombat"],
      ["dragino_listener", "amq.topic", "dragino_up"],
      ["ubidots_logical_msg_queue", "lts_exchange", "logical_timeseries"],
      ["databolt_logical_msg_queue", "lts_exchange", "logical_timeseries"],
      ["ltslogger_logical_msg_queue", "lts_exchange", "logical_timeseries"],
    ] as const;
    for (const [queue, exchange, key] of bindings) {
      await broker.declareQueue(queue);
      await broker.bind(queue, exchange, key);
    }
    await broker.publish("ttn_exchange", "ttn_raw", "uplink");
    expect(await broker.get("ttn_raw")).toEqual({ key: "ttn_raw", body: "uplink" });
    await broker.publish("pts_exchange", "physical_timeseries", "measured");
    expect((await broker.get("lm_physical_timeseries"))?.body).toBe("measured");
    await broker.publish("lts_exchange", "logical_timeseries", "mapped");
    for (const name of ["ubidots", "databolt", "ltslogger"]) {
      expect((await broker.get(`${name}_logical_msg_queue`))?.body).toBe("mapped");
    }
    broker.close();
  });

  it("refuses the services whatever is not theirs", async () => {
    const broker = await login("broker");
    expect(await answer(broker.declareQueue("anything"))).toBe(403);
    expect(await answer(broker.declareExchange("anything", "fanout"))).toBe(403);
    expect(await answer(broker.publish("amq.direct", "key", "body"))).toBe(403);
    expect(await answer(broker.publish("amq.topic", "YDOC.1", "forged uplink"))).toBe(403);
    expect(await answer(broker.bind("ydoc_listener", "amq.topic", "#"))).toBe(403);
    broker.close();
  });

  it("limits a delivery queue that nobody reads any more", () => {
    const { text } = server.tool("rabbitmqctl", "-q", "--no-table-headers", "list_queues", "name", "policy");
    const limited = text.split("\n").filter((line) => line.endsWith("abandoned-deliveries"));
    expect(limited.map((line) => line.split("\t")[0]).toSorted()).toEqual([
      "databolt_logical_msg_queue",
      "ltslogger_logical_msg_queue",
      "ubidots_logical_msg_queue",
    ]);
  });

  it("takes uplinks from the bridge and puts each into the queue of its front end", async () => {
    const bridge = as(accounts["emqx-bridge"]);
    expect(mqtt("YDOC/17", '{"a":1}', ...bridge)).toBe(0);
    expect(mqtt("wombat", '{"b":2}', ...bridge)).toBe(0);
    expect(mqtt("dragino_up", '{"c":3}', ...bridge)).toBe(0);
    const broker = await login("broker");
    expect(await broker.get("ydoc_listener")).toEqual({ key: "YDOC.17", body: '{"a":1}' });
    expect(await broker.get("wombat_listener")).toEqual({ key: "wombat", body: '{"b":2}' });
    expect(await broker.get("dragino_listener")).toEqual({ key: "dragino_up", body: '{"c":3}' });
    broker.close();
  });

  it("refuses the bridge every other topic, every queue and every exchange", async () => {
    const bridge = as(accounts["emqx-bridge"]);
    expect(mqtt("wombat/17", "a script on its way down", ...bridge)).not.toBe(0);
    expect(mqtt("anything", "x", ...bridge)).not.toBe(0);
    const amqp = await login("emqx-bridge");
    expect(await answer(amqp.declareQueue("ydoc_listener"))).toBe(403);
    expect(await answer(amqp.get("ydoc_listener"))).toBe(403);
    expect(await answer(amqp.publish("pts_exchange", "physical_timeseries", "forged"))).toBe(403);
    amqp.close();
  });

  it("lets the website, without a bridge, leave a script for a Wombat node", () => {
    expect(mqtt("wombat/17", "config reboot", "-r", ...as(accounts.broker))).toBe(0);
  });

  it("gives a device, with the permissions the documentation names, its own topics only", () => {
    const device = { username: "2301", password: "of-the-device" };
    const queues = "^(amq\\.topic|mqtt-subscription-.*)$";
    const commands = [
      ["add_user", device.username, device.password],
      ["set_permissions", device.username, "^mqtt-subscription-", queues, queues],
      ["set_topic_permissions", device.username, "amq.topic", "^YDOC\\.2301$", "^wombat\\.2301$"],
    ];
    for (const command of commands) expect(server.tool("rabbitmqctl", "-q", ...command).status).toBe(0);
    expect(mqtt("YDOC/2301", "mine", ...as(device))).toBe(0);
    expect(mqtt("YDOC/2302", "another's", ...as(device))).not.toBe(0);
    expect(mqtt("wombat", "x", ...as(device))).not.toBe(0);
    expect(mqtt("wombat/2301", "config", "-r", ...as(accounts.broker))).toBe(0);
    const listen = (topic: string): string =>
      spawnSync(
        subscriber ?? "",
        [
          ...["-h", "127.0.0.1", "-p", String(server.mqtt), "-q", "1", "-V", "mqttv311"],
          ...["-t", topic, "-C", "1", "-W", "3", ...as(device)],
        ],
        { encoding: "utf8", timeout: 8_000 },
      ).stdout;
    expect(listen("wombat/2301")).toBe("config\n");
    expect(listen("wombat/17")).toBe("");
  }, 30_000);

  it("lets nobody in without an account", async () => {
    expect(mqtt("wombat", "x")).not.toBe(0);
    expect(mqtt("wombat", "x", "-u", "guest", "-P", "guest")).not.toBe(0);
    expect(await answer(Amqp.login(server.amqp, "guest", "guest"))).not.toBe("ok");
    expect(await answer(Amqp.login(server.amqp, "broker", "wrong"))).not.toBe("ok");
  });

  it("shows the metrics on which the alerts look", async () => {
    const response = await fetch(`http://127.0.0.1:${server.prometheus}/metrics/per-object`);
    const text = await response.text();
    expect(text).toMatch(/^rabbitmq_queue_consumers\{[^}]*queue="ydoc_listener"[^}]*\} 0$/m);
    const rule = JSON.stringify(one(await rendered(overlay), "PrometheusRule", "iota"));
    const names = [...new Set(rule.match(/rabbitmq_[a-z_]+/g))];
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(text, name).toMatch(new RegExp(`^${name}(\\{| )`, "m"));
  });

  it("keeps its messages over a restart and takes a changed password from its Secret", async () => {
    const before = await login("broker");
    await before.publish("ttn_exchange", "ttn_raw", "kept");
    before.close();
    const changed = { ...accounts, broker: { username: "broker", password: "another-one" } };
    await server.restart(changed);
    expect(await answer(login("broker"))).not.toBe("ok");
    const after = await Amqp.login(server.amqp, "broker", "another-one");
    expect(await after.get("ttn_raw")).toEqual({ key: "ttn_raw", body: "kept" });
    after.close();
  }, 60_000);
});

it.each(["p@ss", "a/b", "with blank", 'quo"te', ""])(
  "never starts with the password %j, which would not survive a URL",
  async (password) => {
    const directory = scratchDirectory();
    try {
      const config = await mqConfig(overlay);
      const result = writeDefinitions(directory, config, {
        ...accounts,
        broker: { username: "broker", password },
      });
      expect(result.status).toBe(1);
      expect(result.text).toContain("account broker: only letters, digits");
    } finally {
      removeDirectory(directory);
    }
  },
);
