// Small trees with something wrong in them.

/** A Service that selects nothing: an error. An image without a tag: another one. */
export const service = (name = "web"): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: nobody
  ports:
    - port: 80
`;

export const policy = (spec: string): string => `apiVersion: emqx-gitops/v1
kind: RendererPolicy
metadata:
  name: policy
  annotations:
    config.kubernetes.io/local-config: "true"
spec:
${spec
  .trimEnd()
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
`;

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: other
spec:
  containers: []
`;

/** dev and prod over one base with a Service that selects nothing, and a pod that it could select. */
export const tree = (files: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  "base/kustomization.yaml": "resources: [pod.yaml, service.yaml]\n",
  "base/pod.yaml": pod,
  "base/service.yaml": service(),
  "overlays/dev/kustomization.yaml": "resources: [../../base]\n",
  "overlays/prod/kustomization.yaml": "resources: [../../base]\n",
  ...files,
});

export const code = "reference/service-selects-nothing";

/** The definition of a kind Lamp; the lines of its schema are indented by ten. */
export const lampDefinition = (schema: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: lamps.example.org
spec:
  group: example.org
  names: { kind: Lamp, plural: lamps }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
${schema}
`;
