/** The backup script, run against an HTTP server that answers as the API of EMQX does. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../base/components/backup/backup.sh", import.meta.url));
const run = promisify(execFile);
const node = "emqx@emqx-1.emqx-headless.emqx.svc.cluster.local";
const hasTools = await run("sh", ["-c", "command -v curl && command -v tar"]).then(
  () => true,
  () => false,
);

describe.skipIf(!hasTools)("backup.sh (needs sh, curl and tar)", () => {
  let server: Server;
  let directory: string;
  let requests: string[];
  let file: string;
  let archive: Buffer;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "emqx-backup-"));
    requests = [];
    file = "emqx-export-2026-03-01-02-17-00.123.tar.gz";
    // Two blocks of zeros are an archive without members.
    archive = gzipSync(Buffer.alloc(1024));
    server = createServer(answer);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });

  afterEach(async () => {
    await new Promise((closed) => server.close(closed));
    rmSync(directory, { recursive: true });
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "", "http://localhost");
    const login = Buffer.from(
      request.headers.authorization?.replace("Basic ", "") ?? "",
      "base64",
    ).toString();
    requests.push(`${request.method} ${url.pathname} ${url.searchParams.get("node") ?? ""}`.trim());
    if (login !== "backup:s3cret") {
      response.writeHead(401).end();
    } else if (request.method === "POST") {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ node, filename: file, created_at: "2026-03-01T02:17:00Z", size: 1 }));
    } else if (request.method === "DELETE") {
      response.writeHead(204).end();
    } else {
      response.writeHead(200).end(archive);
    }
  }

  function backup(secret = "s3cret"): Promise<{ readonly stdout: string }> {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    const API_URL = `http://127.0.0.1:${address.port}/api/v5`;
    const env = {
      ...process.env,
      API_URL,
      API_KEY: "backup",
      API_SECRET: secret,
      BACKUP_DIR: directory,
      KEEP: "2",
    };
    return run("sh", [script], { env });
  }

  it("exports, fetches from the node that has the file, and removes it there", async () => {
    await backup();
    expect(readdirSync(directory)).toEqual([file]);
    expect(requests).toEqual([
      "POST /api/v5/data/export",
      `GET /api/v5/data/files/${file} ${node}`,
      `DELETE /api/v5/data/files/${file} ${node}`,
    ]);
  });

  it("keeps the newest files and leaves others alone", async () => {
    for (const day of ["01", "02", "03"]) {
      writeFileSync(join(directory, `emqx-export-2026-02-${day}-02-17-00.000.tar.gz`), "");
    }
    writeFileSync(join(directory, "notes.txt"), "");
    await backup();
    expect(readdirSync(directory).sort()).toEqual([
      "emqx-export-2026-02-03-02-17-00.000.tar.gz",
      file,
      "notes.txt",
    ]);
  });

  it("fails without a trace of a backup when the key is refused", async () => {
    await expect(backup("wrong")).rejects.toMatchObject({ code: 22 });
    expect(readdirSync(directory)).toEqual([]);
  });

  it("neither keeps a broken archive under a good name nor deletes the only good copy", async () => {
    archive = Buffer.from("not an archive");
    await expect(backup()).rejects.toThrow();
    expect(readdirSync(directory)).toEqual([".partial"]);
    expect(requests.filter((request) => request.startsWith("DELETE"))).toEqual([]);
  });

  it("refuses a file name that leads out of its directory", async () => {
    file = "../emqx-export-evil.tar.gz";
    await expect(backup()).rejects.toMatchObject({
      stderr: expect.stringContaining("refusing the file name"),
    });
    expect(requests).toEqual(["POST /api/v5/data/export"]);
  });
});
