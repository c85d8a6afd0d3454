// gitops patches report: what each entry matched and changed, and what is suspicious about it.
import { describe, expect, test } from "vitest";
import { directoryWith, gitops, type Ran } from "../cli/command.ts";

const objects = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: emqx
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: emqx
          image: docker.io/emqx/emqx:5.8.8
          volumeMounts:
            - mountPath: /opt/emqx/data
              name: data
---
apiVersion: v1
kind: Secret
metadata:
  name: login
stringData:
  password: s3cret
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: site
data:
  host: mqtt.example.com
  port: "1883"
`;

const statefulSet = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: emqx\n";
const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: site\n";

function report(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> {
  const directory = directoryWith({ "app/objects.yaml": objects, ...files });
  return gitops(directory, "patches", "report", "app", ...args);
}

/** The report of one kustomization over the objects above. */
function reportOf(kustomization: string, files: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return report({ "app/kustomization.yaml": `resources: [objects.yaml]\n${kustomization}`, ...files });
}

interface Entry {
  readonly by: string;
  readonly what: string;
  readonly path: string;
  readonly line: number;
  readonly objects: readonly {
    readonly kind: string;
    readonly name: string;
    readonly removed?: boolean;
    readonly fields: readonly {
      readonly field: string;
      readonly before?: unknown;
      readonly after?: unknown;
    }[];
  }[];
}

interface Json {
  readonly version: number;
  readonly builds: readonly { readonly directory: string; readonly entries: readonly Entry[] }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly line: number;
  }[];
}

async function jsonOf(kustomization: string, files: Readonly<Record<string, string>> = {}): Promise<Json> {
  const { out } = await report(
    { "app/kustomization.yaml": `resources: [objects.yaml]\n${kustomization}`, ...files },
    "--format",
    "json",
  );
  return JSON.parse(out);
}

/** `by what -> Kind/name field: before -> after`, one for each field, or for an object without any. */
function linesOf({ builds }: Json): readonly string[] {
  return builds.flatMap(({ entries }) =>
    entries.flatMap(({ by, what, objects: met }) =>
      met.length === 0
        ? [`${by} ${what}`]
        : met.flatMap(({ kind, name, fields, removed }) =>
            fields.length === 0
              ? [`${by} ${what} -> ${kind}/${name}${removed ? " removed" : ""}`]
              : fields.map(
                  ({ field, before, after }) =>
                    `${by} ${what} -> ${kind}/${name} ${field}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
                ),
          ),
    ),
  );
}

