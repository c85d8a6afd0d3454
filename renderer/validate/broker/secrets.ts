// What passwords and tokens must not be. Where they must not stand is the same for all software: area security.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";
import { mayBeSecret } from "../security/credentials.ts";
import { needNoToken, secretVariables } from "./data/services.ts";
import { byValue, namesOf } from "./groups.ts";
import { secretEntry } from "./secret-text.ts";
import { type BrokerService, brokerServices, isProduction } from "./services.ts";

interface Shown {
  readonly service: BrokerService;
  readonly name: string;
  readonly text: string;
  readonly at: Value;
  readonly isInSecret: boolean;
}

/** Values that are rendered, wherever they stand. */
function shown(cluster: Cluster, names: readonly string[]): readonly Shown[] {
  return brokerServices(cluster).flatMap((service) =>
    names.flatMap((name) => {
      const variable = service.environment.variables.get(name);
      if (!variable) return [];
      const held =
        variable.text === undefined
          ? secretEntry(cluster, service.namespace, variable)
          : { ...variable, text: variable.text };
      return held
        ? [{ service, name, text: held.text, at: held.at, isInSecret: variable.from === "secret" }]
        : [];
    }),
  );
}

export const notUrlSafe: Rule = {
  code: "broker/password-breaks-url",
  severity: "error",
  summary: "RabbitMQ's user or password has a character that means something in a URL",
  why: "The services paste both into amqp://user:password@host unescaped, and then connect to another host or with another password",
  fix: "use letters, digits and - . _ ~ only",
  source: "https://github.com/DPIclimate/broker/blob/master/src/python/api/client/RabbitMQ.py",
  *check(cluster) {
    const wrong = shown(cluster, ["RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS"]).filter(
      ({ service, text }) => service.facts.clientOf.includes("mq") && !/^[A-Za-z0-9._~-]*$/.test(text),
    );
    for (const same of byValue(wrong, ({ at }) => at)) {
      const [{ at, name }] = same;
      const services = namesOf(same.map(({ service }) => service));
      yield { at, isSecret: true, message: `${services} cannot put this ${name} into a URL` };
    }
  },
};

/** What upstream's template, the images' documentation and habit put there. */
const placeholder = /^(changeme|abc1?|x|pwd\d*(,pwd\d*)*|public|password|guest|secret|bearer (abc|x)|<.*>)$/i;

export const placeholderSecret: Rule = {
  code: "broker/placeholder-secret",
  severity: "error",
  summary: "A password or token is what the template has in its place",
  why: "Everybody knows it, or the platform refuses it",
  fix: "put the real one in, from outside of the repository",
  source: "https://github.com/DPIclimate/broker/blob/master/config/broker.env.template",
  *check(cluster): Iterable<Finding> {
    if (!isProduction(cluster)) return;
    const wrong = shown(cluster, secretVariables).filter(
      ({ service, name, text, isInSecret }) =>
        placeholder.test(text.trim()) &&
        // Of all others `security/secret-in-plain-text` tells, whatever they are.
        (isInSecret || !mayBeSecret(text)) &&
        !(name === "TTN_API_TOKEN" && needNoToken.includes(service.name)),
    );
    for (const same of byValue(wrong, ({ at }) => at)) {
      const [{ at, name }] = same;
      const services = namesOf(same.map(({ service }) => service));
      yield { at, isSecret: true, message: `${name} of ${services} is a placeholder` };
    }
  },
};
