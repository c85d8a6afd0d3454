// Which object a name refers to: only objects that were renamed or moved can be meant by an old name.
import { type Gvk, isSelectedBy } from "../../resource/gvk.ts";
import { isClusterScoped } from "../../resource/res-id.ts";
import { originalId, previousIds, type Resource } from "../../resource/resource.ts";
import { field, type Node, textAt } from "../../yaml/node.ts";

export interface Question {
  readonly referrer: Resource;
  /** The name as the referrer has it. */
  readonly name: string;
  /** The reference is a map of name and perhaps namespace, not just a name. */
  readonly isMap: boolean;
  readonly namespace: string | undefined;
  /** The kind of object that the field refers to. */
  readonly target: Gvk;
  /** The field is a `roleRef`, which says the kind itself. */
  readonly roleRef: boolean;
}

export class Candidates {
  readonly #byKindAndName = new Map<string, Map<string, Resource[]>>();
  /** For each original namespace, where its objects are now. */
  readonly #movedTo = new Map<string, { readonly effective: Set<string>; readonly written: Set<string> }>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      this.#addNamespace(resource);
      const { previousIds } = resource.build;
      if (previousIds.length === 0) continue;
      const names = new Set(previousIds.map(({ name }) => name));
      const kinds = new Set(previousIds.map(({ kind }) => kind));
      // A former name and a former kind need not have belonged together.
      for (const kind of kinds) for (const name of names) this.#add(kind, name, resource);
    }
  }

  get isEmpty(): boolean {
    return this.#byKindAndName.size === 0;
  }

  /** Whether an object of the kind could be meant by an old name; the empty kind stands for any. */
  hasKind(kind: string): boolean {
    return kind === "" || this.#byKindAndName.has(kind);
  }

  /** The object that is meant: none, one, or several when the name does not decide. */
  select(question: Question): readonly Resource[] {
    const { referrer } = question;
    const reachable = this.#named(question).filter((candidate) => isReachable(candidate, question));
    const candidates = this.#inNamespace(reachable, question).filter(
      (candidate) =>
        isSelected(candidate, question.target) &&
        (!question.roleRef || isRoleMeant(candidate, referrer)) &&
        isInReach(candidate, referrer),
    );
    if (candidates.length <= 1) return candidates;
    let close = candidates.filter((candidate) => sameAffixes(candidate, referrer, true));
    if (close.length > 1) close = close.filter((candidate) => sameAffixes(candidate, referrer, false));
    return close.length > 1 && allTheSame(close, question.isMap) ? close.slice(0, 1) : close;
  }

  #named({ target, name }: Question): readonly Resource[] {
    if (target.kind !== "") return this.#byKindAndName.get(target.kind)?.get(name) ?? [];
    return [...this.#byKindAndName.values()].flatMap((byName) => byName.get(name) ?? []);
  }

  // A namespace beside the name means objects that came from it or, when nothing did, objects that are in it now.
  #inNamespace(candidates: readonly Resource[], { namespace, referrer }: Question): readonly Resource[] {
    if (namespace === undefined) return candidates;
    const original = this.#hasOriginal(namespace, referrer);
    return candidates.filter((candidate) => {
      const id = original ? originalId(candidate) : candidate.id;
      return !isClusterScoped(id) && id.effectiveNamespace === namespace;
    });
  }

  #hasOriginal(namespace: string, referrer: Resource): boolean {
    const moved = this.#movedTo.get(namespace);
    if (!moved) return false;
    if (isClusterScoped(referrer.id) || moved.effective.has(referrer.id.effectiveNamespace)) return true;
    return [...serviceAccountNamespaces(referrer)].some((name) => moved.written.has(name));
  }

  #add(kind: string, name: string, resource: Resource): void {
    const byName = this.#byKindAndName.get(kind) ?? new Map<string, Resource[]>();
    this.#byKindAndName.set(kind, byName);
    const found = byName.get(name);
    if (found) found.push(resource);
    else byName.set(name, [resource]);
  }

  #addNamespace(resource: Resource): void {
    const original = originalId(resource).effectiveNamespace;
    const moved = this.#movedTo.get(original) ?? { effective: new Set(), written: new Set() };
    this.#movedTo.set(original, moved);
    moved.effective.add(resource.id.effectiveNamespace);
    moved.written.add(resource.id.namespace);
  }
}

// Objects in other namespaces are out of reach, except for a RoleBinding that names the namespace of an account.
function isReachable(candidate: Resource, { referrer }: Question): boolean {
  if (isClusterScoped(referrer.id) || isClusterScoped(candidate.id)) return true;
  if (candidate.id.effectiveNamespace === referrer.id.effectiveNamespace) return true;
  return serviceAccountNamespaces(referrer).has(candidate.id.namespace);
}

function serviceAccountNamespaces(referrer: Resource): ReadonlySet<string> {
  const subjects: Node | undefined =
    referrer.id.kind === "RoleBinding" ? field(referrer.node, "subjects") : undefined;
  const result = new Set<string>();
  if (subjects?.kind !== "sequence") return result;
  for (const subject of subjects.items) {
    const namespace = textAt(subject, "namespace");
    if (textAt(subject, "kind") === "ServiceAccount" && namespace !== undefined) result.add(namespace);
  }
  return result;
}

function isSelected(candidate: Resource, gvk: Partial<Gvk>): boolean {
  return previousIds(candidate).some((id) => isSelectedBy(id, gvk));
}

function isRoleMeant(candidate: Resource, referrer: Resource): boolean {
  const roleRef = field(referrer.node, "roleRef");
  const group = field(roleRef, "apiGroup");
  const kind = field(roleRef, "kind");
  if (group?.kind !== "scalar" || kind?.kind !== "scalar") return true;
  return isSelected(candidate, { group: group.text, kind: kind.text });
}

function isInReach(candidate: Resource, referrer: Resource): boolean {
  if (isClusterScoped(referrer.id) || isClusterScoped(candidate.id)) return true;
  return (
    candidate.id.kind === "ServiceAccount" ||
    candidate.id.effectiveNamespace === referrer.id.effectiveNamespace
  );
}

function sameAffixes(a: Resource, b: Resource, allowEmpty: boolean): boolean {
  return (["prefixes", "suffixes"] as const).every((side) => {
    const left = a.build[side];
    const right = b.build[side];
    return (allowEmpty && (left.length === 0 || right.length === 0)) || sameEnding(left, right);
  });
}

function sameEnding(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return long.length === 0;
  return short.every((text, i) => text === long[i + long.length - short.length]);
}

function allTheSame(candidates: readonly Resource[], withNamespace: boolean): boolean {
  const [first] = candidates;
  return candidates.every(
    ({ id }) => id.name === first?.id.name && (!withNamespace || id.namespace === first.id.namespace),
  );
}
