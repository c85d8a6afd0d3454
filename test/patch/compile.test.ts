import { describe, expect, test } from "vitest";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { type Compiled, compile, needsTarget } from "../../renderer/patch/compile/compile.ts";
import { readRecords } from "../../renderer/patch/compile/records.ts";
import { leadingComment, toYamlText } from "../../renderer/patch/compile/yaml-text.ts";
import {
  images,
  jsonPatch,
  mergePatch,
  replaceList,
  replacement,
  replicas,
} from "../../renderer/patch/index.ts";
import { toPlain } from "../../renderer/yaml/json.ts";
import type { Node } from "../../renderer/yaml/node.ts";
import { parseDocument } from "../../renderer/yaml/parse.ts";

function parse(text: string): Node {
  return parseDocument({ path: "object.yaml", text }, new Collector()) as Node;
}

// Records come from another process as JSON, so a regular expression has a form of its own there.
function received(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      item instanceof RegExp ? { "\u0000regexp": item.source } : item,
    ),
  );
}

function compiled(value: unknown, ...targets: readonly string[]): Compiled {
  const result = tryCompile(value, ...targets);
  if ("error" in result) throw new Error(result.error);
  return result;
}

function tryCompile(value: unknown, ...targets: readonly string[]): Compiled | { readonly error: string } {
  const records = readRecords(received(value));
  return "error" in records ? records : compile(records, targets.map(parse));
}

const target = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: emqx}
spec:
  template:
    spec:
      containers:
        - {name: reloader, image: r}
        - name: emqx
          image: e
          ports:
            - {containerPort: 1883, name: mqtt}
            - {containerPort: 18083, name: dashboard}
  volumeClaimTemplates:
    - metadata: {name: data}
`;

describe("a merge patch", () => {
  test("for one object names it and needs no target", () => {
    const { text, target: selector } = compiled(
      mergePatch(
        "apps/v1",
        "StatefulSet",
        { name: "emqx", namespace: "mqtt" },
        {
          metadata: { labels: { a: "b" } },
          spec: { replicas: 3, template: { spec: { containers: [{ name: "emqx", command: null }] } } },
        },
      ),
    );
    expect(selector).toBeUndefined();
    expect(text).toBe(`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: emqx
  namespace: mqtt
  labels:
    a: b
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: emqx
          command: null
`);
  });

  test("that selects its targets says so in the kustomization", () => {
    const { text, target: selector } = compiled(
      mergePatch(
        "apps/v1",
        "StatefulSet",
        { name: /emqx-.*/, labelSelector: "tier=mqtt" },
        { spec: { replicas: 3 } },
      ),
    );
    expect(selector).toEqual({
      group: "apps",
      version: "v1",
      kind: "StatefulSet",
      name: "emqx-.*",
      labelSelector: "tier=mqtt",
    });
    expect(text).toContain("metadata:\n  name: any\n");
  });

  test("with a target that says a kind is for what it says", () => {
    const { target: selector } = compiled(
      mergePatch(
        "apps/v1",
        "StatefulSet",
        { kind: /StatefulSet|Deployment/, annotationSelector: "patch=yes" },
        {
          spec: { replicas: 3 },
        },
      ),
    );
    expect(selector).toEqual({ kind: "StatefulSet|Deployment", annotationSelector: "patch=yes" });
  });

  test("with a name in plain text escapes what a regular expression would understand", () => {
    const patch = mergePatch("v1", "ConfigMap", { name: "a.b" }, { data: {} }, { allowNameChange: true });
    expect(compiled(patch)).toMatchObject({ target: { name: "a\\.b" }, options: { allowNameChange: true } });
  });

  test("can replace a keyed list", () => {
    const { text } = compiled(
      mergePatch(
        "v1",
        "Pod",
        { name: "a" },
        { spec: { containers: replaceList([{ name: "b", image: "c" }]) } },
      ),
    );
    expect(text).toContain("  containers:\n    - name: b\n      image: c\n    - $patch: replace\n");
  });

  test("of several objects is one file", () => {
    const { text } = compiled([
      mergePatch("v1", "ConfigMap", { name: "a" }, { data: { x: "1" } }),
      mergePatch("v1", "ConfigMap", { name: "b" }, { data: { x: "2" } }),
    ]);
    expect(text?.split("---\n")).toHaveLength(2);
  });
});

describe("a JSON patch", () => {
  test("finds items by their fields and guards them with a test", () => {
    const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" })
      .replace("spec.template.spec.containers[name=emqx].image", "e:2")
      .add("spec.template.spec.containers[name=emqx].ports[containerPort=18083].protocol", "TCP")
      .add("spec.volumeClaimTemplates[metadata.name=data].spec.storageClassName", "retain");
    expect(compiled(patch, target).text).toBe(`- op: test
  path: /spec/template/spec/containers/1/name
  value: emqx
