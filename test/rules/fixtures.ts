// The fixtures of rules: test/rules/<area>/<rule>/{bad,good}.yaml, or directories of that name that are overlays. Without a
// kustomization such a directory is a repository: its directories with one are the overlays, named by the environment.
// expected.txt is the report about the bad one. UPDATE=1 writes it anew; look at the difference before you commit it.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import type { Diagnostic } from "../../renderer/diagnostics/diagnostic.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import type { Rule } from "../../renderer/validate/rule.ts";
import { runRules } from "../../renderer/validate/run.ts";
import { defaultSettings, type RuleSettings, type Settings } from "../../renderer/validate/settings.ts";
import { project } from "../project.ts";
import { repository } from "./repository.ts";

export const fixtureRoot = fileURLToPath(new URL(".", import.meta.url));

/** What a rule finds in one of its fixtures. */
export function findingsIn(rule: Rule, fixture: "bad" | "good"): readonly Diagnostic[] {
  const directory = join(fixtureRoot, rule.code);
  const files = filesOf(directory, fixture);
  const isRepository = !files[`${fixture}/kustomization.yaml`];
  return isRepository ? findingsInRepository(rule, files, fixture) : findingsInOverlay(rule, files, fixture);
}

type Files = Readonly<Record<string, string>>;

function findingsInRepository(rule: Rule, files: Files, fixture: string): readonly Diagnostic[] {
  const { tree, overlays } = repository(files, fixture);
  const found = new Collector();
  for (const { resources, environment, directory } of overlays) {
    const settings = settingsFor(rule, environment);
    const facts = { directory, environment, kubernetesVersion: settings.kubernetesVersion, tree };
    for (const each of runRules(new Cluster(resources, facts), [rule], settings).diagnostics) found.add(each);
  }
  return found.sorted();
}

function findingsInOverlay(rule: Rule, files: Files, fixture: string): readonly Diagnostic[] {
  const rendered = project(files).render(fixture);
  const errors = rendered.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${rule.code}/${fixture} does not render: ${rendered.problems}`);
  const settings = settingsFor(rule, "prod");
  const cluster = new Cluster(rendered.resources, {
    directory: fixture,
    environment: settings.environment,
    kubernetesVersion: settings.kubernetesVersion,
    entries: rendered.entries,
  });
  return runRules(cluster, [rule], settings).diagnostics;
}

/** What is off unless a policy turns it on is turned on; what does nothing without parameters has parameters.json. */
function settingsFor({ code, severity }: Rule, environment: string): Settings {
  const settings = defaultSettings(environment);
  const path = join(fixtureRoot, code, "parameters.json");
  const parameters: RuleSettings["parameters"] = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8"))
    : {};
  const own = severity === "off" ? ("info" as const) : undefined;
  return { ...settings, rules: new Map([[code, { severity: own, parameters }]]) };
}

function filesOf(directory: string, fixture: "bad" | "good"): Files {
  const folder = join(directory, fixture);
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
    return Object.fromEntries(names.map((path) => [relative(directory, path), readFileSync(path, "utf8")]));
  }
  const text = readFileSync(join(directory, `${fixture}.yaml`), "utf8");
  return {
    [`${fixture}/kustomization.yaml`]: "resources: [objects.yaml]\n",
    [`${fixture}/objects.yaml`]: text,
  };
}
