// The images of the services: from a registry, and the same tomorrow.
import type { Cluster } from "../model/cluster.ts";
import { allContainers, type Container } from "../model/workload.ts";
import type { Rule } from "../rule.ts";
import { brokerServices, isProduction } from "./services.ts";

const names = "https://kubernetes.io/docs/concepts/containers/images/";

/** The containers of the services, init containers among them. */
function containersOf(cluster: Cluster): readonly Container[] {
  return brokerServices(cluster).flatMap(({ workload }) => allContainers(workload));
}

export const imageWithoutRegistry: Rule = {
  code: "broker/image-without-registry",
  severity: "error",
  summary: "An image of the broker names no registry",
  why: "The node takes it from wherever its runtime looks first, or not at all: the broker's own images are on no public registry",
  fix: "write the registry's host in front, such as ghcr.io/ or docker.io/library/",
  source: names,
  *check(cluster) {
    for (const { image, value } of containersOf(cluster)) {
      if (image === "" || isLocal(image) || hasRegistry(image)) continue;
      yield { at: value.get("image"), message: `the image \`${image}\` names no registry` };
    }
  },
};

export const imageNotByDigest: Rule = {
  code: "broker/image-not-by-digest",
  severity: "warning",
  summary: "An image of the broker is not pinned by its digest in production",
  why: "A tag can be pushed again, so pods of one service may run different code, and a rollback may not bring the old one back",
  fix: "write the digest in the overlay's `images`",
  source: names,
  *check(cluster) {
    if (!isProduction(cluster)) return;
    for (const { image, value } of containersOf(cluster)) {
      if (image === "" || image.includes("@sha256:")) continue;
      yield { at: value.get("image"), message: `the image \`${image}\` has no digest` };
    }
  },
};

export const localImage: Rule = {
  code: "broker/local-image",
  severity: "warning",
  summary: "An image of the broker exists only on the machine that built it",
  why: "Other nodes cannot pull it, so the pod starts on one node or on none",
  fix: "push it to a registry and name it in the overlay's `images`",
  source: "https://github.com/DPIclimate/broker/tree/csu_2023_team_8/kubernetes",
  *check(cluster) {
    for (const { image, value } of containersOf(cluster)) {
      const policy = value.get("imagePullPolicy");
      if (isLocal(image))
        yield { at: value.get("image"), message: `\`${image}\` is the name of a local build` };
      else if (policy.text === "Never") yield { at: policy, message: `\`${image}\` is never pulled` };
    }
  },
};

function hasRegistry(image: string): boolean {
  const [host = "", ...path] = image.split("/");
  return path.length > 0 && (host.includes(".") || host.includes(":") || host === "localhost");
}

function isLocal(image: string): boolean {
  return image.startsWith("broker/");
}
