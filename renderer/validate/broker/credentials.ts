// Whether clients and servers agree on names and passwords. What a Secret from elsewhere holds is not known, so there
// only what certainly differs counts.
import type { Cluster } from "../model/cluster.ts";
import type { Variable } from "../model/environment.ts";
import type { Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";
import { connections, podsBehind, resolveHost } from "./connections.ts";
import { byValue, namesOf } from "./groups.ts";
import { secretText } from "./secret-text.ts";
import { type BrokerService, serviceOf, servicesNamed } from "./services.ts";
import { isWithin, mountsOf } from "./volumes.ts";

interface Pair {
  readonly client: BrokerService;
  readonly server: BrokerService;
}

/** Clients with the server of a name that their variables lead to. */
function pairs(cluster: Cluster, name: "db" | "mq"): readonly Pair[] {
  return connections(cluster).flatMap(({ client, host, by }) => {
    if (by.name === "IOTA_API_URL") return [];
    const target = resolveHost(cluster, host, client.namespace);
    if (target.kind !== "service") return [];
    const servers = podsBehind(cluster, target.service).map((pods) => serviceOf(cluster, pods));
    const server = servers.find((found) => found?.name === name);
    return server ? [{ client, server }] : [];
  });
}

export const databaseNameDiffers: Rule = {
  code: "broker/database-name-differs",
  severity: "error",
  summary: "A client asks for another database than the one that is made",
  why: "PostgreSQL refuses the connection: the database does not exist",
  fix: "give PGDATABASE and POSTGRES_DB one value, best from one ConfigMap",
  source: "https://github.com/docker-library/docs/blob/master/postgres/README.md",
  *check(cluster) {
    const different = pairs(cluster, "db").flatMap(({ client, server }) => {
      const asked = client.environment.variables.get("PGDATABASE");
      const made = databaseOf(server);
      return asked?.text && made && asked.text !== made.text ? [{ client, asked, made }] : [];
    });
    for (const same of byValue(different, ({ asked }) => asked.at)) {
      const [{ asked, made }] = same;
      const clients = namesOf(same.map(({ client }) => client));
      yield {
        at: asked.at,
        message: `PGDATABASE of ${clients} is \`${asked.text}\`, and the database is called \`${made.text}\``,
        related: [{ at: made.at, message: "its name comes from here" }],
      };
    }
  },
};

/** The image names the database after its owner when nothing else is said. */
function databaseOf({ environment, container }: BrokerService): { text: string; at: Value } | undefined {
  for (const name of ["POSTGRES_DB", "POSTGRES_USER"]) {
    const found = environment.variables.get(name);
    if (found) return found.text ? { text: found.text, at: found.at } : undefined;
  }
  return environment.isComplete ? { text: "postgres", at: container.value.get("env") } : undefined;
}

export const databaseCredentialsDiffer: Rule = {
  code: "broker/database-credentials-differ",
  severity: "error",
  summary: "A client has another account than the database was made with",
  why: "PostgreSQL refuses the connection, and services drop the messages that they could not store",
  fix: "take PGUSER and PGPASSWORD from the Secret and keys that POSTGRES_USER and POSTGRES_PASSWORD come from",
  source: "https://github.com/docker-library/docs/blob/master/postgres/README.md",
  *check(cluster) {
    yield* disagreements(cluster, pairs(cluster, "db"), {
      client: ["PGUSER", "PGPASSWORD"],
      server: ["POSTGRES_USER", "POSTGRES_PASSWORD"],
      usualUser: "postgres",
    });
  },
};

export const amqpCredentialsDiffer: Rule = {
  code: "broker/amqp-credentials-differ",
  severity: "error",
  summary: "A client has another account than RabbitMQ was made with",
  why: "RabbitMQ refuses the connection; the services try again for ever",
  fix: "take RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS from one Secret everywhere",
  source: "https://github.com/docker-library/docs/blob/master/rabbitmq/README.md",
  *check(cluster) {
    const account = ["RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS"] as const;
    yield* disagreements(cluster, pairs(cluster, "mq"), { client: account, server: account });
  },
};

interface Accounts {
  /** The variables of the user and of the password. */
  readonly client: readonly [string, string];
  readonly server: readonly [string, string];
  /** The user that the server makes when none is named. */
  readonly usualUser?: string;
}

function* disagreements(cluster: Cluster, all: readonly Pair[], accounts: Accounts): Generator<Finding> {
  const different = all.flatMap((pair) => disagreement(cluster, pair, accounts) ?? []);
  for (const same of byValue(different, ({ own }) => own.at)) {
    const [{ own, other, what }] = same;
    const clients = namesOf(same.map(({ client }) => client));
    yield {
      at: own.at,
      message: `${own.name} of ${clients} is not ${what}`,
      related: [{ at: other.at, message: `${other.name} comes from here` }],
      // A reference gives nothing away.
      isSecret: own.at.node?.kind !== "mapping",
    };
  }
}

interface Disagreement {
  readonly client: BrokerService;
  readonly own: Variable;
  readonly other: Variable;
  readonly what: string;
}

function disagreement(
  cluster: Cluster,
  { client, server }: Pair,
  accounts: Accounts,
): Disagreement | undefined {
  const [user, password] = accounts.client.map((name) => client.environment.variables.get(name));
  const [ownUser, ownPassword] = accounts.server.map((name) => server.environment.variables.get(name));
  if (!user || !password || !ownPassword) return undefined;
  const known = (variable: Variable, { namespace }: BrokerService): string | undefined =>
    variable.text ?? secretText(cluster, namespace, variable);
  const areSame = (a: Variable, b: Variable): boolean | undefined => {
    const [own, other] = [known(a, client), known(b, server)];
    if (own !== undefined && other !== undefined) return own === other;
    if (a.from !== b.from || a.reference?.name !== b.reference?.name) return undefined;
    return a.reference?.key === b.reference?.key;
  };
  const sameUser = ownUser ? areSame(user, ownUser) : known(user, client) === accounts.usualUser;
  const samePassword = areSame(password, ownPassword);
  if (sameUser && !samePassword)
    return {
      client,
      own: password,
      other: ownPassword,
      what: `the password that the server gives this user`,
    };
  // Another user with a password of its own is another account, made by hand.
  if (sameUser === false && samePassword && ownUser)
    return { client, own: user, other: ownUser, what: `the user whose password it has` };
  return undefined;
}

export const noAmqpAccount: Rule = {
  code: "broker/no-amqp-account",
  severity: "error",
  summary: "RabbitMQ is given no account",
  why: "Only guest exists then, and RabbitMQ lets guest in from its own pod only",
  fix: "set RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS, or load definitions with users",
  source: "https://www.rabbitmq.com/docs/access-control#loopback-users",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "mq")) {
      const { environment, container } = service;
      if (!environment.isComplete || environment.variables.has("RABBITMQ_DEFAULT_USER")) continue;
      // Any other file may bring accounts: settings, or definitions.
      if (mountsOf(service).some(({ path }) => !withoutAccounts.some((known) => isWithin(path, known))))
        continue;
      yield {
        at: container.value.get("env"),
        atKey: true,
        message: "RabbitMQ has no account but guest, which is for its own pod",
      };
    }
  },
};

const withoutAccounts = ["/etc/rabbitmq/enabled_plugins", "/var/lib/rabbitmq", "/var/log", "/tmp"];
