// Which EMQX runs.
import type { Rule } from "../../rule.ts";
import { discoveryServiceOf } from "../instance/discovery.ts";
import { isAtLeast } from "../instance/image.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { sources } from "../sources.ts";

const build = "https://github.com/emqx/emqx/blob/v5.8.9/.github/workflows/build_and_push_docker_images.yaml";

export const movingTag: Rule = {
  code: "emqx/moving-image-tag",
  severity: "warning",
  summary: "The image's tag is pushed again with every release",
  why: "The nodes of one cluster run different versions as pods are rescheduled, and a 5 that becomes 5.9 needs a licence for a cluster",
  fix: "name a version with all three numbers, such as 5.8.9",
  source: build,
  *check(cluster) {
    for (const { image } of emqxInstances(cluster)) {
      const isPinned = image.text.includes("@") || image.version?.patch !== undefined;
      // No tag and latest are wrong for every image, which another rule says of pods; the operator's are told here.
      if (isPinned || (image.at.object.id.kind !== "EMQX" && (!image.tag || image.tag === "latest")))
        continue;
      if (image.tag !== undefined && !/^(latest|v?\d+(\.\d+)?(-elixir)?)$/.test(image.tag)) continue;
      yield { at: image.at, message: `\`${image.text}\` is another version after the next release` };
    }
  },
};

export const mixedEditions: Rule = {
  code: "emqx/mixed-editions",
  severity: "warning",
  summary: "The nodes of one cluster are of different editions or versions",
  why: "Nodes of the open-source edition and of Enterprise cannot share their tables, and versions mix only while they are updated",
  fix: "give all workloads of a cluster the same image",
  source: sources.createCluster,
  *check(cluster) {
    const first = new Map<string, EmqxInstance>();
    for (const instance of emqxInstances(cluster)) {
      const key = clusterKey(instance);
      if (key === undefined) continue;
      const other = first.get(key);
      if (!other) first.set(key, instance);
      else if (
        other.image.isEnterprise !== instance.image.isEnterprise ||
        other.image.tag !== instance.image.tag
      ) {
        const related = [{ at: other.image.at, message: "another node of the same cluster" }];
        yield {
          at: instance.image.at,
          message: `a node with \`${instance.image.text}\` joins others with \`${other.image.text}\``,
          related,
        };
      }
    }

    /** What makes nodes find each other: the name that they look up. */
    function clusterKey({ settings, object, workload }: EmqxInstance): string | undefined {
      if (!workload) return undefined;
      const name = settings.get("cluster.dns.name")?.text ?? settings.get("cluster.k8s.service_name")?.text;
      const own = name ?? discoveryServiceOf(cluster, object)?.name;
      return own && `${object.namespace}/${own.split(".", 1)[0]}`;
    }
  },
};

export const endedRepository: Rule = {
  code: "emqx/image-of-ended-repository",
  severity: "warning",
  summary: "EMQX 5.9 or later is taken from the repository of the open-source edition",
  why: "From 5.9 on there is one edition, emqx/emqx-enterprise, under the Business Source License: a cluster needs a licence, and the old repository ends with 5.8",
  fix: "stay on emqx/emqx:5.8.9, or use emqx/emqx-enterprise with a licence",
  source: "https://github.com/emqx/emqx/blob/master/LICENSE",
  *check(cluster) {
    for (const { image } of emqxInstances(cluster)) {
      if (image.isEnterprise || isAtLeast(image, 5, 9) !== true) continue;
      yield { at: image.at, message: `\`${image.text}\` is not an open-source EMQX under Apache-2.0` };
    }
  },
};

const megabyte = 1 << 20;

export const lowMemory: Rule = {
  code: "emqx/no-memory-limit",
  severity: "warning",
  summary: "A node has no memory limit, no request, or too little of it",
  why: "EMQX sheds load by the memory that it sees; without a limit that is the node's, and with too little it is killed while it starts",
  fix: "request memory and limit it, 512Mi or more",
  source: "https://github.com/emqx/emqx/pull/14588",
  parameters: { mebibytes: { summary: "The least limit", default: 512 } },
  *check(cluster, context) {
    const least = context.number("mebibytes");
    for (const { container } of emqxInstances(cluster)) {
      const resources = container.get("resources");
      const limit = resources.get("limits", "memory");
      const request = resources.get("requests", "memory");
      const size = limit.text === undefined ? undefined : bytesOf(limit.text);
      if (!limit.exists) yield { at: limit, message: "the node may take all memory of its machine" };
      else if (size !== undefined && size < least * megabyte)
        yield { at: limit, message: `\`${limit.text}\` is less than the ${least}Mi that a node needs` };
      // Without a request the limit counts as one.
      else if (request.text === "0") yield { at: request, message: "the node requests no memory" };
    }
  },
};

const multiples: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The bytes of a quantity; undefined for a form that memory is never written in. */
export function bytesOf(quantity: string): number | undefined {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)([kMGT]|[KMGT]i)?$/.exec(quantity) ?? [];
  return amount === undefined ? undefined : Number(amount) * (multiples[unit] ?? 1);
}
