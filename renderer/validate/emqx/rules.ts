// The rules of this area.
import type { Rule } from "../rule.ts";
import { discoveryService, unreadyAddresses } from "./discovery-service.ts";
import { unknownStrategy } from "./discovery-strategy.ts";

export const emqxRules: readonly Rule[] = [unknownStrategy, discoveryService, unreadyAddresses];