- op: replace
  path: /spec/template/spec/containers/1/image
  value: e:2
- op: test
  path: /spec/template/spec/containers/1/ports/1/containerPort
  value: 18083
- op: add
  path: /spec/template/spec/containers/1/ports/1/protocol
  value: TCP
- op: test
  path: /spec/volumeClaimTemplates/0/metadata/name
  value: data
- op: add
  path: /spec/volumeClaimTemplates/0/spec/storageClassName
  value: retain
`);
  });

  test("counts items as they are after the operations before", () => {
    const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" })
      .remove("spec.template.spec.containers[name=reloader]")
      .replace("spec.template.spec.containers[name=emqx].image", "e:2");
    expect(compiled(patch, target).text).toContain("/spec/template/spec/containers/0/image");
  });

  test("says the target in the kustomization, and writes every verb", () => {
    const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" })
      .test("spec.replicas", 1)
      .copy("metadata.name", 'metadata.labels["a.b/c"]')
      .move("spec.template.metadata.labels", "spec.template.metadata.annotations")
      .add("spec.template.spec.containers[-]", { name: "sidecar" })
      .remove("/spec/template/spec/volumes/0");
    const { text, target: selector } = compiled(patch);
    expect(selector).toEqual({ group: "apps", version: "v1", kind: "StatefulSet", name: "emqx" });
    expect(text).toBe(`- op: test
  path: /spec/replicas
  value: 1
- op: copy
  from: /metadata/name
  path: /metadata/labels/a.b~1c
- op: move
  from: /spec/template/metadata/labels
  path: /spec/template/metadata/annotations
- op: add
  path: /spec/template/spec/containers/-
  value:
    name: sidecar
- op: remove
  path: /spec/template/spec/volumes/0
`);
  });

  test.each([
    ["[name=emqxx].image", "no item has name: emqxx; did you mean emqx?"],
    ["[name=].image", "no item has name: ; there are reloader, emqx"],
  ])("of an item that is not there says what is: %s", (item, message) => {
    const path = `spec.template.spec.containers${item}` as "spec.template.spec.containers[name=x].image";
    const result = tryCompile(
      jsonPatch("apps/v1", "StatefulSet", { name: "emqx" }).replace(path, "x"),
      target,
    );
    expect(result).toEqual({ error: `\`${path}\`: ${message}` });
  });

  test("whose items stand at different places in its targets cannot be one patch", () => {
    const other = target.replace("        - {name: reloader, image: r}\n", "");
    const patch = jsonPatch("apps/v1", "StatefulSet", {}).replace(
      "spec.template.spec.containers[name=emqx].image",
      "x",
    );
    expect(tryCompile(patch, target, other)).toHaveProperty(
      "error",
      expect.stringContaining("different places"),
    );
  });

  test("for nothing in particular is refused", () => {
    expect(tryCompile(jsonPatch({}).remove("spec.replicas"))).toHaveProperty(
      "error",
      expect.stringContaining("selects nothing"),
    );
  });

  test("needs its target only when it chooses items by a field", () => {
    const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" });
    const needs = (value: unknown): boolean => {
      const records = readRecords(received(value));
      return !("error" in records) && needsTarget(records);
    };
    expect(needs(patch.remove("spec.template.spec.containers[0]"))).toBe(false);
    expect(needs(patch.remove("spec.template.spec.containers[name=a]"))).toBe(true);
  });
});

