// The rules of this area.
import type { Rule } from "../rule.ts";
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
import {
  clusterWithoutLicence,
  durableSessions,
  ignoredLicence,
  replicantsAlone,
  replicantsNeedEnterprise,
  updateNeedsTwo,
} from "./licence/licence.ts";

export const emqxRules: readonly Rule[] = [
  discoveryService,
  unreadyAddresses,
  unnamedPorts,
  noDiscovery,
  unknownStrategy,
  hiddenDiscovery,
  recordTypeOfNames,
  dnsNames,
  k8sNames,
  k8sHosts,
  doubledSuffix,
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
];
