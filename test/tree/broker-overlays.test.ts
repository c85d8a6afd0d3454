/** What makes the two environments of the broker what they are, and the choices that the services themselves demand. */
import { describe, expect, it } from "vitest";
import {
  allContainers,
  environmentOf,
  ofKind,
  one,
  podTemplates,
  type Service,
  type Workload,
} from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

interface Ingress extends KubernetesObject {
  readonly spec: {
    readonly tls: readonly { readonly hosts: readonly string[] }[];
    readonly rules: readonly {
      readonly host: string;
      readonly http: {
        readonly paths: readonly {
          readonly path: string;
          readonly backend: { readonly service: { readonly name: string } };
        }[];
      };
    }[];
  };
}

const everything = "test/tree/broker-combinations/everything";

describe("production", () => {
  const prod = rendered("overlays/prod/broker");

  it("fetches every Secret that a pod or an Ingress refers to from the store", async () => {
    const objects = await prod;
    const fetched = ofKind<KubernetesObject>(objects, "ExternalSecret").map((object) => object.metadata.name);
    const needed = new Set<string>();
    for (const { template } of podTemplates(objects)) {
      const references = JSON.stringify(template).matchAll(
        /"secret(?:KeyRef)?":\{[^{}]*"(?:name|secretName)":"([^"]+)"/g,
      );
      for (const [, name] of references) needed.add(name ?? "");
      // In a projected volume the list of items stands before the name.
      for (const [, name] of JSON.stringify(template).matchAll(/"items":\[[^\]]*\],"name":"([^"]+)"/g)) {
        needed.add(name ?? "");
      }
    }
    for (const ingress of ofKind<Ingress>(objects, "Ingress")) {
      const secret = ingress.metadata.annotations?.["nginx.ingress.kubernetes.io/auth-secret"];
      if (secret !== undefined) needed.add(secret);
    }
    const account = one<KubernetesObject>(objects, "ServiceAccount", "iota")["imagePullSecrets"];
    for (const { name } of account as readonly { readonly name: string }[]) needed.add(name);
    expect([...needed].sort()).toEqual(fetched.toSorted());
  });

  it("shows HTTP through one TLS host and nothing by NodePort or LoadBalancer", async () => {
    const objects = await prod;
    const routes = ofKind<Ingress>(objects, "Ingress").flatMap(({ spec }) => {
      expect(spec.tls.flatMap((entry) => entry.hosts)).toEqual(spec.rules.map((rule) => rule.host));
      return spec.rules.flatMap((rule) =>
        rule.http.paths.map(({ path, backend }) => `${rule.host}${path} -> ${backend.service.name}`),
      );
    });
    expect(routes.sort()).toEqual([
      "iota.example.com/broker/ -> restapi",
      "iota.example.com/broker/api/docs -> restapi",
      "iota.example.com/iota/ -> website",
      "iota.example.com/openapi.json -> restapi",
      "iota.example.com/ttn/webhook/ -> ttn-webhook",
    ]);
    const types = ofKind<Service>(objects, "Service").map((service) => service.spec.type ?? "ClusterIP");
    expect(new Set(types)).toEqual(new Set(["ClusterIP"]));
  });

  it("asks whoever calls the webhook for a password", async () => {
    const webhook = one<Ingress>(await prod, "Ingress", "ttn-webhook");
    expect(webhook.metadata.annotations).toMatchObject({
      "nginx.ingress.kubernetes.io/auth-type": "basic",
      "nginx.ingress.kubernetes.io/auth-secret": "ttn-webhook-auth",
    });
  });

  it("keeps two receivers for The Things Stack and lets the API grow, each with a disruption budget", async () => {
    const objects = await prod;
    expect(one<Workload>(objects, "StatefulSet", "ttn-webhook").spec.replicas).toBe(2);
    // The autoscaler owns the number: with one in git as well, each sync would undo its work.
    expect(one<Workload>(objects, "Deployment", "restapi").spec.replicas).toBeUndefined();
    const scaler = one<KubernetesObject>(objects, "HorizontalPodAutoscaler", "restapi")["spec"];
    expect(scaler).toMatchObject({ minReplicas: 2, scaleTargetRef: { kind: "Deployment", name: "restapi" } });
    const budgets = ofKind<KubernetesObject>(objects, "PodDisruptionBudget");
    expect(budgets.map((budget) => budget.metadata.name)).toEqual(["restapi", "ttn-webhook"]);
    for (const budget of budgets) expect(budget["spec"]).toMatchObject({ maxUnavailable: 1 });
  });

  it("keeps data on a class that retains volumes", async () => {
    const objects = await prod;
    const claims = ofKind<Workload>(objects, "StatefulSet").flatMap(
      (set) => set.spec.volumeClaimTemplates ?? [],
    );
    expect(claims.map((claim) => claim.spec.storageClassName)).toEqual(["retain", "retain", "retain"]);
    const backup = one<KubernetesObject>(objects, "PersistentVolumeClaim", "db-backup");
    expect(backup["spec"]).toMatchObject({ storageClassName: "retain" });
    expect(backup.metadata.annotations).toMatchObject({
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
      "kustomize.toolkit.fluxcd.io/prune": "disabled",
    });
  });
});