describe("each kind of entry", async () => {
  test.each([
    [
      "a merge patch",
      "patches: [{ path: p.yaml }]",
      `${statefulSet}spec:\n  replicas: 3\n`,
      ["patches p.yaml -> StatefulSet/emqx spec.replicas: 1 -> 3"],
    ],
    [
      "a merge patch that adds an item in front of one with the same name",
      "patches: [{ path: p.yaml }]",
      `${statefulSet}spec:\n  template:\n    spec:\n      containers:\n        - name: emqx\n          volumeMounts: [{ mountPath: /more, name: data }]\n`,
      [
        'patches p.yaml -> StatefulSet/emqx spec.template.spec.containers[name=emqx].volumeMounts[0]: undefined -> {"mountPath":"/more","name":"data"}',
      ],
    ],
    [
      "a JSON patch that removes",
      "patches: [{ path: p.yaml, target: { kind: ConfigMap } }]",
      "- op: remove\n  path: /data/port\n",
      ['patches p.yaml -> ConfigMap/site data.port: "1883" -> undefined'],
    ],
    [
      "a patch that removes the object",
      "patches: [{ path: p.yaml }]",
      `${configMap}$patch: delete\n`,
      ["patches p.yaml -> ConfigMap/site removed"],
    ],
    [
      "a patch written in place, of several objects",
      'patches:\n  - target: { kind: StatefulSet|ConfigMap }\n    patch: \'[{ "op": "add", "path": "/metadata/labels", "value": { "a": "b" } }]\'',
      "",
      [
        'patches in place -> StatefulSet/emqx metadata.labels: undefined -> {"a":"b"}',
        'patches in place -> ConfigMap/site metadata.labels: undefined -> {"a":"b"}',
      ],
    ],
    [
      "patchesStrategicMerge",
      "patchesStrategicMerge: [p.yaml]",
      `${statefulSet}spec:\n  replicas: 3\n`,
      ["patchesStrategicMerge p.yaml -> StatefulSet/emqx spec.replicas: 1 -> 3"],
    ],
    [
      "patchesJson6902",
      "patchesJson6902: [{ path: p.yaml, target: { version: v1, kind: ConfigMap, name: site } }]",
      "- op: replace\n  path: /data/port\n  value: '8883'\n",
      ['patchesJson6902 p.yaml -> ConfigMap/site data.port: "1883" -> "8883"'],
    ],
    [
      "images",
      "images: [{ name: docker.io/emqx/emqx, newTag: 5.8.9 }]",
      "",
      [
        'images docker.io/emqx/emqx -> StatefulSet/emqx spec.template.spec.containers[name=emqx].image: "docker.io/emqx/emqx:5.8.8" -> "docker.io/emqx/emqx:5.8.9"',
      ],
    ],
    [
      "replicas",
      "replicas: [{ name: emqx, count: 5 }]",
      "",
      ["replicas emqx -> StatefulSet/emqx spec.replicas: 1 -> 5"],
    ],
    [
      "labels",
      "labels: [{ pairs: { tier: mqtt } }]",
      "",
      [
        'labels tier: mqtt -> StatefulSet/emqx metadata.labels: undefined -> {"tier":"mqtt"}',
        'labels tier: mqtt -> Secret/login metadata.labels: undefined -> {"tier":"mqtt"}',
        'labels tier: mqtt -> ConfigMap/site metadata.labels: undefined -> {"tier":"mqtt"}',
      ],
    ],
    [
      "commonAnnotations",
      "commonAnnotations: { owner: iot }\npatches: [{ path: p.yaml }]",
      `${configMap}$patch: delete\n`,
      [
        "patches p.yaml -> ConfigMap/site removed",
        'commonAnnotations owner: iot -> StatefulSet/emqx metadata.annotations: undefined -> {"owner":"iot"}',
        'commonAnnotations owner: iot -> StatefulSet/emqx spec.template.metadata: undefined -> {"annotations":{"owner":"iot"}}',
        'commonAnnotations owner: iot -> Secret/login metadata.annotations: undefined -> {"owner":"iot"}',
      ],
    ],
    [
      "namePrefix",
      "namePrefix: a-\npatches: [{ target: { kind: Secret|ConfigMap }, patch: '{apiVersion: v1, kind: Secret, metadata: {name: x}, $patch: delete}' }]",
      "",
      [
        "patches in place -> Secret/login removed",
        "patches in place -> ConfigMap/site removed",
        'namePrefix a- -> StatefulSet/emqx metadata.name: "emqx" -> "a-emqx"',
      ],
    ],
    [
      "namespace",
      "namespace: iot\npatches: [{ target: { kind: Secret|ConfigMap }, patch: '{apiVersion: v1, kind: Secret, metadata: {name: x}, $patch: delete}' }]",
      "",
      [
        "patches in place -> Secret/login removed",
        "patches in place -> ConfigMap/site removed",
        'namespace iot -> StatefulSet/emqx metadata.namespace: undefined -> "iot"',
      ],
    ],
    [
      "a replacement",
      "replacements:\n  - source: { kind: ConfigMap, name: site, fieldPath: data.host }\n    targets: [{ select: { kind: StatefulSet }, fieldPaths: [spec.serviceName], options: { create: true } }]",
      "",
      ['replacements from data.host -> StatefulSet/emqx spec.serviceName: undefined -> "mqtt.example.com"'],
    ],
  ])("%s", async (_, kustomization, patch, lines) => {
    const json = await jsonOf(kustomization, { "app/p.yaml": patch });
    expect(linesOf(json)).toEqual(lines);
    expect(json.diagnostics.filter(({ code }) => code !== "kustomization/deprecated")).toEqual([]);
  });

  test("has its own place, and entries of all layers are there", async () => {
    const { builds } = await jsonOf("labels: [{ pairs: { layer: base } }]", {
      "app/kustomization.yaml": "resources: [base]\nreplicas:\n  - name: emqx\n    count: 3\n",
      "app/base/kustomization.yaml": "resources: [o.yaml]\nlabels:\n  - pairs:\n      layer: base\n",
      "app/base/o.yaml": objects,
    });
    expect(builds[0]?.entries.map(({ by, path, line }) => `${by} ${path}:${line}`)).toEqual([
      "labels app/base/kustomization.yaml:4",
      "replicas app/kustomization.yaml:4",
    ]);
  });
});

