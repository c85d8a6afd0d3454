// Discovery by DNS: the names that the records give must be the names that the nodes give themselves.
import type { Rule } from "../../rule.ts";
import { discoveryText, strategyOf } from "../instance/discovery.ts";
import { podName } from "../instance/expand.ts";
import { emqxWorkloads } from "../instance/instance.ts";
import { nodeNameOf } from "../instance/node-name.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";
import { recordType } from "./service.ts";

export const recordTypeOfNames: Rule = {
  code: "emqx/dns-record-type-not-srv",
  severity: "error",
  summary: "Nodes have host names while discovery looks for addresses",
  why: "With the record types a and aaaa a node's name must end in its IP address; EMQX refuses to start",
  fix: "set EMQX_CLUSTER__DNS__RECORD_TYPE to srv",
  source: sources.schema,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const type = recordType(instance);
      const { host, hostAt } = nodeNameOf(instance);
      if (strategyOf(instance) !== "dns" || (type !== "a" && type !== "aaaa")) continue;
      if (host === undefined || !hostAt || !isHostName(host)) continue;
      const setting = instance.settings.get("cluster.dns.record_type");
      const message = `the record type \`${type}\` needs nodes that are named by their IP address`;
      const related = [{ at: hostAt, message: "the node's host is a name" }];
      if (setting) yield { ...placed(setting), message, related };
      else yield { at: hostAt, message: `${message}, and it is the default` };
    }
  },
};

function isHostName(host: string): boolean {
  return host.includes(podName) || /[g-z]/i.test(host.replaceAll(/<[^>]*>/g, ""));
}

export const dnsNames: Rule = {
  code: "emqx/dns-name-mismatch",
  severity: "error",
  summary: "The name that is looked up, the headless Service and the nodes' hosts do not fit together",
  why: "A node never finds itself among the records, so it tries to join for ever and the cluster does not form",
  fix: "set the DNS name to `<serviceName>.<namespace>.svc.<cluster domain>` and EMQX_HOST to `$(POD_NAME).` followed by the same",
  source: sources.dnsDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const setting = instance.settings.get("cluster.dns.name");
      if (strategyOf(instance) !== "dns" || recordType(instance) !== "srv" || !setting) continue;
      const name = discoveryText(instance, setting);
      // A variable that stays as it is is the matter of another rule.
      if (name === undefined || name.includes("$(")) continue;
      const { object } = instance;
      const service = object.root.get("spec", "serviceName");
      const isThere = (wanted: string | undefined): boolean =>
        wanted !== undefined && cluster.find("Service", object.namespace, wanted) !== undefined;
      // So is a StatefulSet that names a Service that is not there, while discovery asks for one that is.
      if (!isThere(service.text) && isThere(name.split(".")[0])) continue;
      const expected = `${service.text}.${object.namespace}.svc`;
      // The overlay may leave the namespace to whoever applies it.
      const isKnown = object.root.get("metadata", "namespace").exists;
      if (isKnown && service.exists && name !== expected && !name.startsWith(`${expected}.`)) {
        const related = [{ at: service, message: "the Service that gives the pods their names" }];
        yield {
          ...placed(setting),
          message: `\`${name}\` is not the name of the headless Service, \`${expected}\``,
          related,
        };
        continue;
      }
      const { host, hostAt } = nodeNameOf(instance);
      if (host === undefined || !hostAt || host === `${podName}.${name}`) continue;
      const related = [{ at: setting.at, message: "the name that is looked up" }];
      yield {
        at: hostAt,
        message: `the node's host \`${host}\` is not its pod's name followed by \`${name}\``,
        related,
      };
    }
  },
};
