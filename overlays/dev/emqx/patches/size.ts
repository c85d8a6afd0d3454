import { mergePatch } from "emqx-gitops/patch";
import { resources } from "../../../sizes.ts";

export const patch = mergePatch(
  "apps/v1",
  "StatefulSet",
  { name: "emqx" },
  {
    spec: {
      template: { spec: { containers: [{ name: "emqx", resources: resources("100m", "512Mi", "768Mi") }] } },
    },
  },
);
