// The name under which people reach the broker: yours goes here.
import { jsonPatch } from "emqx-gitops/patch";

const host = "iota.example.com";

export const patch = jsonPatch("networking.k8s.io/v1", "Ingress", {})
  .replace("spec.rules[0].host", host)
  .replace("spec.tls[0].hosts", [host]);
