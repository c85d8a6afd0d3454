// The rules of this area: what the entries of the kustomizations did to the objects. They need what an EntryRecorder saw of
// the build. What a patch says is checked against the type of its target while it is applied, by `gitops patches check`.
import type { Rule } from "../rule.ts";
import { matchesNothing, matchesNothingHere, noEffect } from "./effects.ts";
import { twoWriters } from "./two-writers.ts";

export const patchRules: readonly Rule[] = [matchesNothing, matchesNothingHere, noEffect, twoWriters];
