// The paths by which people, devices' platforms and programs reach the services.
import type { Cluster } from "../model/cluster.ts";
import type { Rule } from "../rule.ts";
import type { ServiceName } from "./data/services.ts";
import { grouped } from "./groups.ts";
import { type Route, routes, takes } from "./routes.ts";
import { isProduction, servicesByNamespace, wronglyDeclared } from "./services.ts";
import { withoutSlash } from "./volumes.ts";

const nginx = "https://github.com/DPIclimate/broker/blob/master/doc/nginx.md";

/** Requests that must arrive, and where. */
const requests: readonly { readonly path: string; readonly name: ServiceName }[] = [
  { path: "/ttn/webhook/up", name: "ttn-webhook" },
  { path: "/broker/api/physical/devices/", name: "restapi" },
  // Its documentation loads this from the root of the site.
  { path: "/openapi.json", name: "restapi" },
  { path: "/iota/login", name: "website" },
];

/** Hosts with the routes of all objects for them, where one leads to a service of the broker. */
function sites(cluster: Cluster): ReadonlyMap<string, readonly Route[]> {
  const byHost = new Map<string, Route[]>();
  for (const route of routes(cluster)) {
    for (const host of route.hosts) {
      const known = byHost.get(host);
      if (known) known.push(route);
      else byHost.set(host, [route]);
    }
  }
  return new Map([...byHost].filter(([, all]) => all.some(({ service }) => service)));
}

/** The longest path wins, an exact one before a prefix. */
function winner(all: readonly Route[], request: string): Route | undefined {
  const taking = all.filter((route) => takes(route, request));
  const rank = ({ path, isExact }: Route): number => path.length + (isExact ? 0.5 : 0);
  return taking.reduce<Route | undefined>(
    (best, route) => (best && rank(best) >= rank(route) ? best : route),
    undefined,
  );
}

export const wrongBackend: Rule = {
  code: "broker/route-to-wrong-service",
  severity: "error",
  summary: "A path of the broker leads to a service that does not answer it",
  why: "The service behind it answers 404 or 401: devices' messages are refused, or the site and the API are away",
  fix: "lead /ttn/webhook/ to the webhook, /broker/ and /openapi.json to the REST API, /iota/ to the website, each at its HTTP port",
  source: nginx,
  *check(cluster) {
    for (const [, all] of cluster.once(sites)) {
      for (const { path, name } of requests) {
        const route = winner(all, path);
        if (!route?.service) continue;
        const { service, port, backend, at } = route;
        const isRight = service.name === name;
        if (!isRight && !isFor(route, path)) continue;
        const related = [{ at, message: "the path" }];
        if (!isRight) {
          yield {
            at: backend,
            message: `${path} leads to \`${service.name}\`; \`${name}\` answers it`,
            related,
          };
        } else if (port !== undefined && !service.facts.ports.includes(port)) {
          const listens = service.facts.ports.join(", ");
          yield {
            at: wronglyDeclared(service, port) ?? backend,
            message: `${path} leads to port ${port} of \`${name}\`, which listens on ${listens}`,
            related,
          };
        }
      }
    }
  },
};

export const noRoute: Rule = {
  code: "broker/no-route",
  severity: "error",
  summary: "The site has routes to the broker, and one of its services has none",
  why: "The Things Stack cannot deliver, or people reach the API or the site and not the other",
  fix: "add a route for the path",
  source: nginx,
  *check(cluster) {
    const all = [...cluster.once(sites).values()].flat();
    const byNamespace = grouped(all, ({ service, object }) => service?.namespace ?? object.namespace);
    for (const [namespace, near] of byNamespace) {
      const names = new Set(
        cluster
          .once(servicesByNamespace)
          .get(namespace)
          ?.map(({ name }) => name),
      );
      for (const { path, name } of requests) {
        if (!names.has(name) || near.some((route) => answers(route, path, name))) continue;
        const { object } = near.find(({ service }) => service?.name === name) ?? near[0];
        yield {
          at: object.root.get("spec", "rules"),
          atKey: true,
          message: `no route leads ${path} to \`${name}\``,
        };
      }
    }
  },
};

