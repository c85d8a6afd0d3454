// The rules of this area.
import type { Rule } from "../rule.ts";
import { imageTag } from "./image-tag.ts";
import { deprecatedServiceAccount } from "./service-account.ts";

export const practiceRules: readonly Rule[] = [imageTag, deprecatedServiceAccount];
