// Clusters for tests of rules and of what they ask.
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { project } from "../project.ts";

/** What an overlay with these objects puts into a cluster. */
export function clusterOf(objects: string): Cluster {
  const files = { "a/kustomization.yaml": "resources: [o.yaml]\n", "a/o.yaml": objects };
  const rendered = project(files).render("a");
  if (rendered.problems.length > 0) throw new Error(rendered.problems.join("\n"));
  return new Cluster(rendered.resources, {
    directory: "a",
    environment: "prod",
    kubernetesVersion: "1.36",
  });
}
