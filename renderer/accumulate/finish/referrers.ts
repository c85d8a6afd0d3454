// kustomize walks into every field that may refer to an object by name, which can fail even where no name has changed.
// Source: kustomize api/internal/accumulator/namereferencetransformer.go, api/filters/nameref
import type { NameReference } from "../../fieldspecs/config.ts";
import { pathOf } from "../../fieldspecs/field-spec.ts";
import type { BuildContext } from "../../load/context.ts";
import { isSelectedBy } from "../../resource/gvk.ts";
import { originalId, type Resource } from "../../resource/resource.ts";
import { field, isNull, type Node, placeOf, textAt } from "../../yaml/node.ts";

/** Reports fields that cannot be entered, and references without a name. */
export function checkReferrers(
  resources: readonly Resource[],
  references: readonly NameReference[],
  context: BuildContext,
): void {
  const fieldsOf = fieldsByType(references);
  for (const resource of resources) {
    checkSubjects(resource, context);
    const fields = fieldsOf(resource);
    if (fields.children.size === 0) continue;
    walk(resource.node, fields, (message, node) => {
      context.collector.report("transform/failed", `${resource.id.kind}/${resource.id.name}: ${message}`, {
        at: placeOf(node),
        help: "kustomize looks for names of other objects here",
      });
    });
  }
}

/** Fields by name; lists are entered on the way. */
interface Fields {
  readonly children: Map<string, Fields>;
  /** A name stands here. */
  isName: boolean;
}

/** Most builds have the same references, those that are built in, and several builds the same kinds. */
const fieldsOfAll = new WeakMap<readonly NameReference[], Map<string, Fields>>();

function fieldsByType(references: readonly NameReference[]): (resource: Resource) => Fields {
  const known = fieldsOfAll.get(references) ?? new Map<string, Fields>();
  fieldsOfAll.set(references, known);
  return (resource) => {
    const id = originalId(resource);
    const key = `${id.group}\0${id.version}\0${id.kind}`;
    const found = known.get(key);
    if (found) return found;
    const root: Fields = { children: new Map(), isName: false };
    for (const { fieldSpecs } of references) {
      for (const spec of fieldSpecs) if (isSelectedBy(id, spec)) addPath(root, pathOf(spec));
    }
    known.set(key, root);
    return root;
  };
}

function addPath(root: Fields, path: readonly string[]): void {
  let at = root;
  for (const part of path) {
    const name = part.replace(/\[\]$/, "");
    const next = at.children.get(name) ?? { children: new Map(), isName: false };
    at.children.set(name, next);
    at = next;
  }
  at.isName = true;
}

type Fail = (message: string, node: Node) => void;

function walk(node: Node, fields: Fields, fail: Fail): void {
  if (isNull(node)) return;
  if (fields.isName) checkName(node, fail);
  if (fields.children.size > 0) enter(node, fields, fail);
}

function enter(node: Node, fields: Fields, fail: Fail): void {
  if (isNull(node)) return;
  if (node.kind === "scalar") fail(`the value must be a map or a list, it is \`${node.text}\``, node);
  else if (node.kind === "sequence") for (const item of node.items) enter(item, fields, fail);
  else {
    for (const [name, below] of fields.children) {
      const value = field(node, name);
      if (value) walk(value, below, fail);
    }
  }
}

function checkName(node: Node, fail: Fail): void {
  const items = node.kind === "sequence" ? node.items : [node];
  for (const item of items) {
    if (item.kind === "mapping" && field(item, "name") === undefined)
      fail("the reference has no `name`", item);
    if (item.kind === "sequence") fail("a reference must be a name or a map with a name", item);
  }
}

// kustomize needs to know the namespaces that a RoleBinding reaches into.
function checkSubjects({ id, node }: Resource, { collector }: BuildContext): void {
  const subjects = id.kind === "RoleBinding" ? field(node, "subjects") : undefined;
  if (subjects?.kind !== "sequence") return;
  for (const subject of subjects.items) {
    if (subject.kind !== "mapping") {
      collector.report("transform/failed", `a subject of RoleBinding/${id.name} is no map`, {
        at: placeOf(subject),
        help: "a subject has kind, name and perhaps namespace",
      });
      continue;
    }
    const namespace = field(subject, "namespace");
    const kind = field(subject, "kind");
    if (namespace && kind && !(kind.kind === "scalar" && kind.tag === "str")) {
      collector.report("transform/failed", `the kind of a subject of RoleBinding/${id.name} is no string`, {
        at: placeOf(kind),
        help: "it is ServiceAccount, User or Group",
      });
    }
    if (!namespace || textAt(subject, "kind") !== "ServiceAccount") continue;
    if (namespace.kind === "scalar" && namespace.tag === "str") continue;
    collector.report(
      "transform/failed",
      `the namespace of a subject of RoleBinding/${id.name} is no string`,
      {
        at: placeOf(namespace),
        help: "name the namespace of the service account, or remove the field",
      },
    );
  }
}
