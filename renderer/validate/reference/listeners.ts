// The listener of a Gateway that a route asks for.
import type { Rule } from "../rule.ts";

export const unknownListener: Rule = {
  code: "reference/unknown-listener",
  severity: "error",
  summary: "A route asks for a listener that its Gateway does not have",
  why: "The Gateway does not accept the route, and nothing reaches it",
  fix: "use the name of one of the Gateway's listeners",
  source: "https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#parentreference",
  *check(cluster) {
    for (const kind of ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"]) {
      for (const { root, namespace } of cluster.ofKind(kind)) {
        for (const parent of root.get("spec", "parentRefs").items()) {
          const at = parent.get("sectionName");
          const place = parent.get("namespace").text ?? namespace;
          const gateway = cluster.find("Gateway", place, parent.get("name").text ?? "");
          const isGateway = (parent.get("kind").text ?? "Gateway") === "Gateway";
          if (!gateway || !isGateway || at.text === undefined) continue;
          const listeners = gateway.root.get("spec", "listeners").items();
          const names = listeners.map((listener) => listener.get("name").text);
          if (names.includes(at.text)) continue;
          yield {
            at,
            message: `the Gateway \`${gateway.name}\` has no listener \`${at.text}\``,
            help: `it has ${names.join(", ") || "none"}`,
          };
        }
      }
    }
  },
};
