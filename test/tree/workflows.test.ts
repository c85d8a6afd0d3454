/** What continuous integration may do: as little as it needs, with what was reviewed. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = new URL("../../.github/", import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, github), "utf8"));

const workflows = readdirSync(new URL("workflows", github)).map(
  (name) => [name, read(`workflows/${name}`) as Workflow] as const,
);
const action = read("images/action.yaml") as { readonly runs: { readonly steps: readonly Step[] } };
const jobs = workflows.flatMap(([file, { jobs: own }]) =>
  Object.entries(own).map(([name, job]) => [`${file} ${name}`, job] as const),
);
const steps = [...jobs.flatMap(([, job]) => job.steps), ...action.runs.steps];

describe("continuous integration", () => {
  it("gives a job no right that it does not name, and writes only from jobs that run nothing of a pull request", () => {
    expect(workflows.map(([, { permissions }]) => permissions)).toEqual(workflows.map(() => ({})));
    const writing = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions)
        .filter(([, right]) => right !== "read")
        .map(([what, right]) => `${name}: ${what} ${right}`),
    );
    expect(writing).toEqual([
      "check.yaml code-scanning: security-events write",
      "images.yaml push: packages write",
    ]);
    const scanning = jobs.find(([name]) => name === "check.yaml code-scanning")?.[1];
    expect(scanning?.steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  it("takes actions at a commit, and leaves no token behind a checkout", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((uses) => !/^\.\/|@[0-9a-f]{40}$/.test(uses))).toEqual([]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
  });

  it("puts no expression into a script: what it stands for may be of somebody else", () => {
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });
});
