// The rules of this area.
//
// Not asked here, because one overlay's objects cannot tell:
// - whether Roles, classes, Secrets and accounts that only the cluster has are there (parameters `external`, `installed`)
// - the values of Secrets that an operator fetches; only their keys are known
// - pods, Services and ports that operators make of custom resources
// - targets in namespaces of which nothing is rendered; those of other overlays are the business of gitops rules
// - Flux's `${variables}` and Argo CD's parameters, which are put in later
// - which ports a program really opens: declared ports only
import type { Rule } from "../rule.ts";
import { severalAutoscalers } from "./autoscalers.ts";
import { containerTwice, portNameTwice, unknownContainer } from "./containers.ts";
import { budgetSelectsNothing, severalBudgets } from "./disruption-budget.ts";
import { generatedNameNotFollowed } from "./generated-names.ts";
import { podsWithoutNames } from "./governing-service.ts";
import { unknownListener } from "./listeners.ts";
import { missingClass } from "./missing-classes.ts";
import { missingKey } from "./missing-key.ts";
import { missingObjects } from "./missing-objects.ts";
import { monitorPortUnknown, monitorSelectsNothing } from "./monitors.ts";
import { peerSelectsNothing, unknownPolicyPort } from "./network-policies.ts";
import { nodePortTwice, routeTwice, selectorsOverlap } from "./overlaps.ts";
import { affinitySelectsNothing, spreadMissesPods } from "./placement.ts";
import { targetPortNotOpen, unknownBackendPort, unknownProbePort, unknownTargetPort } from "./ports.ts";
import { networkPolicySelectsNothing, selectorMissesTemplate, serviceSelectsSeveral } from "./selectors.ts";
import { serviceSelectsNothing } from "./service-selector.ts";
import { missingSubPath } from "./sub-paths.ts";
import { subjectWithoutNamespace } from "./subjects.ts";
import { unknownVariable } from "./variables.ts";
import { unknownVolume, unusedVolume } from "./volumes.ts";

export const referenceRules: readonly Rule[] = [
  ...missingObjects,
  missingClass,
  subjectWithoutNamespace,
  missingKey,
  missingSubPath,
  generatedNameNotFollowed,
  unknownVolume,
  unusedVolume,
  containerTwice,
  unknownContainer,
  portNameTwice,
  unknownTargetPort,
  targetPortNotOpen,
  unknownProbePort,
  unknownBackendPort,
  unknownListener,
  nodePortTwice,
  routeTwice,
  selectorMissesTemplate,
  selectorsOverlap,
  serviceSelectsNothing,
  serviceSelectsSeveral,
  podsWithoutNames,
  budgetSelectsNothing,
  severalBudgets,
  severalAutoscalers,
  networkPolicySelectsNothing,
  peerSelectsNothing,
  unknownPolicyPort,
  spreadMissesPods,
  affinitySelectsNothing,
  monitorSelectsNothing,
  monitorPortUnknown,
  unknownVariable,
];
