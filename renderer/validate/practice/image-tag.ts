// An image without a version is another one tomorrow.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

export const imageTag: Rule = {
  code: "practice/image-not-pinned",
  severity: "warning",
  summary: "An image has no tag, or the tag latest",
  why: "Pods of one workload run different versions as nodes pull the image at different times, and nothing can be rolled back",
  fix: "name a version, or a digest",
  source: "https://kubernetes.io/docs/concepts/containers/images/",
  *check(cluster) {
    for (const { at, image } of images(cluster)) {
      if (image.includes("@")) continue;
      const tag = /:([^/:]+)$/.exec(image)?.[1];
      if (tag !== undefined && tag !== "latest") continue;
      yield { at, message: `the image \`${image}\` names no version` };
    }
  },
};

export const imageDigest: Rule = {
  code: "practice/image-not-by-digest",
  severity: "off",
  summary: "An image is named without its digest",
  why: "A tag can be given to another image, by its maker or by whoever got into the registry",
  fix: "write the digest behind the tag: `name:1.2.3@sha256:…`",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  *check(cluster) {
    for (const { at, image } of images(cluster)) {
      if (!image.includes("@sha256:")) yield { at, message: `the image \`${image}\` has no digest` };
    }
  },
};

function* images(cluster: Cluster): Iterable<{ at: Value; image: string }> {
  for (const workload of cluster.workloads)
    for (const { value, image } of allContainers(workload))
      if (image !== "") yield { at: value.get("image"), image };
}
