// gitops validate --watch on a real directory, with the file system's own events.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { run } from "../../renderer/cli/program.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import { directoryWith, gitops } from "../cli/command.ts";
import { code, policy, service, tree } from "./trees.ts";

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

test("validates again what changes, policies included, until it is interrupted", async () => {
  const directory = directoryWith(tree());
  let [out, rounds] = ["", 0];
  let interrupt = (): void => undefined;
  const ended = run(["validate", "--watch", "--rule", code, "overlays/prod"], {
    workingDirectory: directory,
    out: (text) => {
      out = text;
    },
    err: (text) => {
      if (text.includes("waiting for changes")) rounds++;
    },
    style: plainStyle,
    onInterrupt: (stop) => {
      interrupt = stop;
    },
  });
  await until(() => expect(rounds).toBe(1));
  expect(out).toContain("base/service.yaml:7:5");

  const change = async (name: string, text: string, wanted: string): Promise<void> => {
    writeFileSync(join(directory, name), text);
    await until(() => expect(out).toContain(wanted));
  };
  await change("base/service.yaml", `# moved\n${service()}`, "base/service.yaml:8:5");
  await change("overlays/prod/policy.yaml", policy(`rules:\n  ${code}: off`), "2 objects, clean");
  rmSync(join(directory, "overlays/prod/policy.yaml"));
  await until(() => expect(out).toContain("1 error"));
  await change("base/service.yaml", "kind: [", "cannot be rendered");
  await change("base/service.yaml", service("again").replace("nobody", "other"), "app=other");

  interrupt();
  expect(await ended).toBe(0);
});

test("does not go together with --fix", async () => {
  const { exit, err } = await gitops(directoryWith(tree()), "validate", "--watch", "--fix");
  expect(err).toContain("--watch and --fix do not go together");
  expect(exit).toBe(64);
});
