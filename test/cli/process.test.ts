// The command as a process of its own: what it prints arrives whole, wherever it leads.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, createReadStream, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join, sep } from "node:path";
import { text } from "node:stream/consumers";
import { buildSync } from "esbuild";
import { execa, execaSync } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { directoryWith, gitops } from "./command.ts";

const directory = mkdtempSync(join(tmpdir(), "gitops-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const script = join(directory, "main.cjs");
buildSync({
  entryPoints: [join(import.meta.dirname, "../../renderer/cli/main.ts")],
  outfile: script,
  bundle: true,
  format: "cjs",
  platform: "node",
  define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
});

// More than a pipe holds.
const large = {
  "kustomization.yaml": "resources: [config.yaml]\n",
  "config.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {é: ${"x".repeat(300_000)}}\n`,
};

/** Runs a line of the shell in a directory, in which `gitops` is the command. */
async function shell(
  workingDirectory: string,
  line: string,
): Promise<{ code: number; out: string; err: string }> {
  const prelude = `gitops() { "${process.execPath}" "${script}" "$@"; }\n`;
  const ran = await execa("bash", ["-c", prelude + line], {
    cwd: workingDirectory,
    reject: false,
    stripFinalNewline: false,
  });
  return { code: ran.exitCode ?? -1, out: ran.stdout, err: ran.stderr };
}

describe.skipIf(process.platform === "win32")("a process", () => {
  test("prints the same into a pipe, a file and a socket", async () => {
    const at = directoryWith(large);
    const { out } = await gitops(at, "render", ".");
    expect((await shell(at, "gitops render . | cat")).out).toBe(out);
    expect((await shell(at, "gitops render . > out; cat out")).out).toBe(out);
    expect((await shell(at, "gitops render .")).out).toBe(out);
  });

  test("prints all into a pipe that does not wait for its reader", async () => {
    const at = directoryWith(large);
    const fifo = join(at, "fifo");
    execaSync("mkfifo", [fifo]);
    const fd = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
    const reader = createReadStream(fifo);
    // The shell hands the pipe on as it is; Node would make it wait.
    const line = `"${process.execPath}" "${script}" render . >&3`;
    const child = spawn("bash", ["-c", line], { cwd: at, stdio: ["ignore", "inherit", "inherit", fd] });
    closeSync(fd);
    const [printed] = await Promise.all([text(reader), once(child, "exit")]);
    expect(printed).toBe((await gitops(at, "render", ".")).out);
  });

  test("ends quietly when its reader has seen enough", async () => {
    const at = directoryWith(large);
    const ran = await shell(at, "set -o pipefail; gitops render . | head -1");
    expect(ran).toEqual({ code: 0, out: "apiVersion: v1\n", err: "" });
  });

  test.skipIf(process.platform !== "linux")("says that the disk is full", async () => {
    const at = directoryWith(large);
    const ran = await shell(at, "gitops render . > /dev/full");
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^error output\/failed cannot write what was asked for: ENOSPC.*\n$/);
  });

  test.each([
    ["FORCE_COLOR=1", true],
    ["FORCE_COLOR=0", false],
    ["FORCE_COLOR=1 NO_COLOR=1", false],
    ["FORCE_COLOR=", false],
  ])("has colours as %s says", async (variables, isColoured) => {
    const { err } = await shell(directoryWith({}), `${variables} gitops render none`);
    expect(err).toContain("none does not exist");
    expect(err.includes("\u001b[")).toBe(isColoured);
  });

  test("exits with its status, whether its messages can be read or not", async () => {
    const at = directoryWith({});
    const ran = await shell(at, "gitops render none");
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain("load/not-found");
    expect((await shell(at, "gitops render none 2>&-")).code).toBe(2);
    expect((await shell(at, `gitops frobnicate 2>${devNull}`)).code).toBe(64);
    expect((await shell(at, "set -o pipefail; gitops render none 2>&1 >/dev/null | true")).code).toBe(2);
  });
});

const built = join(import.meta.dirname, "../../dist/cli/main.js");

test.skipIf(!existsSync(built))(
  "the built command prints the same from its script and from its modules",
  async () => {
    const at = directoryWith(large);
    const { out } = await gitops(at, "render", ".");
    for (const env of [{}, { GITOPS_DEBUG: "1" }]) {
      const ran = await execa(process.execPath, [built, "render", "."], {
        cwd: at,
        env,
        stripFinalNewline: false,
      });
      expect(ran.stdout).toBe(out);
    }
  },
);

// The bytecode of the script knows of no `import()` in some versions of Node.
test.skipIf(!existsSync(built))("the built command runs the rules of a policy in TypeScript", async () => {
  const at = directoryWith({
    "kustomization.yaml": "resources: [a.yaml]\n",
    "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n",
    "policy.yaml":
      "apiVersion: emqx-gitops/v1\nkind: RendererPolicy\nmetadata: { name: a }\nspec: { customRules: [rule.ts] }\n",
    "rule.ts": `
      import { sep } from "node:path";
      import { type Rule, textMap } from "emqx-gitops/validate";
      const found = typeof textMap === "function" ? sep : "no";
      export const rules: readonly Rule[] = [{
        code: "custom/told", severity: "error", summary: "s", why: "w", fix: "f",
        *check(cluster) { for (const { root } of cluster.objects) yield { at: root, message: found }; },
      }];`,
  });
  const args = ["validate", "--rule", "custom", "--allow-custom-rules", "--format", "json"];
  const { stdout } = await execa(process.execPath, [built, ...args], { cwd: at, reject: false });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] };
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([["custom/told", sep]]);
});
