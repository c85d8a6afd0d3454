import type { Node } from "../node.ts";

/** A value that kustomize refuses to print. */
export interface EmitProblem {
  readonly message: string;
  readonly node: Node;
  readonly help?: string;
}

export type Report = (problem: EmitProblem) => void;
