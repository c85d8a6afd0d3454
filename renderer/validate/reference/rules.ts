// The rules of this area.

import type { Rule } from "../rule.ts";
import { budgetSelectsNothing } from "./disruption-budget.ts";
import { serviceSelectsNothing } from "./service-selector.ts";

export const referenceRules: readonly Rule[] = [budgetSelectsNothing, serviceSelectsNothing];
