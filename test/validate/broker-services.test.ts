// Which workload is which service of the broker.
import { expect, test } from "vitest";
import { brokerServices } from "../../renderer/validate/broker/services.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { project } from "../project.ts";

interface Given {
  readonly name?: string;
  readonly namespace?: string;
  readonly image: string;
  readonly command?: string;
  readonly labels?: string;
  readonly kind?: string;
}

const workload = ({
  name = "a",
  namespace = "iota",
  image,
  command = "[]",
  labels = "{}",
  kind = "Deployment",
}: Given): string => `---
apiVersion: ${kind === "Job" ? "batch/v1" : "apps/v1"}
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: ${labels}}
    spec:
      containers:
        - {name: proxy, image: "envoy:1"}
        - {name: main, image: "${image}", command: ${command}}
`;

/** `object is service`, for every service that is found. */
function found(...all: readonly Given[]): readonly string[] {
  const files = { "a/kustomization.yaml": "resources: [o.yaml]\n", "a/o.yaml": all.map(workload).join("") };
  const rendered = project(files).render("a");
  expect(rendered.problems).toEqual([]);
  const cluster = new Cluster(rendered.resources, {
    directory: "a",
    environment: "prod",
    kubernetesVersion: "1.36",
  });
  return brokerServices(cluster).map(
    (service) => `${service.workload.object.name} is ${service.name} in ${service.container.name}`,
  );
}

const python = "ghcr.io/example/iota-python:1";
const mapper = {
  image: "registry.example.com/renamed:1",
  command: "[python, -m, logical_mapper.LogicalMapper]",
};

test("by the command, whatever the names and the image", () => {
  expect(found({ ...mapper, name: "x-mapper" })).toEqual(["x-mapper is lm in main"]);
});

test("by the image of its own", () => {
  expect(found({ name: "site", image: "localhost:5001/iota-website:dev" })).toEqual([
    "site is website in main",
  ]);
  expect(found({ name: "site", image: "ghcr.io/example/iota-website-tools:1" })).toEqual([]);
});

test("by the common image and a name, when the command was replaced", () => {
  const idle = { image: python, command: "[sleep, infinity]" };
  expect(found({ ...idle, name: "dev-lm", labels: "{app.kubernetes.io/name: lm}" })).toEqual([
    "dev-lm is lm in main",
  ]);
  expect(found({ ...idle, name: "ttn-processor" })).toEqual(["ttn-processor is ttn-processor in main"]);
  expect(found({ ...idle, name: "shell" })).toEqual([]);
});

test("PostgreSQL and RabbitMQ only beside another service, or by their label", () => {
  const db = { name: "db", image: "postgres:14" };
  const mq = { name: "mq", image: "docker.io/library/rabbitmq:4" };
  expect(found(db, mq)).toEqual([]);
  expect(found({ ...mapper, name: "lm" }, db, mq)).toEqual([
    "db is db in main",
    "lm is lm in main",
    "mq is mq in main",
  ]);
  expect(found({ ...mapper, name: "lm", namespace: "other" }, db)).toEqual(["lm is lm in main"]);
  expect(found({ ...db, labels: "{app.kubernetes.io/part-of: iota}" })).toEqual(["db is db in main"]);
});

test("what runs to its end is no service", () => {
  expect(found({ ...mapper, kind: "Job" })).toEqual([]);
});