describe("development", () => {
  const dev = rendered("overlays/dev/broker");

  it("delivers to a log and to no platform", async () => {
    const names = ofKind<Workload>(await dev, "Deployment").map((workload) => workload.metadata.name);
    expect(names).toContain("lts-logger");
    expect(names).not.toContain("delivery");
    expect(names).not.toContain("frred");
  });

  it("takes the broker's images from the local registry", async () => {
    const images = podTemplates(await dev).flatMap(({ template }) =>
      allContainers(template.spec).map((c) => c.image),
    );
    const own = images.filter((image) => image.includes("iota-"));
    expect(new Set(own)).toEqual(
      new Set(["localhost:5001/iota-python:dev", "localhost:5001/iota-website:dev"]),
    );
  });
});

describe.each(["dev", "prod"])("the bridge in %s", (environment) => {
  it("connects names and ports that both halves really have", async () => {
    const emqx = await rendered(`overlays/${environment}/emqx`);
    const iota = await rendered(`overlays/${environment}/broker`);
    const [broker] = one<Workload>(emqx, "StatefulSet", "emqx").spec.template.spec.containers;
    const [website] = one<Workload>(iota, "Deployment", "website").spec.template.spec.containers;
    if (broker === undefined || website === undefined) throw new Error("no container");

    const server = environmentOf(broker, emqx).get("EMQX_CONNECTORS__MQTT__IOTA__SERVER");
    const mq = one<Service>(iota, "Service", "mq");
    expect(server).toBe(`"mq.${mq.metadata.namespace}.svc.cluster.local:1883"`);
    expect(mq.spec.ports.map((port) => port.port)).toContain(1883);

    const host = environmentOf(website, iota).get("RABBITMQ_HOST") ?? "";
    const [name, namespace] = host.split(".");
    const listeners = one<Service>(emqx, "Service", name ?? "");
    expect(listeners.metadata.namespace).toBe(namespace);
    expect(listeners.spec.ports.map((port) => port.port)).toContain(1883);
  });

  it("logs in with an account that RabbitMQ gets from the same Secret, and the website with one of EMQX", async () => {
    const emqx = await rendered(`overlays/${environment}/emqx`);
    const iota = await rendered(`overlays/${environment}/broker`);
    const [broker] = one<Workload>(emqx, "StatefulSet", "emqx").spec.template.spec.containers;
    const [website] = one<Workload>(iota, "Deployment", "website").spec.template.spec.containers;
    if (broker === undefined || website === undefined) throw new Error("no container");
    const account = environmentOf(broker, emqx);
    expect(account.get("EMQX_CONNECTORS__MQTT__IOTA__USERNAME")).toBe("emqx-bridge/username");
    expect(account.get("EMQX_CONNECTORS__MQTT__IOTA__PASSWORD")).toBe("emqx-bridge/password");
    const volumes = JSON.stringify(one<Workload>(iota, "StatefulSet", "mq").spec.template.spec.volumes);
    expect(volumes).toContain('"path":"emqx-bridge/password"');
    expect(environmentOf(website, iota).get("RABBITMQ_DEFAULT_PASS")).toBe("website-mqtt/password");
  });

  it("passes uplinks on and never a script that goes down to a device", async () => {
    const emqx = await rendered(`overlays/${environment}/emqx`);
    const data = one<KubernetesObject>(emqx, "ConfigMap", "emqx-env")["data"] as Record<string, string>;
    expect(data["EMQX_RULE_ENGINE__RULES__IOTA__SQL"]).toBe(
      String.raw`"SELECT * FROM \"YDOC/#\", \"wombat\", \"dragino_up\""`,
    );
    expect(data["EMQX_ACTIONS__MQTT__IOTA__RESOURCE_OPTS__REQUEST_TTL"]).toBe("infinity");
  });
});

