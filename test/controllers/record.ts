// What the controllers themselves make of a case: Flux by its own libraries (flux-build/), Argo CD by the commands of the
// real kustomize that it runs, read from util/kustomize/kustomize.go of argo-cd v3.5.1.
import { execFileSync, type StdioOptions, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import type { ParityCase } from "../parity/case-file.ts";

/** Stands in a recording for a build that fails. */
export const refused = "refused\n";

/** @param binary  flux-build/main.go, built */
export function runFlux(binary: string, { files, target }: ParityCase): string {
  return inDirectory(files, (root) => {
    const values = join(root, "values.yaml");
    const args = [root, target, join(root, "sync.yaml"), ...(existsSync(values) ? [values] : [])];
    const { status, stdout } = spawnSync(binary, args, { encoding: "utf8" });
    return status === 0 ? stdout : refused;
  });
}

interface Overrides {
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly namespace?: string;
  readonly images?: readonly string[];
  readonly replicas?: readonly { readonly name: string; readonly count: number | string }[];
  readonly commonLabels?: Readonly<Record<string, string>>;
  readonly forceCommonLabels?: boolean;
  readonly labelWithoutSelector?: boolean;
  readonly labelIncludeTemplates?: boolean;
  readonly commonAnnotations?: Readonly<Record<string, string>>;
  readonly commonAnnotationsEnvsubst?: boolean;
  readonly patches?: readonly unknown[];
  readonly components?: readonly string[];
  readonly ignoreMissingComponents?: boolean;
}

/** @param binary  the real kustomize */
export function runArgoCd(binary: string, { files, target }: ParityCase): string {
  return inDirectory(files, (root) => {
    const { metadata, spec } = parse(files["sync.yaml"] ?? "");
    const environment = new Map<string, string>([
      ["ARGOCD_APP_NAME", metadata.name],
      ["ARGOCD_APP_NAMESPACE", spec.destination.namespace],
      ["ARGOCD_APP_PROJECT_NAME", spec.project],
      ["ARGOCD_APP_SOURCE_PATH", spec.source.path],
    ]);
    const directory = join(root, target);
    try {
      applyOverrides(binary, directory, spec.source.kustomize ?? {}, environment);
      return execFileSync(binary, ["build", directory], { encoding: "utf8", stdio: quiet, cwd: root });
    } catch {
      return refused;
    }
  });
}

const quiet: StdioOptions = ["ignore", "pipe", "ignore"];

function applyOverrides(
  binary: string,
  cwd: string,
  overrides: Overrides,
  environment: ReadonlyMap<string, string>,
): void {
  const edit = (...args: readonly string[]): void => {
    execFileSync(binary, ["edit", ...args], { cwd, stdio: quiet });
  };
  // Enough of Go's os.Expand for the cases.
  const expand = (text: string): string =>
    text.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, plain?: string) =>
      whole === "$$" ? "$" : (environment.get(braced ?? plain ?? "") ?? ""),
    );
  const pairs = (map: Readonly<Record<string, string>>, isExpanded: boolean): readonly string[] =>
    Object.entries(map).map(([key, value]) => `${key}:${isExpanded ? expand(value) : value}`);
  const flag = (isSet: boolean | undefined, name: string): readonly string[] => (isSet ? [name] : []);

  if (overrides.namePrefix) edit("set", "nameprefix", "--", overrides.namePrefix);
  if (overrides.nameSuffix) edit("set", "namesuffix", "--", overrides.nameSuffix);
  if (overrides.images) edit("set", "image", ...overrides.images.map(expand));
  if (overrides.replicas)
    edit("set", "replicas", ...overrides.replicas.map(({ name, count }) => `${name}=${count}`));
  if (overrides.commonLabels) {
    edit(
      "add",
      "label",
      ...flag(overrides.forceCommonLabels, "--force"),
      ...flag(overrides.labelWithoutSelector, "--without-selector"),
      ...flag(overrides.labelIncludeTemplates, "--include-templates"),
      ...pairs(overrides.commonLabels, true),
    );
  }
  if (overrides.commonAnnotations) {
    const expanded = overrides.commonAnnotationsEnvsubst ?? false;
    edit("add", "annotation", ...pairs(overrides.commonAnnotations, expanded));
  }
  if (overrides.namespace) edit("set", "namespace", "--", overrides.namespace);
  if (overrides.patches) {
    const path = join(cwd, "kustomization.yaml");
    const file = parse(readFileSync(path, "utf8"));
    writeFileSync(path, stringify({ ...file, patches: [...(file.patches ?? []), ...overrides.patches] }));
  }
  const components = (overrides.components ?? []).filter(
    (component) => !overrides.ignoreMissingComponents || existsSync(join(cwd, component)),
  );
  if (components.length > 0) edit("add", "component", ...components);
}

/** Runs with the files of a case on the disk. */
function inDirectory<T>(files: Readonly<Record<string, string>>, run: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), "gitops-controllers-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
