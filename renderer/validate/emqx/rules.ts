// The rules of this area.
import type { Rule } from "../rule.ts";
import { dashboardOff, hastyLiveness, shortExec, wrongProbe } from "./availability/probes.ts";
import { leavesCluster, longEvacuation, ossEvacuation, shortGrace } from "./availability/shutdown.ts";
import { blockingBudget, bothLimits, noBudget, scaledCores, sharedHost } from "./availability/spread.ts";
import { noAccess, noToken, unneededToken, wrongRbacGroup } from "./discovery/access.ts";
import { dnsNames, recordTypeOfNames } from "./discovery/dns.ts";
import { doubledSuffix, k8sHosts, k8sNames } from "./discovery/kubernetes.ts";
import { discoveryService, unnamedPorts, unreadyAddresses } from "./discovery/service.ts";
import { hiddenDiscovery, noDiscovery, unknownStrategy } from "./discovery/strategy.ts";
import { knownCookie, noCookie } from "./identity/cookie.ts";
import {
  differentNames,
  digitsAtEnd,
  malformedName,
  otherDomain,
  undeclaredVariable,
  unstableName,
} from "./identity/node-name.ts";
import { seedMismatch } from "./identity/seeds.ts";
import {
  clusteredDeployment,
  evenReplicas,
  orderedStart,
  overlappingClusters,
  shortAutoclean,
} from "./identity/shape.ts";
import { endedRepository, mixedEditions, movingTag } from "./image/image.ts";
import { lowMemory } from "./image/memory.ts";
import {
  clusterWithoutLicence,
  durableSessions,
  ignoredLicence,
  replicantsAlone,
  replicantsNeedEnterprise,
  updateNeedsTwo,
} from "./licence/licence.ts";
import { closedApiServer, closedCluster, closedDns, closedOperator } from "./network/closed.ts";
import {
  exposedClusterPorts,
  headlessLoadBalancer,
  lostAddress,
  sessionAffinity,
} from "./network/exposure.ts";
import { missedWebSocket } from "./network/ingress.ts";
import { sharedPort, unboundListener } from "./network/listeners.ts";
import { hostNetwork, ipv6Only, meshInBetween } from "./network/pods.ts";
import { deadPort, oldManagementPort, quicOverTcp, statelessRpc } from "./network/ports.ts";
import { proxyProtocol } from "./network/proxy.ts";
import { unknownValue } from "./operator/chart.ts";
import { rebalanceTarget, rebalanceThreshold } from "./operator/rebalance.ts";
import {
  claimList,
  configuredCookie,
  oldApi,
  overridden,
  reservedLabel,
  silentReplicas,
  wrongStrategy,
} from "./operator/resource.ts";
import {
  dashboardPassword,
  incompleteAuthenticator,
  noAuthentication,
  openAuthorization,
  plainDashboardPassword,
} from "./security/authentication.ts";
import { certificateNotMounted, certificateOptional, demoCertificate } from "./security/tls.ts";
import {
  clusterHocon,
  ignoredBase,
  incompleteFile,
  invalidHocon,
  missingInclude,
  pinnedSetting,
} from "./settings/files.ts";
import { oldSettingName, unknownSetting } from "./settings/names.ts";
import { metricsNeedKey, plainLogs, scrapedTwice, silentLogs } from "./settings/observing.ts";
import { alteredSecret, invalidValue, zeroIndex } from "./settings/values.ts";
import { dataNotKept, sharedVolume, smallVolume, wrongDataPath } from "./storage/data.ts";
import { otherUser, ownerOfData } from "./storage/owner.ts";
import { readOnlyRoot, staleConfig, unsafeSysctl } from "./storage/pod.ts";

export const emqxRules: readonly Rule[] = [
  discoveryService,
  unreadyAddresses,
  unnamedPorts,
  unknownStrategy,
  noDiscovery,
  hiddenDiscovery,
  recordTypeOfNames,
  dnsNames,
  k8sNames,
  doubledSuffix,
  k8sHosts,
  noAccess,
  noToken,
  unneededToken,
  wrongRbacGroup,
  malformedName,
  differentNames,
  digitsAtEnd,
  unstableName,
  undeclaredVariable,
  otherDomain,
  noCookie,
  knownCookie,
  seedMismatch,
  clusteredDeployment,
  orderedStart,
  evenReplicas,
  overlappingClusters,
  shortAutoclean,
  clusterWithoutLicence,
  updateNeedsTwo,
  ignoredLicence,
  replicantsNeedEnterprise,
  replicantsAlone,
  durableSessions,
  movingTag,
  mixedEditions,
  endedRepository,
  oldSettingName,
  unknownSetting,
  invalidValue,
  zeroIndex,
  alteredSecret,
  invalidHocon,
  missingInclude,
  incompleteFile,
  clusterHocon,
  ignoredBase,
  pinnedSetting,
  plainLogs,
  silentLogs,
  scrapedTwice,
  metricsNeedKey,
  noAuthentication,
  incompleteAuthenticator,
  openAuthorization,
  dashboardPassword,
  plainDashboardPassword,
  demoCertificate,
  certificateNotMounted,
  certificateOptional,
  wrongProbe,
  dashboardOff,
  hastyLiveness,
  shortExec,
  shortGrace,
  ossEvacuation,
  longEvacuation,
  leavesCluster,
  noBudget,
  blockingBudget,
  bothLimits,
  sharedHost,
  scaledCores,
  lowMemory,
  closedCluster,
  closedDns,
  closedApiServer,
  closedOperator,
  exposedClusterPorts,
  headlessLoadBalancer,
  sessionAffinity,
  lostAddress,
  missedWebSocket,
  unboundListener,
  sharedPort,
  hostNetwork,
  ipv6Only,
  meshInBetween,
  deadPort,
  oldManagementPort,
  quicOverTcp,
  statelessRpc,
  proxyProtocol,
  unknownValue,
  rebalanceTarget,
  rebalanceThreshold,
  oldApi,
  silentReplicas,
  wrongStrategy,
  overridden,
  configuredCookie,
  claimList,
  reservedLabel,
  wrongDataPath,
  dataNotKept,
  smallVolume,
  sharedVolume,
  ownerOfData,
  otherUser,
  readOnlyRoot,
  unsafeSysctl,
  staleConfig,
];
