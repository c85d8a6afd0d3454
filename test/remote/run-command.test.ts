// How a command ends.
import { describe, expect, test } from "vitest";
import { type Command, runCommand } from "../../renderer/load/remote/run-command.ts";

function shell(script: string, more: Partial<Command> = {}): string {
  const environment = { PATH: process.env["PATH"] ?? "" };
  const { outcome, stdout, reason } = runCommand({
    program: "sh",
    args: ["-c", script],
    directory: "/",
    environment,
    ...more,
  });
  return [outcome, new TextDecoder().decode(stdout).trim(), reason].join("|");
}

describe("a command", () => {
  test("is done when it ends with 0", () => {
    expect(shell("echo out; echo err >&2")).toBe("done|out|");
  });

  test("need not read its input", () => {
    expect(shell("exec 0<&-; sleep 0.05; echo out", { input: "x".repeat(5_000_000) })).toBe("done|out|");
  });

  test("that fails is not excused by input that it did not read", () => {
    expect(shell("exit 3", { input: "x".repeat(5_000_000) })).toBe("failed||it ended with status 3");
  });

  test("sees the environment that it is given and no other", () => {
    process.env["GITOPS_TEST_LEAK"] = "leaked";
    expect(
      shell('echo "$GITOPS_TEST_LEAK$GIVEN"', {
        environment: { PATH: process.env["PATH"] ?? "", GIVEN: "given" },
      }),
    ).toBe("done|given|");
    delete process.env["GITOPS_TEST_LEAK"];
  });

  test("is stopped at its limits", () => {
    expect(shell("exec sleep 10", { timeoutMs: 100 })).toBe("stopped||it took longer than 0.1 s");
    expect(shell("yes", { limitBytes: 1000 })).toMatch(/^stopped\|[^|]*\|it printed more than is ever read$/);
  });

  test("may be missing", () => {
    expect(shell("", { program: "/nonexistent/x" })).toBe("missing||there is no /nonexistent/x");
  });

  test("may not be executable", () => {
    expect(shell("", { program: "/etc/passwd" })).toBe("failed||it cannot be started: EACCES");
  });
});
