// Where the rules of this area know their facts from.
const emqx = "https://github.com/emqx/emqx/blob/v5.8.9";
const operator = "https://github.com/emqx/emqx-operator/blob/2ca6a10d";
const docs = "https://github.com/emqx/emqx-docs/blob/release-5.8/en_US";
const ekka = "https://github.com/emqx/ekka/blob/0.23.2/src";

export const sources = {
  schema: `${emqx}/apps/emqx_conf/src/emqx_conf_schema.erl`,
  listenerSchema: `${emqx}/apps/emqx/src/emqx_schema.erl`,
  entrypoint: `${emqx}/deploy/docker/docker-entrypoint.sh`,
  dockerfile: `${emqx}/deploy/docker/Dockerfile`,
  start: `${emqx}/bin/emqx`,
  chart: `${emqx}/deploy/charts/emqx/values.yaml`,
  status: `${emqx}/apps/emqx_management/src/emqx_mgmt_api_status.erl`,
  dashboard: `${emqx}/apps/emqx_dashboard/src/emqx_dashboard_admin.erl`,
  environment: "https://github.com/emqx/hocon/blob/0.44.0/src/hocon_tconf.erl",
  licence: "https://github.com/emqx/emqx/pull/15553",
  dnsDiscovery: `${ekka}/ekka_cluster_dns.erl`,
  k8sDiscovery: `${ekka}/ekka_cluster_k8s.erl`,
  joining: `${ekka}/ekka_autocluster.erl`,
  distribution: `${ekka}/ekka_dist.erl`,
  operatorTypes: `${operator}/apis/apps/v2beta1/emqx_types.go`,
  operatorController: `${operator}/controllers/apps/v2beta1`,
  operatorRelease: `${operator}/RELEASE.md`,
  createCluster: `${docs}/deploy/cluster/create-cluster.md`,
  clusterSecurity: `${docs}/deploy/cluster/security.md`,
  rebalancing: `${docs}/deploy/cluster/rebalancing.md`,
  configuration: `${docs}/configuration/configuration.md`,
  prometheus: `${docs}/observability/prometheus.md`,
  docker: `${docs}/deploy/install-docker.md`,
  replication: `${docs}/deploy/cluster/introduction.md`,
} as const;
