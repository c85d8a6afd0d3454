// How a node ends.
import type { Value } from "../../model/value.ts";
import type { Rule } from "../../rule.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { sources } from "../sources.ts";
import { controlCommand } from "./probes.ts";

export const shortGrace: Rule = {
  code: "emqx/short-grace-period",
  severity: "warning",
  summary: "A node has little time to end",
  why: "EMQX closes listeners, bridges and tables in order, for up to 120 seconds; killed before that, it repairs its files at the next start",
  fix: "set terminationGracePeriodSeconds to 120 or more, with the time of a preStop on top",
  source: sources.start,
  parameters: { seconds: { summary: "The least grace period", default: 60 } },
  *check(cluster, context) {
    for (const { pod } of emqxWorkloads(cluster)) {
      const at = pod.get("terminationGracePeriodSeconds");
      const seconds = at.number ?? 30;
      if (seconds >= context.number("seconds")) continue;
      yield { at, message: `a node is killed after ${seconds} seconds${at.exists ? "" : ", the default"}` };
    }
  },
};

const evacuation = /\brebalance\s+start\b.*--evacuation\b/;

export const ossEvacuation: Rule = {
  code: "emqx/evacuation-needs-enterprise",
  severity: "warning",
  summary: "The open-source edition is told to evacuate its clients",
  why: "It does not know the command, so the preStop hook fails and nothing is moved",
  fix: "remove the command, or use the image emqx/emqx-enterprise",
  source: sources.rebalancing,
  *check(cluster) {
    for (const { container, image } of emqxInstances(cluster)) {
      const exec = container.get("lifecycle", "preStop", "exec");
      if (image.isEnterprise || !evacuation.test(controlCommand(exec) ?? "")) continue;
      yield {
        at: partWith(exec, evacuation),
        message: `the open-source EMQX ${image.tag ?? ""} cannot evacuate its clients`,
      };
    }
  },
};

export const longEvacuation: Rule = {
  code: "emqx/evacuation-outlasts-grace",
  severity: "warning",
  summary: "Moving the clients takes longer than the pod lives",
  why: "The pod is killed with clients still on it",
  fix: "raise terminationGracePeriodSeconds, or the rates of the evacuation",
  source: sources.rebalancing,
  parameters: { sessions: { summary: "The sessions of one node", default: 10_000 } },
  *check(cluster, context) {
    const sessions = context.number("sessions");
    for (const { container, pod, image } of emqxWorkloads(cluster)) {
      const text = controlCommand(container.get("lifecycle", "preStop", "exec")) ?? "";
      if (!image.isEnterprise || !evacuation.test(text)) continue;
      const flag = (name: string, fallback: number): number =>
        Number(new RegExp(`--${name}[ =](\\d+)`).exec(text)?.[1] ?? fallback) || fallback;
      const moving = sessions / flag("conn-evict-rate", 500) + sessions / flag("sess-evict-rate", 500);
      const seconds = Math.ceil(flag("wait-health-check", 60) + flag("wait-takeover", 60) + moving + 30);
      const grace = pod.get("terminationGracePeriodSeconds");
      if ((grace.number ?? 30) >= seconds) continue;
      const message = `moving ${sessions} sessions takes ${seconds} seconds, and the pod is killed after ${grace.number ?? 30}`;
      yield { at: grace, message };
    }
  },
};

const leaving = /\bcluster\s+(leave|force-leave)\b/;

export const leavesCluster: Rule = {
  code: "emqx/pre-stop-leaves-cluster",
  severity: "warning",
  summary: "A node leaves the cluster whenever it stops",
  why: "It comes back as a new node: it drops what its volume has and copies everything anew, at every restart",
  fix: "remove the command; leave the cluster by hand when you scale down",
  source: sources.joining,
  *check(cluster) {
    for (const { container, object } of emqxInstances(cluster)) {
      const exec = container.get("lifecycle", "preStop", "exec");
      const keepsData =
        object.root.get("spec", "volumeClaimTemplates").items().length > 0 ||
        container.get("volumeClaimTemplates").exists;
      if (!keepsData || !leaving.test(controlCommand(exec) ?? "")) continue;
      yield {
        at: partWith(exec, leaving),
        message: "the node leaves the cluster whenever it stops, with its data",
      };
    }
  },
};

/** The word of the command that says it, or the whole command when several do. */
function partWith(exec: Value, pattern: RegExp): Value {
  const command = exec.get("command");
  return command.items().find(({ text }) => pattern.test(text ?? "")) ?? command;
}