test("paths of JSON patches have the type of what they lead to", () => {
  const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" });
  // @ts-expect-error there is no such field
  patch.replace("spec.replica", 3);
  // @ts-expect-error a number
  patch.replace("spec.replicas", "3");
  // @ts-expect-error an item has to be chosen
  patch.remove("spec.template.spec.containers.image");
  // @ts-expect-error containers have no such field
  patch.remove("spec.template.spec.containers[nam=emqx]");
  // @ts-expect-error the path ends in a dot
  patch.remove("spec.");
  // @ts-expect-error a new item has to be whole
  patch.add("spec.template.spec.containers[-]", { image: "a" });
  // @ts-expect-error spec is no list
  patch.remove("spec[0]");
  patch.add('spec.template.metadata.annotations["a.b/c"]', "d");
  patch.add("/any/pointer", 1);
  jsonPatch({ kind: /.*/, labelSelector: "a=b" }).add("spec.whatever[0].goes", 1);
  expect(patch.operations).toEqual([]);
});

describe("other records", () => {
  test("a replacement is a file of its own", () => {
    const { text, listedIn } = compiled(
      replacement({
        source: { kind: "ConfigMap", name: "names", fieldPath: "data.host" },
        targets: [
          {
            select: { kind: /Ingress|Certificate/, name: "web.site" },
            fieldPaths: ["spec.rules.0.host"],
            options: { create: true },
          },
        ],
      }),
    );
    expect(listedIn).toBe("replacements");
    expect(text).toBe(`- source:
    kind: ConfigMap
    name: names
    fieldPath: data.host
  targets:
    - select:
        kind: Ingress|Certificate
        name: web\\.site
      fieldPaths:
        - spec.rules.0.host
      options:
        create: true
`);
  });

  test("images and replicas make no file", () => {
    const made = compiled([images({ name: "emqx", newTag: "5.8.9" }), replicas({ name: "emqx", count: 3 })]);
    expect(made.text).toBeUndefined();
    expect(made.images).toEqual([{ name: "emqx", newTag: "5.8.9" }]);
    expect(made.replicas).toEqual([{ name: "emqx", count: 3 }]);
  });

  test("two forms do not fit into one file", () => {
    const both = [
      mergePatch("v1", "ConfigMap", { name: "a" }, { data: {} }),
      jsonPatch("v1", "ConfigMap", { name: "a" }).remove("data"),
    ];
    expect(tryCompile(both)).toHaveProperty("error", expect.stringContaining("one file"));
  });

  test("what is no record is refused with the place", () => {
    expect(
      readRecords({ record: "jsonPatch", target: {}, operations: [{ op: "ad", path: "/a" }] }),
    ).toHaveProperty("error", expect.stringContaining("operations.0.op"));
  });
});

describe("the YAML", () => {
  test("quotes what another reader would take for something else", () => {
    const texts = [
      "yes",
      "on",
      "n",
      "1e3",
      "0o14",
      "0x1F",
      "1_000",
      "1:20",
      "~",
      "null",
      "2001-01-01",
      "<<",
      "=",
      "",
      " a",
      "a: b",
      "# a",
      "- a",
    ];
    const node = parse(toYamlText(texts));
    expect(toPlain(node)).toEqual(texts);
    expect(toYamlText(["yes", "1:20"])).toBe('- "yes"\n- "1:20"\n');
  });

  test("keeps long text on one line and many lines in a block", () => {
    expect(toYamlText({ a: "x ".repeat(100).trim(), b: "c\nd\n" })).toBe(
      `a: ${"x ".repeat(100).trim()}\nb: |\n  c\n  d\n`,
    );
  });

  test("begins with the comment of its module", () => {
    expect(leadingComment("// One.\n//\n//  two\n\n// Not this.\nimport x;\n")).toEqual([
      "# One.",
      "#",
      "#  two",
    ]);
    expect(leadingComment("import x;\n// Not this.\n")).toEqual([]);
  });
});