describe("what the services demand", () => {
  const objects = rendered(everything);
  const environment = async (name: string): Promise<ReadonlyMap<string, string>> => {
    const all = await objects;
    const owner = podTemplates(all).find((entry) => entry.owner.metadata.name === name);
    const [container] = owner?.template.spec.containers ?? [];
    if (container === undefined) throw new Error(`no container in ${name}`);
    return environmentOf(container, all);
  };
  const amqp = ["RABBITMQ_HOST", "RABBITMQ_PORT", "RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS"];
  const database = ["PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD"];

  it.each([
    ["restapi", database],
    ["website", ["RABBITMQ_HOST", "RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS", "IOTA_API_URL"]],
    ["ttn-webhook", [...amqp, "HOME"]],
    ["ttn-processor", [...amqp, ...database, "TTN_API_TOKEN"]],
    ["ydoc", [...amqp, ...database, "TTN_API_TOKEN"]],
    ["wombat", [...amqp, ...database, "TTN_API_TOKEN"]],
    ["dragino-json", [...amqp, ...database, "TTN_API_TOKEN"]],
    ["lm", [...amqp, ...database]],
    ["delivery", [...amqp, ...database, "UBIDOTS_API_TOKEN"]],
    ["frred", [...amqp, ...database]],
    ["ict-eagleio", [...amqp, ...database, "EAGLEIO_API_TOKEN"]],
    ["axistech", [...amqp, ...database, "AXISTECH_TOKEN"]],
    ["ict-mqtt", [...amqp, ...database, "ICT_MQTT_SERVER", "ICT_MQTT_DISK_CACHE_DIR"]],
    ["greenbrain", [...amqp, ...database, "GREENBRAIN_USERS", "GREENBRAIN_PASSWORDS"]],
    ["db", ["POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "PGDATA"]],
  ])("gives %s every variable without which it does not start", async (name, required) => {
    const given = await environment(name);
    for (const variable of [...required, ...(name === "db" ? [] : ["PYTHONPATH"])]) {
      expect(given.has(variable), variable).toBe(true);
    }
  });

  it("keeps the database's and RabbitMQ's password from who does not need it", async () => {
    expect((await environment("website")).has("PGPASSWORD")).toBe(false);
    expect((await environment("ttn-webhook")).has("PGPASSWORD")).toBe(false);
    expect((await environment("restapi")).has("RABBITMQ_DEFAULT_PASS")).toBe(false);
  });

  it("lets who needs the database or RabbitMQ wait for exactly those", async () => {
    const waits = Object.fromEntries(
      podTemplates(await objects).map(({ owner, template }) => [
        owner.metadata.name,
        (template.spec.initContainers ?? [])
          .map((container) => container.name)
          .filter((name) => /^wait/.test(name)),
      ]),
    );
    const both = ["wait-for-mq", "wait-for-db"];
    expect(waits).toMatchObject({
      restapi: ["wait-for-db"],
      website: [],
      // Accepts and spools without RabbitMQ: waiting would lose messages.
      "ttn-webhook": [],
      lm: both,
      "ttn-processor": both,
      wombat: both,
      delivery: both,
      frred: both,
      axistech: both,
      "ict-mqtt": both,
    });
  });

  it("has the volumes without which messages are lost or the process ends", async () => {
    const mounts = Object.fromEntries(
      podTemplates(await objects).map(({ owner, template }) => [
        owner.metadata.name,
        template.spec.containers.flatMap((container) =>
          (container.volumeMounts ?? []).map((m) => m.mountPath),
        ),
      ]),
    );
    expect(mounts["frred"]).toContain("/raw_data");
    expect(mounts["ict-mqtt"]).toContain((await environment("ict-mqtt")).get("ICT_MQTT_DISK_CACHE_DIR"));
    const home = (await environment("ttn-webhook")).get("HOME");
    expect(mounts["ttn-webhook"]).toContain(`${home}/ttn_incoming_msgs`);
    expect(mounts["mq"]).toContain("/var/lib/rabbitmq/mnesia");
    expect(mounts["mq"]).not.toContain("/etc/rabbitmq");
    expect(
      one<KubernetesObject>(await objects, "PersistentVolumeClaim", "databolt-raw-data")["spec"],
    ).toMatchObject({
      accessModes: ["ReadWriteMany"],
    });
  });

  it("brings each claim in the wave of a pod that uses it, since a wave waits for its claims and they for a pod", async () => {
    const wave = (object: KubernetesObject): string =>
      object.metadata.annotations?.["argocd.argoproj.io/sync-wave"] ?? "0";
    const all = await objects;
    for (const claim of ofKind<KubernetesObject>(all, "PersistentVolumeClaim")) {
      // A CronJob makes its pod later.
      const users = podTemplates(all).filter(
        ({ owner, template }) =>
          owner.kind !== "CronJob" &&
          template.spec.volumes?.some((v) => v.persistentVolumeClaim?.claimName === claim.metadata.name),
      );
      expect(
        users.map(({ owner }) => wave(owner)),
        claim.metadata.name,
      ).toContain(wave(claim));
    }
  });

  it("counts the threads of the services that deliver", async () => {
    for (const name of ["delivery", "frred", "lts-logger"]) {
      const [container] = one<Workload>(await objects, "Deployment", name).spec.template.spec.containers;
      expect(JSON.stringify(container)).toContain("ls /proc/1/task | wc -l");
    }
  });
});
