// The rules of this area.
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
import { unknownVariable, variableTwice } from "./variables.ts";
import { mountPathTwice, unknownVolume, unusedVolume } from "./volumes.ts";

export const referenceRules: readonly Rule[] = [
  ...missingObjects,
  missingClass,
  missingKey,
  missingSubPath,
  generatedNameNotFollowed,
  unknownVolume,
  unusedVolume,
  mountPathTwice,
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
  variableTwice,
  unknownVariable,
];
