// The workloads that run EMQX.
import type { Cluster } from "../model/cluster.ts";
import type { Container, Workload } from "../model/workload.ts";

export interface EmqxWorkload {
  readonly workload: Workload;
  readonly container: Container;
  /** More than one node is wished for. */
  readonly isClustered: boolean;
}

/** The image repositories of EMQX end so, whatever registry they were copied to. */
const repository = /(^|\/)emqx\/emqx(-enterprise)?(?=[:@]|$)/;

export function emqxWorkloads(cluster: Cluster): readonly EmqxWorkload[] {
  return cluster.workloads.flatMap((workload) => {
    const container = workload.containers.find(({ image }) => repository.test(image));
    if (!container || workload.runsToEnd) return [];
    return [{ workload, container, isClustered: (workload.replicas ?? 2) > 1 }];
  });
}