describe("findings", async () => {
  const finding = ({ diagnostics }: Json): readonly string[] =>
    diagnostics.map(({ code, severity, line }) => `${severity} ${code} ${line}`);

  test.each([
    [
      "a patch with a target",
      'patches:\n  - target: { kind: Deployment }\n    patch: \'[{"op": "remove", "path": "/a"}]\'',
      "error patch/matches-nothing 3",
    ],
    ["an image", "images:\n  - name: emqx\n    newTag: '6'", "error patch/matches-nothing 3"],
    [
      "a replacement",
      "replacements:\n  - sourceValue: x\n    targets: [{ select: { kind: Deployment }, fieldPaths: [spec] }]",
      "error patch/matches-nothing 3",
    ],
  ])("%s that matches nothing is an error", async (_, kustomization, expected) => {
    expect(finding(await jsonOf(kustomization))).toEqual([expected]);
    expect((await reportOf(kustomization)).exit).toBe(1);
  });

  test("in a component it is a remark, since others use it, too", async () => {
    const files = {
      "app/part/kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n  - name: emqx\n    newTag: '6'\n",
    };
    expect(finding(await jsonOf("components: [part]", files))).toEqual(["info patch/matches-nothing-here 4"]);
    expect((await reportOf("components: [part]", files)).exit).toBe(0);
  });

  test.each([
    ["a patch", "patches: [{ path: p.yaml }]", `${statefulSet}spec:\n  replicas: 1\n`],
    ["an image", "images: [{ name: docker.io/emqx/emqx, newTag: 5.8.8 }]", ""],
    ["a replica count", "replicas: [{ name: emqx, count: 1 }]", ""],
    [
      "a label",
      "patches: [{ path: p.yaml, target: { kind: '.*' } }]\nlabels: [{ pairs: { a: b } }]",
      "- op: add\n  path: /metadata/labels\n  value: { a: b }\n",
    ],
  ])("%s that changes nothing is a warning", async (_, kustomization, patch) => {
    const json = await jsonOf(kustomization, { "app/p.yaml": patch });
    expect(json.diagnostics).toMatchObject([{ code: "patch/no-effect", severity: "warning" }]);
  });

  test("a namespace that is there already is none", async () => {
    const files = {
      "app/base/kustomization.yaml": "namespace: iot\nresources: [o.yaml]\n",
      "app/base/o.yaml": objects,
    };
    const json = await jsonOf("", {
      ...files,
      "app/kustomization.yaml": "namespace: iot\nresources: [base]\n",
    });
    expect(json.diagnostics).toEqual([]);
  });

  const first = `${statefulSet}spec:\n  replicas: 3\n`;
  const second = `${statefulSet}spec:\n  replicas: 5\n`;

  test("two patches that set one field to different values are a warning, with both places", async () => {
    const { exit, out } = await reportOf("patches:\n  - path: first.yaml\n  - path: second.yaml\n", {
      "app/first.yaml": first,
      "app/second.yaml": second,
    });
    expect(exit).toBe(0);
    expect(out).toContain(
      "warning patch/two-writers this entry of `patches` (second.yaml) overrides `spec.replicas` of StatefulSet/emqx\n",
    );
    expect(out).toContain("  app/kustomization.yaml:4:5\n");
    expect(out).toContain("note: app/kustomization.yaml:3:5 this entry sets it, too");
  });

  test("so are two in different layers, one of which set it as a part of something larger", async () => {
    const json = await jsonOf("", {
      "app/kustomization.yaml": "resources: [base]\npatches:\n  - path: second.yaml\n",
      "app/second.yaml": `${configMap}data:\n  host: b.example.com\n`,
      "app/base/kustomization.yaml":
        "resources: [o.yaml]\npatches:\n  - path: first.yaml\n    target: { kind: ConfigMap }\n",
      "app/base/first.yaml": "- op: replace\n  path: /data\n  value: { host: a.example.com, port: '1' }\n",
      "app/base/o.yaml": objects,
    });
    expect(finding(json)).toEqual(["warning patch/two-writers 3"]);
  });

  test.each([
    ["the same value", first, first],
    ["another field", first, `${statefulSet}spec:\n  serviceName: emqx\n`],
  ])("two patches that set %s are none", async (_, one, other) => {
    const json = await jsonOf("patches:\n  - path: first.yaml\n  - path: second.yaml\n", {
      "app/first.yaml": one,
      "app/second.yaml": other,
    });
    expect(finding(json).filter((line) => line.includes("two-writers"))).toEqual([]);
  });

  test("parts of a value that replacements put together are none", async () => {
    const part = (index: number, value: string): string =>
      `  - sourceValue: ${value}\n    targets: [{ select: { kind: ConfigMap }, fieldPaths: [data.host], options: { delimiter: ., index: ${index} } }]\n`;
    expect(finding(await jsonOf(`replacements:\n${part(0, "a")}${part(1, "b")}`))).toEqual([]);
  });

  test("replacements of a whole value are", async () => {
    const whole = (value: string): string =>
      `  - sourceValue: ${value}\n    targets: [{ select: { kind: ConfigMap }, fieldPaths: [data.host] }]\n`;
    expect(finding(await jsonOf(`replacements:\n${whole("a")}${whole("b")}`))).toEqual([
      "warning patch/two-writers 5",
    ]);
  });
});

