// The rules of this area; docs/kube-linter.md says which rule stands for which check of kube-linter.
import type { Rule } from "../rule.ts";
import {
  budgetBlocks,
  budgetKeepsBroken,
  fewReplicas,
  lowAutoscaler,
  noBudget,
  notSpread,
} from "./availability.ts";
import { imageDigest, imageTag } from "./image-tag.ts";
import {
  barePod,
  defaultNamespace,
  dnsSearches,
  jobStays,
  metadataRules,
  noNodeAffinity,
  noPriority,
  privilegedPort,
  secretInVariable,
  sshPort,
} from "./opinions.ts";
import { noLivenessProbe, noReadinessProbe, noStartupProbe, probePortNotDeclared } from "./probes.ts";
import { resourceRules, unknownResource } from "./resources.ts";
import { heldVolume, stopsBeforeStart, stuckRollout } from "./rollout.ts";
import { sameProbes } from "./same-probes.ts";
import { foughtOver, nothingToScale } from "./scalers.ts";
import { deprecatedServiceAccount } from "./service-account.ts";
import { volumeOfOneNode } from "./volumes.ts";

export const practiceRules: readonly Rule[] = [
  imageTag,
  imageDigest,
  noReadinessProbe,
  noLivenessProbe,
  noStartupProbe,
  sameProbes,
  probePortNotDeclared,
  ...resourceRules,
  unknownResource,
  budgetBlocks,
  budgetKeepsBroken,
  noBudget,
  fewReplicas,
  notSpread,
  lowAutoscaler,
  foughtOver,
  nothingToScale,
  stopsBeforeStart,
  stuckRollout,
  heldVolume,
  barePod,
  sshPort,
  privilegedPort,
  defaultNamespace,
  secretInVariable,
  jobStays,
  noPriority,
  noNodeAffinity,
  dnsSearches,
  ...metadataRules,
  deprecatedServiceAccount,
  volumeOfOneNode,
];
