// The rules of this area.
import type { Rule } from "../rule.ts";

export const gitopsRules: readonly Rule[] = [];