describe("the text", async () => {
  test("is aligned at 80 columns", async () => {
    const { exit, out, err } = await reportOf(
      "patches:\n  - path: p.yaml\nimages:\n  - name: docker.io/emqx/emqx\n    newTag: 5.8.9\nreplicas:\n  - name: emqx\n    count: 1\nlabels:\n  - pairs:\n      tier: mqtt\n",
      { "app/p.yaml": `${configMap}data:\n  port: null\n  path: /mqtt\n` },
    );
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out.split("\n\nwarning")[0]).toBe(`app: 4 entries

app/kustomization.yaml
    3  patches p.yaml                                         1 object, 2 fields
         ConfigMap/site
           data.path: (none) → /mqtt
           data.port: "1883" → (none)
   12  labels tier: mqtt                                     3 objects, 3 fields
    9  replicas emqx                                         1 object, no change
    5  images docker.io/emqx/emqx                              1 object, 1 field
         StatefulSet/emqx
           spec.template.spec.containers[name=emqx].image:
             docker.io/emqx/emqx:5.8.8 → docker.io/emqx/emqx:5.8.9`);
    expect(out.trimEnd().endsWith("1 warning")).toBe(true);
  });

  test("is bounded", async () => {
    const data = Array.from({ length: 30 }, (_, i) => `  k${i}: v\n`).join("");
    const many = Array.from(
      { length: 30 },
      (_, i) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m${i}\n`,
    ).join("");
    const { out } = await reportOf("patches:\n  - path: p.yaml\n    target: { kind: ConfigMap }\n", {
      "app/objects.yaml": many,
      "app/p.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: any\n  labels:\n${data.replaceAll("  k", "    k")}  annotations: {a: b}\ndata: {a: b}\n`,
    });
    expect(out.split("\n").length).toBeLessThan(40);
    expect(out).toContain("… and 26 more objects");
  });

  test.each(["text", "json"])("shows no secret, as %s", async (format) => {
    const { out } = await report(
      {
        "app/kustomization.yaml": "resources: [objects.yaml]\npatches:\n  - path: p.yaml\n",
        "app/p.yaml":
          "apiVersion: v1\nkind: Secret\nmetadata:\n  name: login\nstringData:\n  password: hunter2\n",
      },
      "--format",
      format,
    );
    expect(out).toContain("(hidden)");
    expect(out).not.toMatch(/s3cret|hunter2/);
  });
});

test("github gets the findings as annotations", async () => {
  const { out } = await report(
    { "app/kustomization.yaml": "resources: [objects.yaml]\nimages:\n  - name: nginx\n    newTag: '1'\n" },
    "--format",
    "github",
  );
  expect(out).toMatch(
    /^::error file=app\/kustomization\.yaml,line=3,col=5,title=patch\/matches-nothing::this entry of `images` \(nginx\) matches no object/,
  );
});

test("nothing is printed of what cannot be built", async () => {
  const { exit, out, err } = await reportOf("patches: [{ path: nowhere.yaml }]");
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain("load/not-found");
});

describe("gitops render", async () => {
  const kustomization =
    'resources: [objects.yaml]\npatches:\n  - target: { kind: Statefulset }\n    patch: \'[{"op": "remove", "path": "/spec"}]\'\n';

  test("warns of a target that matches nothing, and prints what kustomize prints", async () => {
    const directory = directoryWith({ "app/objects.yaml": objects, "app/kustomization.yaml": kustomization });
    const { exit, out, err } = await gitops(directory, "render", "app");
    expect(err).toContain("warning patch/target-unmatched");
    expect(err).toContain("app/kustomization.yaml:3:5");
    expect(err).toContain("no object has the kind Statefulset; did you mean StatefulSet?");
    expect(exit).toBe(0);
    const without = directoryWith({
      "app/objects.yaml": objects,
      "app/kustomization.yaml": "resources: [objects.yaml]\n",
    });
    expect(out).toBe((await gitops(without, "render", "app")).out);
  });

  test("does not warn where a component has no target", async () => {
    const directory = directoryWith({
      "app/objects.yaml": objects,
      "app/kustomization.yaml": "resources: [objects.yaml]\ncomponents: [part]\n",
      "app/part/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${kustomization.replace(/^resources.*\n/, "")}`,
    });
    expect(await gitops(directory, "render", "app")).toMatchObject({ exit: 0, err: "" });
  });
});
