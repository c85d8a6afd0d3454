// render --watch on real directories, with the file system's own events.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Io } from "../../renderer/cli/io.ts";
import { run } from "../../renderer/cli/program.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import { directoryWith } from "./command.ts";

const settings = (level: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  level: ${level}\n`;

const tree = {
  "base/kustomization.yaml": "resources:\n- settings.yaml\n",
  "base/settings.yaml": settings("info"),
  "a/kustomization.yaml": "resources:\n- ../base\nnamePrefix: a-\n",
  "b/kustomization.yaml": "resources:\n- own.yaml\n",
  "b/own.yaml": settings("own"),
};

interface Watching {
  readonly directory: string;
  readonly out: () => string;
  readonly err: () => string;
  /** Interrupts the command and gives its exit status. */
  readonly stop: () => Promise<number>;
}

function watching(...args: readonly string[]): Watching {
  const directory = directoryWith(tree);
  let [out, err] = ["", ""];
  let interrupt = (): void => undefined;
  const io: Io = {
    workingDirectory: directory,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    style: plainStyle,
    onInterrupt: (stop) => {
      interrupt = stop;
    },
  };
  const ended = run(["render", "--watch", ...args], io);
  return {
    directory,
    out: () => out,
    err: () => err,
    stop: () => {
      interrupt();
      return ended;
    },
  };
}

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

describe("render --watch", () => {
  test("writes what a changed file makes, in place of what stood there", async () => {
    const { directory, stop } = watching("a", "-o", "out.yaml");
    const output = (): string => readFileSync(join(directory, "out.yaml"), "utf8");
    await until(() => expect(output()).toContain("level: info"));
    writeFileSync(join(directory, "base/settings.yaml"), settings("debug"));
    await until(() => expect(output()).toContain("level: debug"));
    expect(await stop()).toBe(0);
  });

  test("sees a file that an editor replaces by another", async () => {
    const { directory, out, stop } = watching("a");
    await until(() => expect(out()).toContain("level: info"));
    writeFileSync(join(directory, "base/settings.yaml~"), settings("debug"));
    renameSync(join(directory, "base/settings.yaml~"), join(directory, "base/settings.yaml"));
    await until(() => expect(out()).toContain("level: debug"));
    expect(out()).toContain("---\n");
    await stop();
  });

  test("reports a file that vanishes, leaves the output alone and goes on when it is back", async () => {
    const { directory, err, stop } = watching("a", "-o", "out.yaml");
    const output = (): string => readFileSync(join(directory, "out.yaml"), "utf8");
    await until(() => expect(output()).toContain("level: info"));
    rmSync(join(directory, "base/settings.yaml"));
    await until(() => expect(err()).toContain("load/not-found"));
    expect(output()).toContain("level: info");
    writeFileSync(join(directory, "base/settings.yaml"), settings("again"));
    await until(() => expect(output()).toContain("level: again"));
    await stop();
  });

  test("builds only what the changed file is part of", async () => {
    const { directory, err, stop } = watching("a", "b", "--check");
    await until(() => expect(err()).toMatch(/^a: 1 object, \d+ ms\nb: 1 object, \d+ ms\n$/));
    writeFileSync(join(directory, "b/own.yaml"), settings("new"));
    await until(() => expect(err()).toMatch(/^a: .*\nb: .*\n(b: 1 object, \d+ ms\n)+$/));
    await stop();
  });

  test("sees a directory that is replaced", async () => {
    const { directory, out, err, stop } = watching("a");
    await until(() => expect(out()).toContain("level: info"));
    renameSync(join(directory, "base"), join(directory, "away"));
    await until(() => expect(err()).toContain("a: failed"));
    writeFileSync(join(directory, "away/settings.yaml"), settings("moved"));
    renameSync(join(directory, "away"), join(directory, "base"));
    await until(() => expect(out()).toContain("level: moved"));
    await stop();
  });
});
