// What rules of a site's own are written with: `import type { Rule } from "emqx-gitops/validate"`.
export type { Edit, RuleCode, Severity } from "../diagnostics/diagnostic.ts";
export type { Cluster, ClusterFacts } from "./model/cluster.ts";
export { type Environment, environmentOf, type Variable } from "./model/environment.ts";
export type { KubeObject } from "./model/object.ts";
export { workloadsMatching, workloadsSelectedBy } from "./model/selection.ts";
export { textMap, type Value } from "./model/value.ts";
export { allContainers, type Container, type Workload } from "./model/workload.ts";
export type { Finding, Parameter, Related, Rule, RuleContext } from "./rule.ts";