/** Whether a route is for a request: of another service only when it is not for everything. */
function answers(route: Route, path: string, name: ServiceName): boolean {
  if (!takes(route, path)) return false;
  return !route.service || route.service.name === name || isFor(route, path);
}

/** Whether a route was written for a path, rather than for all that no other one takes. */
function isFor(route: Route, path: string): boolean {
  return route.path.startsWith(path.split("/").slice(0, 2).join("/"));
}

export const doubleRoute: Rule = {
  code: "broker/route-twice",
  severity: "error",
  summary: "A path of the broker is routed twice",
  why: "Which of the two wins depends on the controller and on which object is older",
  fix: "remove one of them",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches",
  *check(cluster) {
    for (const [host, all] of cluster.once(sites)) {
      const seen = new Map<string, Route>();
      for (const route of all) {
        const key = `${withoutSlash(route.path)} ${route.isExact}`;
        const known = seen.get(key);
        seen.set(key, known ?? route);
        // Another match of one HTTPRoute may look at headers.
        if (!known || (known.object === route.object && route.object.kind === "HTTPRoute")) continue;
        if (!known.service && !route.service) continue;
        const site = host === "*" ? "" : ` of ${host}`;
        yield {
          at: route.at,
          message: `${route.path}${site} is routed a second time`,
          related: [{ at: known.at, message: "the first" }],
        };
      }
    }
  },
};

export const edgeWithoutTls: Rule = {
  code: "broker/edge-without-tls",
  severity: "error",
  summary: "An Ingress leads to the broker without TLS in production",
  why: "Tokens, passwords and sessions cross the internet in plain text",
  fix: "add the host to spec.tls with the Secret of its certificate",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
  *check(cluster) {
    if (!isProduction(cluster)) return;
    const exposed = routes(cluster).filter(({ service, object }) => service && object.kind === "Ingress");
    const byIngress = grouped(exposed, ({ object }) => `${object.namespace}/${object.name}`);
    for (const own of byIngress.values()) {
      const [{ object }] = own;
      const tls = object.root.get("spec", "tls");
      const entries = tls.items().map((entry) => entry.get("hosts").items());
      // An entry without hosts is for all of them.
      if (entries.some((hosts) => hosts.length === 0)) continue;
      const covered = new Set(entries.flat().map(({ text }) => text));
      const hosts = new Set(own.flatMap((route) => route.hosts));
      for (const host of hosts) {
        if (covered.has(host) || covered.has(host.replace(/^[^.]+/, "*"))) continue;
        const what = host === "*" ? "every host" : host;
        yield { at: tls, atKey: true, message: `the Ingress \`${object.name}\` offers ${what} without TLS` };
      }
    }
  },
};

/** Annotations by which controllers ask for an account, or look at where a request comes from. */
const guards =
  /(auth-(type|secret|url|realm|tls-secret|snippet)|whitelist-source-range|allowlist-source-range|router\.middlewares|basic-auth|inbound-cidrs|haproxy\.org\/(auth|allow-list|whitelist)|security-groups|wafv2)/;

export const openWebhook: Rule = {
  code: "broker/webhook-open-to-all",
  severity: "warning",
  summary: "The webhook can be reached from outside without an account",
  why: "It asks for none itself: whoever knows the address can write measurements for any device",
  fix: "let the Ingress ask for basic authentication, or let in the addresses of The Things Stack only",
  source: nginx,
  *check(cluster) {
    const done = new Set<unknown>();
    for (const { object, service, at } of routes(cluster)) {
      if (service?.name !== "ttn-webhook" || done.has(object)) continue;
      done.add(object);
      const isGuarded = [...object.annotations.keys()].some((key) => guards.test(key));
      const filters = object.root
        .get("spec", "rules")
        .items()
        .some((rule) => rule.get("filters").itemWith("type", "ExtensionRef"));
      if (isGuarded || filters) continue;
      yield { at, message: `the ${object.kind} \`${object.name}\` lets everybody send to the webhook` };
    }
  },
};
