// Request and limit of the memory are equal: a node must not be the first to be evicted.
import { mergePatch } from "emqx-gitops/patch";
import { emqxNode, resources } from "../../../sizes.ts";

export const patch = mergePatch(
  "apps/v1",
  "StatefulSet",
  { name: "emqx" },
  {
    spec: {
      template: {
        spec: { containers: [{ name: "emqx", resources: resources(emqxNode.cpu, emqxNode.memory) }] },
      },
    },
  },
);
