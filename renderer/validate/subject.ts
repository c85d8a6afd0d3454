// What a finding is about: the object and the field that reports, exceptions and baselines call it by.
import type { ResId } from "../resource/res-id.ts";
import { Value } from "./model/value.ts";
import type { Finding } from "./rule.ts";

export interface Subject {
  /** Absent for an entry of a kustomization that is about no object. */
  readonly id: ResId | undefined;
  /** Empty for the whole of the object. */
  readonly field: string;
}

export function subjectOf({ at, object }: Finding): Subject {
  return at instanceof Value ? { id: at.object.id, field: at.pathText } : { id: object, field: "" };
}
