// The rules of this area. docs/broker-rules.md says which of the broker's demands each of them holds.
import type { Rule } from "../rule.ts";
import { configNotFollowed, labelMissing } from "./config.ts";
import {
  amqpCredentialsDiffer,
  databaseCredentialsDiffer,
  databaseNameDiffers,
  noAmqpAccount,
} from "./credentials.ts";
import { tooFewConnections } from "./database.ts";
import { doubleRoute, edgeWithoutTls, noRoute, openWebhook, wrongBackend } from "./edge.ts";
import { bridgeForgets, bridgeLoop, openListener } from "./emqx-bridge.ts";
import { innerPortExposed, nodePort, plainMqttExposed, sourceUnknown } from "./exposure.ts";
import { extensionTwice, filesNotKept, filesNotShared, sourceHidden, spoolShared } from "./files.ts";
import { portNoNumber, portNotServed, underscoreInHost, unknownHost } from "./hosts.ts";
import { imageNotByDigest, imageWithoutRegistry, localImage } from "./images.ts";
import { neededEdgeClosed, needlessEdgeOpen, noDefaultDeny } from "./network.ts";
import {
  deadPort,
  ignoredSignal,
  noCpuLimit,
  notWritable,
  otherUser,
  serviceLinks,
  shortGrace,
} from "./pod.ts";
import {
  missingProbe,
  probeOfOtherHost,
  probePath,
  probePort,
  threadsNotCounted,
  unexpandedVariable,
} from "./probes.ts";
import { configurationHidden, pluginMissing, pluginsFile, unboundedQueues } from "./rabbitmq.ts";
import { autoscaledSingle, noBudget, overlappingPods, tooManyReplicas } from "./replicas.ts";
import { notUrlSafe, placeholderSecret } from "./secrets.ts";
import { noWait, replacedCommand, sleepInsteadOfTest, workingDirectory } from "./start.ts";
import { dataAtVolumeRoot, dataNotKept, stateInDeployment } from "./storage.ts";
import { claimsDeleted, cookieMode, nodeNameInPath, noFileGroup } from "./storage-care.ts";
import {
  clientVariableAtDatabase,
  missingVariable,
  pythonPath,
  refusedVariable,
  testMode,
  unequalLists,
} from "./variables.ts";

export const brokerRules: readonly Rule[] = [
  missingVariable,
  clientVariableAtDatabase,
  refusedVariable,
  testMode,
  unequalLists,
  pythonPath,
  unknownHost,
  underscoreInHost,
  portNotServed,
  portNoNumber,
  databaseNameDiffers,
  databaseCredentialsDiffer,
  amqpCredentialsDiffer,
  noAmqpAccount,
  notUrlSafe,
  placeholderSecret,
  stateInDeployment,
  dataNotKept,
  dataAtVolumeRoot,
  nodeNameInPath,
  cookieMode,
  claimsDeleted,
  noFileGroup,
  filesNotKept,
  filesNotShared,
  spoolShared,
  sourceHidden,
  extensionTwice,
  pluginsFile,
  pluginMissing,
  configurationHidden,
  unboundedQueues,
  configNotFollowed,
  tooManyReplicas,
  autoscaledSingle,
  overlappingPods,
  noBudget,
  replacedCommand,
  workingDirectory,
  sleepInsteadOfTest,
  noWait,
  missingProbe,
  unexpandedVariable,
  probeOfOtherHost,
  probePath,
  probePort,
  threadsNotCounted,
  otherUser,
  notWritable,
  serviceLinks,
  deadPort,
  noCpuLimit,
  ignoredSignal,
  shortGrace,
  tooFewConnections,
  labelMissing,
  imageWithoutRegistry,
  imageNotByDigest,
  localImage,
  wrongBackend,
  noRoute,
  doubleRoute,
  edgeWithoutTls,
  openWebhook,
  innerPortExposed,
  nodePort,
  plainMqttExposed,
  sourceUnknown,
  noDefaultDeny,
  neededEdgeClosed,
  needlessEdgeOpen,
  bridgeLoop,
  bridgeForgets,
  openListener,
];
