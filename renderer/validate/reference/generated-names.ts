// Generated names carry a hash, and kustomize follows references to them only where it knows the field.
import { originalId } from "../../resource/resource.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const generatedNameNotFollowed: Rule = {
  code: "reference/generated-name-not-followed",
  severity: "error",
  summary: "A custom resource names a generated ConfigMap or Secret without its hash",
  why: "Nothing of that name exists: the reference leads nowhere, or to what an earlier version left behind",
  fix: "add the field to nameReference in a `configurations` file, or set disableNameSuffixHash for the generator",
  source: "https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/",
  *check(cluster) {
    const renamed = cluster.once(renamedObjects);
    if (renamed.size === 0) return;
    for (const { group, root, namespace } of cluster.objects) {
      if (!group.includes(".") || group.endsWith(".k8s.io")) continue;
      for (const at of namesIn(root.get("spec"))) {
        const object = renamed.get(`${namespace}\0${at.text}`);
        if (!object) continue;
        yield {
          at,
          message: `the ${object.kind} \`${at.text}\` is called \`${object.name}\` here`,
          related: [{ at: object.root, message: "it is generated" }],
        };
      }
    }
  },
};

/** What got a hash, by namespace and the name that was given. */
function renamedObjects(cluster: Cluster): ReadonlyMap<string, KubeObject> {
  const renamed = new Map<string, KubeObject>();
  for (const kind of ["ConfigMap", "Secret"]) {
    for (const object of cluster.ofKind(kind, "")) {
      const given = originalId(object.resource).name;
      const isHashed = object.resource.build.needsHash && given !== object.name;
      if (isHashed && !cluster.find(kind, object.namespace, given))
        renamed.set(`${object.namespace}\0${given}`, object);
    }
  }
  return renamed;
}

/** The fields that hold names: `name` beside or below something that speaks of ConfigMaps or Secrets. */
function* namesIn(value: Value, isAbout = false): Iterable<Value> {
  for (const item of value.items()) yield* namesIn(item, isAbout);
  for (const [key, child] of value.entries()) {
    const speaks = /configmap|secret/i.test(key);
    if (child.text === undefined) yield* namesIn(child, isAbout || speaks);
    else if ((key === "name" && isAbout) || /(configmap|secret)(name)?$/i.test(key)) yield child;
  }
}
