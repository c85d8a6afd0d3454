/** overlays/dev/broker/secrets.sh against a stand-in for kubectl that notes what it is asked and given. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";

const script = fileURLToPath(new URL("../../overlays/dev/broker/secrets.sh", import.meta.url));

/** Namespaces and their mark come from the variable MARK; nothing else exists. */
const kubectl = `#!/bin/sh
printf '%s\\n' "$*" >> "$LOG/calls"
case "$*" in
  *'get namespace'*jsonpath*) printf '%s' "$MARK" ;;
  *'get namespace'*) [ "$MARK" = absent ] || echo namespace/x ;;
  *'create --filename -'*) { echo ---; cat; } >> "$LOG/created" ;;
esac
`;

interface Secret {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly stringData: Readonly<Record<string, string>>;
}

// Scripts of a Unix shell: whoever runs the tests on Windows has none.
describe.skipIf(process.platform === "win32")("secrets.sh of the dev environment", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "gitops-"));
    writeFileSync(join(directory, "kubectl"), kubectl, { mode: 0o755 });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const run = (
    mark: string,
    ...parameters: readonly string[]
  ): { readonly status: number | null; readonly text: string } => {
    const environment = { PATH: `${directory}:${process.env["PATH"]}`, LOG: directory, MARK: mark };
    const result = spawnSync("sh", [script, ...parameters], { env: environment, encoding: "utf8" });
    return { status: result.status, text: result.stdout + result.stderr };
  };
  const noted = (file: "calls" | "created"): string => {
    try {
      return readFileSync(join(directory, file), "utf8");
    } catch {
      return "";
    }
  };

  it("makes what the environment needs, with values that survive a URL, on no command line", () => {
    expect(run("dev", "--context", "kind-lab").status).toBe(0);
    const made = parseAllDocuments(noted("created").replace(/^---\n/, "")).map((d) => d.toJS() as Secret);
    const names = made.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(names).toEqual([
      "iota/db-auth",
      "iota/mq-auth",
      "iota/api-admin",
      "iota/ttn-auth",
      "emqx/emqx-bridge",
      "iota/emqx-bridge",
    ]);
    const passwords = made.flatMap(({ stringData }) => stringData["password"] ?? []);
    expect(new Set(passwords).size).toBe(4);
    for (const password of passwords) {
      expect(password).toMatch(/^[A-Za-z][A-Za-z0-9]{31}$/);
      expect(noted("calls")).not.toContain(password);
    }
    expect(made.at(-1)?.stringData).toEqual(made.at(-2)?.stringData);
    for (const call of noted("calls").trim().split("\n")) expect(call).toMatch(/^--context kind-lab /);
  });

  it.each([
    ["a namespace of another environment", "prod", ["--context", "kind-lab"]],
    ["a namespace without a mark", "", ["--context", "kind-lab"]],
    ["a context whose name says production", "dev", ["--context", "eks-Production"]],
    ["no context", "dev", []],
  ])("refuses %s and creates nothing", (_, mark, parameters) => {
    const { status, text } = run(mark, ...parameters);
    expect(status).toBe(64);
    expect(text).toContain("secrets.sh: ");
    expect(noted("created")).toBe("");
  });
});
