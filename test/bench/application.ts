// A synthetic application with the shape of the largest trees that people publish: some dozens of services, each in a
// directory of its own with objects full of settings, and an overlay that puts them together with components.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const services = 16;

/** @returns the overlay's directory; it builds to about 200 kB */
export function writeApplicationTree(root: string): string {
  const names = Array.from({ length: services }, (_, i) => `service-${i}`);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [i, name] of names.entries()) {
    write(`base/${name}/deployment.yaml`, deployment(name));
    write(`base/${name}/service.yaml`, service(name));
    write(`base/${name}/settings.yaml`, settings(name, i));
    write(`base/${name}/account.yaml`, account(name));
    write(`base/${name}/kustomization.yaml`, listOf("resources", serviceFiles));
  }
  write("base/kustomization.yaml", listOf("resources", names));
  write("components/storage/kustomization.yaml", component(names, storagePatch));
  write("components/monitoring/kustomization.yaml", component(names, monitoringPatch));
  write("overlay/app.properties", "mode=bench\nretries=3\n");
  write("overlay/kustomization.yaml", overlay(names));
  return join(root, "overlay");
}

const serviceFiles = ["deployment.yaml", "service.yaml", "settings.yaml", "account.yaml"];

function listOf(field: string, items: readonly string[]): string {
  return `${field}:\n${items.map((item) => `- ${item}\n`).join("")}`;
}

function repeated(count: number, part: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => part(i)).join("");
}

function deployment(name: string): string {
  return `# What ${name} needs to run. Change it in an overlay, and not here: the next release brings this file
# with it, and what was changed would be lost.
apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    description: Answers what the other services ask ${name} for, and keeps what they told it.
  labels:
    app.kubernetes.io/component: ${name}
    deploy: application
  name: ${name}
spec:
  replicas: 1
  revisionHistoryLimit: 10
  selector:
    matchLabels:
      app: ${name}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  template:
    metadata:
      labels:
        app: ${name}
        deploy: application
    spec:
      serviceAccountName: ${name}
      securityContext:
        runAsUser: 100
        runAsGroup: 101
        fsGroup: 101
      containers:
      - name: ${name}
        image: registry.example.com/application/${name}:5.2.1
        args: ["--listen=:8080", "--debug=false"]
        env:
${repeated(14, (i) => `        - name: SETTING_${i}\n          value: "value ${i} of ${name}"\n`)}        - name: POD_NAME
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
        envFrom:
        - configMapRef:
            name: ${name}-settings
        ports:
        - {containerPort: 8080, name: http}
        - {containerPort: 6060, name: debug}
        readinessProbe:
          httpGet: # answers when all that it depends on has answered
            path: /healthz
            port: debug
            scheme: HTTP
          periodSeconds: 1
          timeoutSeconds: 5
        resources:
          limits:
            cpu: "2"
            memory: 4G
          requests:
            cpu: 500m
            memory: 500M
        volumeMounts:
        - mountPath: /mnt/cache
          name: cache
        - mountPath: /etc/${name}
          name: settings
      volumes:
      - emptyDir: {}
        name: cache
      - configMap:
          name: ${name}-settings
          defaultMode: 0644
        name: settings
`;
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  annotations:
    prometheus.io/port: "6060"
    prometheus.io/scrape: "true"
  labels:
    app: ${name}
  name: ${name}
spec:
  ports:
  - name: http
    port: 80
    targetPort: http
  - name: debug
    port: 6060
    targetPort: debug
  selector:
    app: ${name}
  type: ClusterIP
`;
}

function settings(name: string, index: number): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}-settings
data:
  LOG_LEVEL: info
  SHARD: "${index}"
  ${name}.conf: |
    # Read at the start, and again when it changes.
${repeated(90, (i) => `    section${i % 9}.setting${i} = "the ${i}th setting of ${name}"\n`)}  rules.yaml: |
    groups:
${repeated(12, (i) => `    - name: ${name}-${i}\n      expr: sum by (instance) (rate(errors_total{job="${name}"}[5m])) > ${i}\n`)}`;
}

function account(name: string): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
imagePullSecrets:
- name: registry
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${name}
rules:
- apiGroups: [""]
  resources: [endpoints, services]
  verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${name}
subjects:
- kind: ServiceAccount
  name: ${name}
`;
}

function component(names: readonly string[], patch: (name: string) => string): string {
  return `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
${names.map(patch).join("")}`;
}

function storagePatch(name: string): string {
  return `- patch: |-
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: ${name}
    spec:
      template:
        spec:
          containers:
          - name: ${name}
            env:
            - name: CACHE_DIR
              value: /mnt/cache/${name}
            resources:
              limits:
                ephemeral-storage: 10Gi
          volumes:
          - name: cache
            emptyDir:
              sizeLimit: 10Gi
`;
}

function monitoringPatch(name: string): string {
  return `- target:
    kind: Deployment
    name: ${name}
  patch: |-
    - op: add
      path: /spec/template/metadata/annotations
      value: {prometheus.io/scrape: "true"}
    - op: add
      path: /spec/template/spec/containers/0/env/-
      value: {name: TRACING, value: "on"}
`;
}

function overlay(names: readonly string[]): string {
  return `namespace: application
resources:
- ../base
components:
- ../components/storage
- ../components/monitoring
labels:
- pairs:
    environment: bench
  includeTemplates: true
configMapGenerator:
- name: shared
  files: [app.properties]
images:
${names.map((name) => `- name: registry.example.com/application/${name}\n  newTag: 5.2.2\n`).join("")}replicas:
- name: ${names[0]}
  count: 3
`;
}
