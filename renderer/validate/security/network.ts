// What is open to others than was meant.
import { policiesOf } from "../model/network-policy.ts";
import type { Rule } from "../rule.ts";

export const externalIps: Rule = {
  code: "security/external-ips",
  severity: "warning",
  summary: "A Service claims addresses",
  why: "Whatever pods and nodes send to these addresses goes to the Service instead, whoever they belong to",
  fix: "use a Service of type LoadBalancer",
  source: "https://github.com/kubernetes/kubernetes/issues/97076",
  *check(cluster) {
    for (const { root } of cluster.ofKind("Service", "")) {
      for (const at of root.get("spec", "externalIPs").items())
        yield { at, message: `the Service takes what is sent to ${at.text}` };
    }
  },
};

export const openToAll: Rule = {
  code: "security/service-open-to-all",
  severity: "off",
  summary: "A Service is open to everybody outside of the cluster",
  why: "Whoever reaches the balancer or a node can connect",
  fix: "list the networks that may connect under loadBalancerSourceRanges, or use an Ingress",
  source:
    "https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types",
  *check(cluster) {
    for (const { root } of cluster.ofKind("Service", "")) {
      const at = root.get("spec", "type");
      const isBalanced = at.text === "LoadBalancer";
      if (isBalanced && root.get("spec", "loadBalancerSourceRanges").items().length > 0) continue;
      if (isBalanced || at.text === "NodePort")
        yield { at, message: `the Service is open at ${isBalanced ? "the balancer" : "every node"}` };
    }
  },
};

export const externalName: Rule = {
  code: "security/external-name",
  severity: "off",
  summary: "A Service stands for a host outside of the namespace",
  why: "What is sent to it leaves by a name that others may take over, and Ingresses can be led to inner hosts so",
  fix: "name the host where it is used",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#externalname",
  *check(cluster) {
    for (const { root } of cluster.ofKind("Service", "")) {
      if (root.get("spec", "type").text !== "ExternalName") continue;
      const at = root.get("spec", "externalName");
      yield { at, message: `the Service stands for \`${at.text ?? ""}\`` };
    }
  },
};

export const openPods: Rule = {
  code: "security/pods-not-isolated",
  severity: "off",
  summary: "No NetworkPolicy is about the pods",
  why: "Every pod of the cluster can connect to them",
  fix: "add a NetworkPolicy that selects them and lists who may connect",
  source: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      const { object, pod } = workload;
      if (pod.get("hostNetwork").boolean === true) continue;
      if (policiesOf(cluster, workload, "Ingress").length > 0) continue;
      yield {
        at: object.root.get("metadata", "name"),
        message: "every pod of the cluster can connect to these",
      };
    }
  },
};

export const openWebhook: Rule = {
  code: "security/webhook-fails-open",
  severity: "off",
  summary: "A webhook lets everything pass while it cannot be reached",
  why: "What it is to keep out only needs to wait for a restart",
  fix: "set `failurePolicy: Fail`, and run two pods of it",
  source:
    "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy",
  *check(cluster) {
    for (const kind of ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"]) {
      for (const { root } of cluster.ofKind(kind, "admissionregistration.k8s.io")) {
        for (const webhook of root.get("webhooks").items()) {
          const at = webhook.get("failurePolicy");
          const name = webhook.get("name").text ?? "";
          if (at.text === "Ignore")
            yield { at, message: `\`${name}\` is passed by while it cannot be reached` };
        }
      }
    }
  },
};
