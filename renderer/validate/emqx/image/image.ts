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
