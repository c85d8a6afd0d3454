// The kinds that patches are typed for, by whether kustomize merges their lists.
import type { WholeKinds as ArgoCd } from "./data/types/argo-cd.ts";
import type { WholeKinds as CertManager } from "./data/types/cert-manager.ts";
import type { WholeKinds as Emqx } from "./data/types/emqx.ts";
import type { WholeKinds as ExternalSecrets } from "./data/types/external-secrets.ts";
import type { WholeKinds as FluxCd } from "./data/types/flux-cd.ts";
import type { WholeKinds as GatewayApi } from "./data/types/gateway-api.ts";
import type { WholeKinds as Keda } from "./data/types/keda.ts";
import type { WholeKinds as Kubernetes } from "./data/types/kubernetes.ts";
import type { WholeKinds as PrometheusOperator } from "./data/types/prometheus-operator.ts";
import type { WholeKinds as SealedSecrets } from "./data/types/sealed-secrets.ts";

export type { MergingKinds } from "./data/types/kubernetes.ts";

/** Kinds that kustomize 5.8.1 does not know: custom resources, and what came after Kubernetes 1.21. */
export interface WholeKinds
  extends ArgoCd,
    CertManager,
    Emqx,
    ExternalSecrets,
    FluxCd,
    GatewayApi,
    Keda,
    Kubernetes,
    PrometheusOperator,
    SealedSecrets {}
