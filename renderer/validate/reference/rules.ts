// The rules of this area.
import type { Rule } from "../rule.ts";
import { budgetSelectsNothing } from "./disruption-budget.ts";
import { generatedNameNotFollowed } from "./generated-names.ts";
import { missingClass } from "./missing-classes.ts";
import { missingKey } from "./missing-key.ts";
import { missingObjects } from "./missing-objects.ts";
import { monitorPortUnknown, monitorSelectsNothing } from "./monitors.ts";
import { targetPortNotOpen, unknownBackendPort, unknownProbePort, unknownTargetPort } from "./ports.ts";
import { networkPolicySelectsNothing, selectorMissesTemplate, serviceSelectsSeveral } from "./selectors.ts";
import { serviceSelectsNothing } from "./service-selector.ts";
import { unknownVariable, variableTwice } from "./variables.ts";
import { mountPathTwice, unknownVolume, unusedVolume } from "./volumes.ts";

export const referenceRules: readonly Rule[] = [
  ...missingObjects,
  missingClass,
  missingKey,
  generatedNameNotFollowed,
  unknownVolume,
  unusedVolume,
  mountPathTwice,
  unknownTargetPort,
  targetPortNotOpen,
  unknownProbePort,
  unknownBackendPort,
  selectorMissesTemplate,
  serviceSelectsNothing,
  serviceSelectsSeveral,
  budgetSelectsNothing,
  networkPolicySelectsNothing,
  monitorSelectsNothing,
  monitorPortUnknown,
  variableTwice,
  unknownVariable,
];
