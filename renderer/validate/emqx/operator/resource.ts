// The objects of the EMQX operator.
import type { Rule } from "../../rule.ts";
import { emqxInstances, emqxResources } from "../instance/instance.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";

export const oldApi: Rule = {
  code: "emqx/old-operator-api",
  severity: "error",
  summary: "An EMQX object is of an API that the operator drops",
  why: "v2alpha1 is deprecated, and its fields mean nothing to v2beta1: the API server drops or refuses them",
  fix: "use apps.emqx.io/v2beta1, with `image` in spec and `config.data` instead of `bootstrapConfig`",
  source: sources.operatorRelease,
  *check(cluster) {
    for (const { root, version } of emqxResources(cluster)) {
      if (version !== "v2beta1")
        yield { at: root.get("apiVersion"), message: `the operator's API is v2beta1, not ${version}` };
      for (const name of ["emqxTemplate", "bootstrapConfig"]) {
        const at = root.get("spec", name);
        if (at.node) yield { at, atKey: true, message: `\`${name}\` is no field of v2beta1` };
      }
    }
  },
};

export const silentReplicas: Rule = {
  code: "emqx/core-template-without-replicas",
  severity: "error",
  summary: "The core template does not say how many nodes there are",
  why: "The default of the template is 2, which has no majority, and from EMQX 5.9 on is more than the built-in licence allows",
  fix: "set `coreTemplate.spec.replicas`",
  source: "https://github.com/emqx/emqx-operator/issues/1208",
  *check(cluster) {
    for (const { root } of emqxResources(cluster)) {
      const spec = root.get("spec", "coreTemplate", "spec");
      if (!spec.exists || spec.get("replicas").exists) continue;
      yield { at: spec, atKey: true, message: "the number of nodes is not set, and its default here is 2" };
    }
  },
};

export const wrongStrategy: Rule = {
  code: "emqx/invalid-update-strategy",
  severity: "error",
  summary: "The update strategy of an EMQX object is none that there is",
  why: "The API server refuses the object",
  fix: "set the type to Recreate and the rates to 1 or more, or leave them out",
  source: sources.operatorTypes,
  *check(cluster) {
    for (const { root } of emqxResources(cluster)) {
      const strategy = root.get("spec", "updateStrategy");
      const type = strategy.get("type");
      if (type.exists && type.text !== "Recreate")
        yield { at: type, message: `there is no strategy \`${type.text}\`` };
      for (const [name, least] of [
        ["connEvictRate", 1],
        ["sessEvictRate", 1],
        ["waitTakeover", 0],
      ] as const) {
        const at = strategy.get("evacuationStrategy", name);
        if (at.number !== undefined && at.number < least)
          yield { at, message: `${name} is ${at.number} and must be ${least} or more` };
      }
    }
  },
};

const operatorSets =
  /^EMQX_(NAME|HOST|CLUSTER__.*|NODE__ROLE|NODE__DB_ROLE|NODE__NAME|NODE_NAME|NODE__DATA_DIR)$/;

export const overridden: Rule = {
  code: "emqx/operator-variable-overridden",
  severity: "warning",
  summary: "A template sets what the operator sets itself",
  why: "The operator looks for nodes named `emqx@` with its own discovery; with another name it takes them for stopped",
  fix: "remove the variable",
  source: sources.operatorController,
  *check(cluster) {
    for (const { root } of emqxResources(cluster)) {
      for (const template of ["coreTemplate", "replicantTemplate"]) {
        for (const entry of root.get("spec", template, "spec", "env").items()) {
          const at = entry.get("name");
          if (operatorSets.test(at.text ?? "")) yield { at, message: `the operator sets ${at.text} itself` };
        }
      }
    }
  },
};

export const configuredCookie: Rule = {
  code: "emqx/cookie-in-operator-config",
  severity: "warning",
  summary: "The operator's configuration sets the cookie",
  why: "The operator makes the cookie once, in a Secret, and gives it to the pods as a variable: a change here has no effect",
  fix: "remove it, or make the Secret `<name>-node-cookie` before the EMQX object",
  source: sources.operatorController,
  *check(cluster) {
    for (const { workload, settings } of emqxInstances(cluster)) {
      const cookie = workload ? undefined : settings.get("node.cookie");
      if (cookie?.from === "file")
        yield { ...placed(cookie), message: "the cookie here counts at most once", isSecret: true };
    }
  },
};

export const claimList: Rule = {
  code: "emqx/claim-template-is-a-list",
  severity: "warning",
  summary: "The operator's volumeClaimTemplates is written as in a StatefulSet",
  why: "Here it is the specification of one claim; a list, or an object with metadata, is refused or ignored, and it cannot be changed later",
  fix: "write accessModes, resources and storageClassName right below it",
  source: sources.operatorTypes,
  *check(cluster) {
    for (const { root } of emqxResources(cluster)) {
      const at = root.get("spec", "coreTemplate", "spec", "volumeClaimTemplates");
      if (at.node?.kind === "sequence")
        yield { at, atKey: true, message: "volumeClaimTemplates is one claim here, not a list" };
      for (const name of ["metadata", "spec"]) {
        const inner = at.get(name);
        if (inner.node)
          yield { at: inner, atKey: true, message: `a claim's specification has no \`${name}\`` };
      }
    }
  },
};

export const reservedLabel: Rule = {
  code: "emqx/reserved-label",
  severity: "warning",
  summary: "A label begins with apps.emqx.io/",
  why: "The operator selects its pods by labels of that name, so its Services and counts go wrong",
  fix: "use a name of your own",
  source: sources.operatorController,
  *check(cluster) {
    for (const { root, name } of emqxResources(cluster)) {
      const holders = [
        { path: [], role: undefined },
        { path: ["spec", "coreTemplate"], role: "core" },
        { path: ["spec", "replicantTemplate"], role: "replicant" },
      ];
      for (const { path, role } of holders) {
        for (const [key, at] of root.get(...path, "metadata", "labels").entries()) {
          if (!key.startsWith("apps.emqx.io/") || at.text === ownLabels(name, role).get(key)) continue;
          yield { at, atKey: true, message: `the label \`${key}\` is the operator's own` };
        }
      }
    }
  },
};

/** What the operator says itself, and may be repeated. */
function ownLabels(name: string, role: string | undefined): ReadonlyMap<string, string | undefined> {
  return new Map([
    ["apps.emqx.io/instance", name],
    ["apps.emqx.io/managed-by", "emqx-operator"],
    ["apps.emqx.io/db-role", role],
  ]);
}
