// All rules. To add one: a file in the folder of its area, a row in the area's rules.ts, and a folder of fixtures.
import { brokerRules } from "./broker/rules.ts";
import { emqxRules } from "./emqx/rules.ts";
import { gitopsRules } from "./gitops/rules.ts";
import { patchRules } from "./patch/rules.ts";
import { practiceRules } from "./practice/rules.ts";
import { referenceRules } from "./reference/rules.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schema/rules.ts";
import { securityRules } from "./security/rules.ts";

export const rules: readonly Rule[] = [
  ...schemaRules,
  ...patchRules,
  ...referenceRules,
  ...securityRules,
  ...practiceRules,
  ...emqxRules,
  ...brokerRules,
  ...gitopsRules,
];
