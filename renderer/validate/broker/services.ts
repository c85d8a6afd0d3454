// Which of the rendered workloads is which service of the broker: by what it runs, else by its image and name, so that
// a renamed object or a replaced command is still looked at.
import type { Cluster } from "../model/cluster.ts";
import { type Environment, environmentOf, type Variable } from "../model/environment.ts";
import type { Value } from "../model/value.ts";
import type { Container, Workload } from "../model/workload.ts";
import { pythonImage, type ServiceFacts, type ServiceName, services } from "./data/services.ts";
import { grouped } from "./groups.ts";

export interface BrokerService {
  readonly facts: ServiceFacts;
  readonly name: ServiceName;
  readonly workload: Workload;
  readonly namespace: string;
  readonly container: Container;
  readonly environment: Environment;
}

/** The services of the broker that the overlay renders. */
export function brokerServices(cluster: Cluster): readonly BrokerService[] {
  return cluster.once(findServices);
}

/** Those of some names. */
export function servicesNamed(cluster: Cluster, ...names: readonly ServiceName[]): readonly BrokerService[] {
  return brokerServices(cluster).filter(({ name }) => names.includes(name));
}

/** The services of a name in the namespace of another one. */
export function neighbours(
  cluster: Cluster,
  { namespace }: BrokerService,
  name: ServiceName,
): readonly BrokerService[] {
  return cluster.once(servicesByName).get(`${namespace}/${name}`) ?? [];
}

function servicesByName(cluster: Cluster): ReadonlyMap<string, readonly BrokerService[]> {
  return grouped(brokerServices(cluster), ({ namespace, name }) => `${namespace}/${name}`);
}

/** The namespaces that hold services, each with them. */
export function servicesByNamespace(cluster: Cluster): ReadonlyMap<string, readonly BrokerService[]> {
  return grouped(brokerServices(cluster), ({ namespace }) => namespace);
}

/** Which service runs in the pods of a workload. */
export function serviceOf(cluster: Cluster, workload: Workload): BrokerService | undefined {
  return cluster.once(servicesByWorkload).get(workload);
}

/** A variable whose value is known; neither that of a Secret nor one made of others. */
export function setting(
  { environment }: BrokerService,
  name: string,
): (Variable & { readonly text: string }) | undefined {
  const variable = environment.variables.get(name);
  if (variable?.text === undefined || variable.text.includes("$(")) return undefined;
  return { ...variable, text: variable.text };
}

/** The words that a container is started with; none when it leaves that to its image. */
export function commandLine(container: Value): readonly string[] {
  return [...container.get("command").items(), ...container.get("args").items()].flatMap(
    ({ text }) => text ?? [],
  );
}

/** The port that the container of a service declares, with a number where the service does not listen. */
export function wronglyDeclared({ container, facts }: BrokerService, number: number): Value | undefined {
  if (facts.ports.length === 0 || facts.ports.includes(number)) return undefined;
  const declared = container.value.get("ports").items();
  return declared.map((port) => port.get("containerPort")).find((port) => port.number === number);
}

export function isProduction({ facts }: Cluster): boolean {
  return facts.environment === "prod" || facts.environment === "production";
}

function servicesByWorkload(cluster: Cluster): ReadonlyMap<Workload, BrokerService> {
  return new Map(brokerServices(cluster).map((service) => [service.workload, service]));
}

function findServices(cluster: Cluster): readonly BrokerService[] {
  const running = cluster.workloads.filter(({ runsToEnd }) => !runsToEnd);
  const own = new Map(running.flatMap((workload) => recognised(workload, false)));
  const home = new Set([...own.keys()].map(({ object }) => object.namespace));
  return running.flatMap((workload) => {
    const isAmongThem = home.has(workload.object.namespace) || isLabelled(workload);
    const [found] = own.has(workload) ? [[workload, own.get(workload)] as const] : recognised(workload, true);
    const [, match] = found ?? [];
    if (!match || (match.facts.isCommonImage && !isAmongThem)) return [];
    const { facts, container } = match;
    const environment = environmentOf(cluster, workload, container);
    const { namespace } = workload.object;
    return [{ facts, name: facts.name, workload, namespace, container, environment }];
  });
}

interface Match {
  readonly facts: ServiceFacts;
  readonly container: Container;
}

function recognised(workload: Workload, withCommonImages: boolean): readonly (readonly [Workload, Match])[] {
  for (const container of workload.containers) {
    const line = commandLine(container.value).join(" ");
    const facts =
      services.find(({ command }) => command?.test(line)) ??
      services.find(
        ({ image, isCommonImage }) => (withCommonImages || !isCommonImage) && image?.test(container.image),
      ) ??
      (pythonImage.test(container.image) ? namedLike(workload) : undefined);
    if (facts) return [[workload, { facts, container }]];
  }
  return [];
}

function namedLike({ labels, object }: Workload): ServiceFacts | undefined {
  const name = labels.get("app.kubernetes.io/name") ?? labels.get("app") ?? object.name;
  return services.find((facts) => facts.name === name.replaceAll("_", "-"));
}

function isLabelled({ labels, object }: Workload): boolean {
  const label = "app.kubernetes.io/part-of";
  return labels.get(label) === "iota" || object.labels.get(label) === "iota";
}
