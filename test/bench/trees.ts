// Synthetic trees to measure with: always the same for the same size, and shaped like what people have.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const objectsPerFile = 100;

/**
 * A base of `count` objects (ConfigMap, Service and Deployment in turn, so that names refer to each other) below an
 * overlay that sets namespace, prefix, labels and an image and patches one object in fifty.
 *
 * @param more  lines for the overlay's kustomization
 * @returns     the overlay's directory
 */
export function writeObjectsTree(root: string, count: number, more = ""): string {
  const base = join(root, "base");
  const overlay = join(root, "overlay");
  mkdirSync(base, { recursive: true });
  mkdirSync(overlay, { recursive: true });
  const files: string[] = [];
  for (let start = 0; start < count; start += objectsPerFile) {
    const name = `objects-${start / objectsPerFile}.yaml`;
    const objects: string[] = [];
    for (let i = start; i < Math.min(start + objectsPerFile, count); i++) objects.push(object(i, count));
    writeFileSync(join(base, name), objects.join("---\n"));
    files.push(name);
  }
  writeFileSync(
    join(base, "kustomization.yaml"),
    `resources:\n${files.map((file) => `- ${file}\n`).join("")}`,
  );
  writeFileSync(join(overlay, "kustomization.yaml"), overlayText(count) + more);
  return overlay;
}

function object(i: number, count: number): string {
  const service = Math.floor(i / 3);
  // A Service without its Deployment would be wrong.
  if (i % 3 === 0 || 3 * service + 2 >= count) {
    return `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings-${i % 3 === 0 ? service : `more-${i}`}
data:
  LOG_LEVEL: info
  LISTENERS: "tcp:1883,ssl:8883"
  broker.conf: |
    node.name = broker-${service}
    listeners.tcp.default.bind = "0.0.0.0:1883"
`;
  }
  if (i % 3 === 1) {
    return `apiVersion: v1
kind: Service
metadata:
  name: broker-${service}
spec:
  selector:
    app: broker-${service}
  ports:
  - name: mqtt
    port: 1883
    targetPort: mqtt
`;
  }
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: broker-${service}
  labels:
    app: broker-${service}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: broker-${service}
  template:
    metadata:
      labels:
        app: broker-${service}
    spec:
      containers:
      - name: broker
        image: example.com/broker:1.0.0
        ports:
        - name: mqtt
          containerPort: 1883
        envFrom:
        - configMapRef:
            name: settings-${service}
        resources:
          requests:
            cpu: 100m
            memory: 128Mi
`;
}

function overlayText(count: number): string {
  const patches: string[] = [];
  for (let i = 2; i < count; i += 150) {
    patches.push(`- patch: |-
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: broker-${Math.floor(i / 3)}
    spec:
      replicas: 3
`);
  }
  return `namespace: bench
namePrefix: bench-
resources:
- ../base
labels:
- pairs:
    environment: bench
images:
- name: example.com/broker
  newTag: 1.1.0
${patches.length > 0 ? `patches:\n${patches.join("")}` : ""}`;
}

/** About `megabytes` MB of CRD-like text, 61 objects, below an overlay that sets a label: the shape of operators. */
export function writeCrdTree(root: string, megabytes: number): string {
  const base = join(root, "crds");
  mkdirSync(base, { recursive: true });
  const objects = 61;
  const sizeEach = Math.floor((megabytes * 1_000_000) / objects);
  const files: string[] = [];
  for (let i = 0; i < objects; i++) {
    const name = `crd-${i}.yaml`;
    writeFileSync(join(base, name), customResourceDefinition(i, sizeEach));
    files.push(name);
  }
  writeFileSync(
    join(base, "kustomization.yaml"),
    `resources:\n${files.map((file) => `- ${file}\n`).join("")}commonAnnotations:\n  example.com/owner: bench\n`,
  );
  return base;
}

function customResourceDefinition(i: number, size: number): string {
  const head = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: things${i}.example.com
spec:
  group: example.com
  names:
    kind: Thing${i}
    plural: things${i}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
`;
  const parts = [head];
  let length = head.length;
  for (let property = 0; length < size; property++) {
    const text = `              setting${property}:
                description: |-
                  Setting ${property} controls how the broker treats sessions of clients that reconnect
                  within the expiry interval. See the documentation of the listener for its unit.
                properties:
                  enabled:
                    default: true
                    description: Whether the setting is in force, which it is unless a zone overrides it.
                    type: boolean
                  limits:
                    items:
                      properties:
                        name:
                          type: string
                        value:
                          anyOf:
                          - type: integer
                          - type: string
                          pattern: ^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))$
                          x-kubernetes-int-or-string: true
                      required:
                      - name
                      - value
                      type: object
                    type: array
                type: object
`;
    parts.push(text);
    length += text.length;
  }
  return parts.join("");
}

/**
 * The same definitions below an overlay that changes each of them with JSON patches, deep inside.
 *
 * @returns the overlay's directory
 */
export function writePatchedCrdTree(root: string, megabytes: number): string {
  writeCrdTree(root, megabytes);
  const overlay = join(root, "overlay");
  mkdirSync(overlay, { recursive: true });
  const inside = "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties";
  writeFileSync(
    join(overlay, "kustomization.yaml"),
    `resources:
- ../crds
patches:
- target:
    kind: CustomResourceDefinition
  patch: |-
    - op: add
      path: /metadata/annotations/example.com~1patched
      value: "yes"
    - op: replace
      path: ${inside}/setting1/properties/enabled/default
      value: false
- target:
    kind: CustomResourceDefinition
    name: things1.*
  patch: |-
    - op: remove
      path: ${inside}/setting2/properties/limits
`,
  );
  return overlay;
}

/**
 * Overlays of one base of 100 objects.
 *
 * @returns their directories
 */
export function writeOverlays(root: string, count: number): readonly string[] {
  const first = writeObjectsTree(root, 100);
  const text = readFileSync(join(first, "kustomization.yaml"), "utf8");
  return Array.from({ length: count }, (_, i) => {
    const directory = join(root, `overlay-${i}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(
      join(directory, "kustomization.yaml"),
      text.replace("namePrefix: bench-", `namePrefix: o${i}-`),
    );
    return directory;
  });
}
