/** The small scripts that the pods carry, run as the pods run them. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { one } from "../tree/objects.ts";
import { type KubernetesObject, rendered } from "../tree/rendered.ts";
import { findProgram, freePorts, removeDirectory, scratchDirectory, start, until } from "./servers.ts";

const python = findProgram("python3");
// The reason for the skip: the script is Python, which is in the image but not on every machine.
if (python === undefined)
  process.stderr.write("skipped part of test/servers/scripts.test.ts: install python3\n");

let directory: string;
beforeAll(() => {
  directory = scratchDirectory();
});
afterAll(() => removeDirectory(directory));

const script = async (map: string, file: string): Promise<string> => {
  const data = one<KubernetesObject>(await rendered("base/broker"), "ConfigMap", map)["data"];
  const path = join(directory, file);
  writeFileSync(path, (data as Readonly<Record<string, string>>)[file] ?? "");
  return path;
};

describe.skipIf(python === undefined)("wait.py", () => {
  it("goes on as soon as the port answers", async () => {
    const path = await script("wait", "wait.py");
    const [port = 0] = await freePorts(1);
    const waiting = start(python ?? "", [path, `127.0.0.1:${port}`], {});
    const server = createServer((socket) => socket.end()).listen(port, "127.0.0.1");
    await until(() => waiting.process.exitCode !== null, waiting.output, 15_000);
    server.close();
    expect(waiting.process.exitCode).toBe(0);
    expect(waiting.output()).toBe(`127.0.0.1:${port} answers\n`);
  });

  it("gives up with the reason when nothing ever answers", async () => {
    const path = await script("wait", "wait.py");
    const [port = 0] = await freePorts(1);
    const result = spawnSync(python ?? "", [path, `127.0.0.1:${port}`, "1"], {
      encoding: "utf8",
      timeout: 15_000,
    });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain(`127.0.0.1:${port} does not answer`);
  });
});

describe("bootstrap-user.sh", () => {
  /** A stand-in for the broker's command line: it lists USERS and notes what else it is asked. */
  const standIn = `#!/bin/sh
case "$*" in
  '-m broker-cli users ls') echo "$USERS" ;;
  *) printf '%s\\n' "$*" >> "$NOTES" ;;
esac
`;
  const run = async (users: string): Promise<string> => {
    const path = await script("api-bootstrap-user", "bootstrap-user.sh");
    writeFileSync(join(directory, "python"), standIn, { mode: 0o755 });
    const notes = join(directory, "notes");
    writeFileSync(notes, "");
    const environment = {
      PATH: `${directory}:${process.env["PATH"]}`,
      USERS: users,
      NOTES: notes,
      API_ADMIN_USER: "admin",
      API_ADMIN_PASSWORD: "with 'quotes' and blanks",
    };
    const result = spawnSync("sh", [path], { env: environment, encoding: "utf8" });
    expect(result.status).toBe(0);
    return readFileSync(notes, "utf8");
  };

  it("creates the first user, who may write", async () => {
    expect(await run("[]")).toBe("-m broker-cli users add -u admin -p with 'quotes' and blanks -a\n");
  });

  it("leaves a user alone who exists already", async () => {
    expect(await run("['someone', 'admin']")).toBe("");
  });

  it("does not take a longer name for the user", async () => {
    expect(await run("['administrator']")).toContain("users add -u admin ");
  });
});
