// Kind and apiVersion of a kustomization.
import { field, type Node, placeOf } from "../yaml/node.ts";
import type { Report } from "./report.ts";

const apiGroup = "kustomize.config.k8s.io";

/** kustomize: EnforceFields; the empty string counts as absent */
export function checkKind(root: Node, report: Report): void {
  const kind = field(root, "kind");
  const named = stringOf(kind) || "Kustomization";
  if (kind && named !== "Kustomization" && named !== "Component") {
    report("kustomization/invalid", `\`kind\` must be Kustomization or Component, not ${named}`, {
      at: placeOf(kind),
      help: "other objects belong into files that a kustomization lists under `resources`",
    });
  }
  const apiVersion = field(root, "apiVersion");
  const wanted = apiVersionOf(named);
  const found = stringOf(apiVersion) || wanted;
  if (apiVersion && found !== wanted) {
    report("kustomization/invalid", `\`apiVersion\` must be ${wanted}, not ${found}`, {
      at: placeOf(apiVersion),
      help: "correct it or leave it out",
    });
  }
}

/** The text of a string; "" for everything else, which has the wrong type anyway. */
function stringOf(node: Node | undefined): string {
  return node?.kind === "scalar" && node.tag === "str" ? node.text : "";
}

/** The only apiVersion that a kind may have. */
export function apiVersionOf(kind: string): string {
  return `${apiGroup}/${kind === "Component" ? "v1alpha1" : "v1beta1"}`;
}

/** Whether the text of a kustomization says that it is a component. */
export function isComponent(text: string): boolean {
  return /^kind:\s*["']?Component\b/m.test(text);
}
