// What an edition and its licence allow. Up to 5.8 the open-source edition clusters; from 5.9 on, a cluster needs a key.
import type { Finding, Rule } from "../../rule.ts";
import { strategyOf } from "../instance/discovery.ts";
import { isAtLeast } from "../instance/image.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";

const path = "license.key";

/** Whether the instance has the licence that everyone has, for one node; undefined when that is not known. */
function hasSingleNodeLicence({ settings, image }: EmqxInstance): boolean | undefined {
  if (isAtLeast(image, 5, 9) !== true) return undefined;
  const key = settings.get(path);
  if (!key) return settings.isComplete ? true : undefined;
  return key.text === undefined ? false : key.text === "default" || key.text === "";
}

export const clusterWithoutLicence: Rule = {
  code: "emqx/cluster-without-licence",
  severity: "error",
  summary: "Several nodes of EMQX 5.9 or later have no licence key",
  why: "The built-in licence is for one node: all pods but one end with SINGLE_NODE_LICENSE and start again for ever",
  fix: "set EMQX_LICENSE__KEY from a Secret, run one node, or stay on EMQX 5.8",
  source: sources.licence,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (!instance.isClustered || hasSingleNodeLicence(instance) !== true) continue;
      const key = instance.settings.get(path);
      const message = `EMQX ${instance.image.tag} runs one node only without a licence key`;
      const related = key
        ? [{ at: instance.image.at, message: "this version needs a key for a cluster" }]
        : [];
      yield { ...(key ? placed(key) : { at: instance.image.at }), message, related };
    }
  },
};

export const updateNeedsTwo: Rule = {
  code: "emqx/update-clusters-single-licence",
  severity: "warning",
  summary: "An update runs two nodes for a while, with a licence for one",
  why: "The new node and the old one are a cluster until the old one is gone, and one of them may end with SINGLE_NODE_LICENSE",
  fix: "use a StatefulSet, or a Deployment with the strategy Recreate, or set a licence key",
  source: sources.licence,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (instance.isClustered || hasSingleNodeLicence(instance) !== true) continue;
      const { object, workload, image } = instance;
      const strategy = object.root.get("spec", "strategy", "type");
      if (!workload)
        yield { at: image.at, message: "the operator starts the new node before it stops the old one" };
      else if (object.kind === "Deployment" && strategy.text !== "Recreate")
        yield { at: strategy, message: "a rolling update starts the new node before it stops the old one" };
    }
  },
};

export const ignoredLicence: Rule = {
  code: "emqx/licence-ignored",
  severity: "warning",
  summary: "The open-source edition is given a licence",
  why: "It has no such setting and ignores it without a word, so nothing of Enterprise works",
  fix: "use the image emqx/emqx-enterprise, or remove the licence",
  source: sources.schema,
  *check(cluster) {
    for (const { image, settings, mounts } of emqxInstances(cluster)) {
      if (image.isEnterprise || isAtLeast(image, 5, 9) !== false) continue;
      const key = settings.get(path);
      const mount = mounts.find((each) => each.path === "/opt/emqx/etc/emqx.lic");
      if (key) yield { ...placed(key), message: `the open-source EMQX ${image.tag} ignores the licence key` };
      if (mount)
        yield { at: mount.at, message: `the open-source EMQX ${image.tag} ignores the licence file` };
    }
  },
};

export const replicantsNeedEnterprise: Rule = {
  code: "emqx/replicants-need-enterprise",
  severity: "error",
  summary: "The open-source edition is asked for replicant nodes",
  why: "Since 5.8 it knows core nodes only and refuses to start; the operator waits for the replicants for ever",
  fix: "use core nodes only, or the image emqx/emqx-enterprise",
  source: "https://github.com/emqx/emqx/pull/13526",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { image, settings, object, workload } = instance;
      if (image.isEnterprise || isAtLeast(image, 5, 8) !== true) continue;
      const role = settings.get("node.role");
      if (role?.text === "replicant")
        yield { ...placed(role), message: `the open-source EMQX ${image.tag} has no replicant nodes` };
      const replicants = object.root.get("spec", "replicantTemplate");
      const replicas = replicants.get("spec", "replicas");
      if (workload || !replicants.exists || replicas.number === 0) continue;
      yield { at: replicas, message: `the open-source EMQX ${image.tag} has no replicant nodes` };
    }
  },
};

export const replicantsAlone: Rule = {
  code: "emqx/replicants-without-cores",
  severity: "error",
  summary: "Replicant nodes have no core nodes to join",
  why: "A replicant holds no data of its own: it waits for a core node that it can find, and never starts",
  fix: "run core nodes, and set a discovery strategy other than manual for both",
  source: sources.replication,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings, workload, replicas, replicasAt, object } = instance;
      const role = settings.get("node.role");
      const strategy = strategyOf(instance);
      if (workload && role?.text === "replicant" && (strategy === "manual" || strategy === "singleton"))
        yield {
          ...placed(role),
          message: `a replicant finds no core node with the strategy \`${strategy}\``,
        };
      const replicants = object.root.get("spec", "replicantTemplate", "spec", "replicas");
      if (!workload && replicas === 0 && (replicants.number ?? 0) > 0)
        yield zeroCores(replicasAt, replicants);
    }
  },
};

function zeroCores(at: Finding["at"], replicants: Finding["at"]): Finding {
  return {
    at,
    message: "there is no core node",
    related: [{ at: replicants, message: "the replicants need one" }],
  };
}

export const durableSessions: Rule = {
  code: "emqx/durable-sessions-need-single-node",
  severity: "error",
  summary: "The open-source edition is asked for durable sessions in a cluster",
  why: "Its storage for them is local to a node: EMQX refuses to start unless the strategy is singleton",
  fix: "set the strategy to singleton and run one node, or turn durable sessions off",
  source: "https://github.com/emqx/emqx/pull/13248",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { image, settings } = instance;
      const enable = settings.get("durable_sessions.enable");
      const strategy = strategyOf(instance);
      if (image.isEnterprise || enable?.text !== "true" || isAtLeast(image, 5, 8) !== true) continue;
      if (strategy === undefined || strategy === "singleton") continue;
      yield {
        ...placed(enable),
        message: `durable sessions need the strategy singleton, and it is \`${strategy}\``,
      };
    }
  },
};
