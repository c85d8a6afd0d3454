// The rules of this area; those of pods hold the Pod Security Standards control by control.
import type { Rule } from "../rule.ts";
import { defaultAccount, longToken, needlessToken } from "./accounts.ts";
import {
  allSecrets,
  anonymousSubject,
  clusterAdmin,
  defaultAccountSubject,
  everybodySubject,
  namespaceSecrets,
} from "./bindings.ts";
import { runtimeSocket, sensitivePath, writablePath, writableRoot } from "./host.ts";
import { externalIps, externalName, openPods, openToAll, openWebhook } from "./network.ts";
import { knownSecret, secretInConfigMap, secretInEnvironment } from "./plain-text.ts";
import { podSecurityRules } from "./pod-security/rules.ts";
import { collectionDeleter, escalation, podMaker, wildcard } from "./roles.ts";

export const securityRules: readonly Rule[] = [
  ...podSecurityRules,
  runtimeSocket,
  sensitivePath,
  writablePath,
  writableRoot,
  secretInEnvironment,
  secretInConfigMap,
  knownSecret,
  wildcard,
  escalation,
  podMaker,
  collectionDeleter,
  clusterAdmin,
  anonymousSubject,
  everybodySubject,
  defaultAccountSubject,
  allSecrets,
  namespaceSecrets,
  needlessToken,
  defaultAccount,
  longToken,
  externalIps,
  openToAll,
  externalName,
  openPods,
  openWebhook,
];
