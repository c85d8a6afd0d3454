// The rules of this area; docs/kube-linter.md says which rule stands for which check of kube-linter.
import type { Rule } from "../rule.ts";
import {
  budgetBlocks,
  budgetKeepsBroken,
  fewReplicas,
  lowAutoscaler,
  notSpread,
  stopsBeforeStart,
} from "./availability.ts";
import { imageTag } from "./image-tag.ts";
import {
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
import { noLivenessProbe, noReadinessProbe, probePortNotDeclared } from "./probes.ts";
import { resourceRules } from "./resources.ts";
import { deprecatedServiceAccount } from "./service-account.ts";

export const practiceRules: readonly Rule[] = [
  imageTag,
  noReadinessProbe,
  noLivenessProbe,
  probePortNotDeclared,
  ...resourceRules,
  budgetBlocks,
  budgetKeepsBroken,
  fewReplicas,
  notSpread,
  lowAutoscaler,
  stopsBeforeStart,
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
];
