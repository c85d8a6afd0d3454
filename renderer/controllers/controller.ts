// Who builds a directory.

export const controllers = ["kustomize", "argocd", "flux"] as const;
export type Controller = (typeof controllers)[number];

/** As people write them. */
export const controllerNames: Readonly<Record<Controller, string>> = {
  kustomize: "kustomize",
  argocd: "Argo CD",
  flux: "Flux",
};
