// The name of a node is its address for the other nodes and the name of its data directory.
import type { Rule } from "../../rule.ts";
import { recordType } from "../discovery/service.ts";
import { discoveryText, strategyOf } from "../instance/discovery.ts";
import { isDeclaredBefore, podName, referencesIn } from "../instance/expand.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { nodeNameOf } from "../instance/node-name.ts";
import { notSet } from "../placed.ts";
import { sources } from "../sources.ts";

export const malformedName: Rule = {
  code: "emqx/malformed-node-name",
  severity: "error",
  summary: "The node's name is not of the form that EMQX takes",
  why: "The start script ends with an error, or EMQX refuses its configuration",
  fix: "use letters, digits, `_` and `-` before one `@`, and a host behind it",
  source: sources.start,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { prefix, prefixAt, whole } = nodeNameOf(instance);
      if (!prefixAt) continue;
      const at = prefixAt;
      const ats = whole === undefined ? 1 : whole.split("@").length - 1;
      if (ats !== 1)
        yield { at, message: `the node's name \`${whole}\` has ${ats === 0 ? "no" : ats} \`@\`` };
      else if (prefix !== undefined && !/^[0-9A-Za-z_-]+$/.test(prefix.replaceAll(podName, "pod")))
        yield {
          at,
          message: `the first part of the node's name, \`${prefix}\`, has signs that EMQX refuses`,
        };
    }
  },
};

export const differentNames: Rule = {
  code: "emqx/node-name-differs-per-pod",
  severity: "error",
  summary: "The first part of the node's name is another one on each pod",
  why: "A node looks for peers that are called as itself before the `@`, and finds none",
  fix: "set EMQX_NAME to the same word on all pods; EMQX_HOST tells them apart",
  source: sources.dnsDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { prefix, prefixAt } = nodeNameOf(instance);
      const strategy = strategyOf(instance);
      if (strategy !== "dns" && strategy !== "k8s") continue;
      if (!prefixAt || !prefix?.includes("<pod")) continue;
      yield {
        at: prefixAt,
        message: "the first part of the node's name comes from the pod, so no two nodes share it",
      };
    }
  },
};

export const digitsAtEnd: Rule = {
  code: "emqx/node-name-ends-in-digits",
  severity: "warning",
  summary: "The first part of the node's name ends in digits",
  why: "EMQX adds the number to its cluster port 4370, so Services, NetworkPolicies and probes with the usual port miss it",
  fix: "choose a name without digits at its end",
  source: sources.distribution,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { prefix, prefixAt } = nodeNameOf(instance);
      const digits = /[0-9]+$/.exec(prefix ?? "")?.[0];
      if (!prefixAt || digits === undefined || Number(digits) === 0) continue;
      const port = 4370 + Number(digits);
      yield { at: prefixAt, message: `with the name \`${prefix}\` the cluster port is ${port}, not 4370` };
    }
  },
};

export const unstableName: Rule = {
  code: "emqx/node-name-not-stable",
  severity: "warning",
  summary: "The nodes are named by the IP addresses of their pods while their data is kept",
  why: "After a restart the node has another name and begins another data directory: what it had is orphaned, and the old name stays in the cluster until autoclean",
  fix: "set EMQX_HOST to the pod's DNS name, with the record type srv or the address type hostname",
  source: sources.docker,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { object, settings } = instance;
      const keepsData = object.root.get("spec", "volumeClaimTemplates").items().length > 0;
      if (object.kind !== "StatefulSet" || !keepsData || !settings.isComplete) continue;
      const { host, hostAt, hasHost } = nodeNameOf(instance);
      const strategy = strategyOf(instance);
      const type = settings.get("cluster.k8s.address_type");
      const isByAddress =
        strategy === "k8s" && (discoveryText(instance, type) ?? (type ? "" : "ip")) === "ip";
      const isBySrv = strategy === "dns" && recordType(instance) === "srv";
      if (hasHost && !host?.includes("<pod IP>") && !isByAddress) continue;
      // The image finds the pod's own name for these two.
      if (!hasHost && (isBySrv || (strategy === "k8s" && type?.text === "hostname"))) continue;
      const at = hostAt ?? (isByAddress ? type?.at : undefined);
      yield {
        ...(at ? { at } : notSet(instance)),
        message: "the nodes are named by IP addresses, which do not survive a restart",
      };
    }
  },
};

export const undeclaredVariable: Rule = {
  code: "emqx/variable-not-declared-before",
  severity: "error",
  summary: "A variable refers to one that stands further down or nowhere",
  why: "Kubernetes expands `$(NAME)` only if NAME stands above in `env` or comes from `envFrom`; else the text stays as it is and becomes part of the node's name",
  fix: "move the variable above the one that uses it; mind that a strategic merge patch puts new ones first",
  source:
    "https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { environment } = instance;
      for (const { name, text, from, at } of environment.variables.values()) {
        if (!name.startsWith("EMQX_") || text === undefined) continue;
        for (const used of referencesIn(text)) {
          if (from === "literal" && isDeclaredBefore(instance, used, name)) continue;
          const other = environment.variables.get(used);
          if (!other && !environment.isComplete) continue;
          if (from === "config-map")
            yield { at, message: `${name} comes from a ConfigMap, where \`$(${used})\` is not expanded` };
          else if (other)
            yield {
              at,
              message: `${name} uses ${used}, which stands below it`,
              related: [{ at: other.at, message: used }],
            };
          else yield { at, message: `${name} uses ${used}, which does not exist` };
        }
      }
    }
  },
};

export const otherDomain: Rule = {
  code: "emqx/cluster-domain-mismatch",
  severity: "error",
  summary: "The nodes' names end in another domain than that of the cluster",
  why: "Nobody resolves the names; the operator's scale-down also takes such a node for stopped and deletes it without evacuation",
  fix: "use the cluster's own domain; the parameter `clusterDomain` tells which one that is",
  source: "https://github.com/emqx/emqx/pull/17876",
  parameters: { clusterDomain: { summary: "The DNS domain of the cluster", default: "cluster.local" } },
  *check(cluster, context) {
    const domain = context.text("clusterDomain");
    for (const instance of emqxInstances(cluster)) {
      const wish = instance.workload ? undefined : instance.object.root.get("spec", "clusterDomain");
      if (wish?.text !== undefined && wish.text !== domain)
        yield { at: wish, message: `the cluster's domain is \`${domain}\`, not \`${wish.text}\`` };
      const { host, hostAt } = nodeNameOf(instance);
      const own = /\.svc\.(.+)$/.exec(host ?? "")?.[1];
      if (hostAt && own !== undefined && own !== domain)
        yield { at: hostAt, message: `the cluster's domain is \`${domain}\`, not \`${own}\`` };
    }
  },
};
