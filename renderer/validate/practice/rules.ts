// The rules of this area.
import type { Rule } from "../rule.ts";
import { imageTag } from "./image-tag.ts";

export const practiceRules: readonly Rule[] = [imageTag];
