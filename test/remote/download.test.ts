// Single files over http.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Of } from "../../renderer/load/remote/cache.ts";
import {
  type DownloadLimits,
  defaultDownloadLimits,
  download,
  ignoresProxy,
} from "../../renderer/load/remote/download.ts";
import { processEnvironment } from "../../renderer/load/remote/external.ts";
import { openRemote } from "../../renderer/load/remote/remote.ts";
import { runCommand } from "../../renderer/load/remote/run-command.ts";
import { elsewhere, gitEnvironment } from "./elsewhere.ts";

const away = elsewhere();
afterAll(() => away.remove());

let base = "";
beforeAll(async () => {
  away.write({ "file.yaml": "a: é\n", "big.yaml": "x".repeat(300_000) });
  base = await away.serve();
});

function got(path: string, limits: Partial<DownloadLimits> = {}): string {
  const result = download(`${base}${path}`, {
    run: runCommand,
    environment: processEnvironment(),
    limits: { ...defaultDownloadLimits, ...limits },
  });
  return result.kind === "file" ? `file ${new TextDecoder().decode(result.bytes)}` : result.reason;
}

describe("a file over http", () => {
  test("comes byte for byte", () => {
    expect(got("/file.yaml")).toBe("file a: é\n");
  });

  test("may be large", () => {
    expect(got("/big.yaml")).toHaveLength(300_005);
  });

  test("is found through redirects", () => {
    expect(got("/redirect/10")).toBe("file a: é\n");
  });

  test("is not followed for ever", () => {
    expect(got("/redirect/11")).toBe("it redirects more than 10 times");
  });

  test("is never a file of this machine", () => {
    expect(got("/redirect/file")).toBe("it redirects to file:");
  });

  test("needs a status of 2xx", () => {
    expect(got("/none.yaml")).toBe("the server answered with status 404");
  });

  test("may not be larger than the limit", () => {
    expect(got("/big.yaml", { bytes: 100 })).toBe("the file is larger than 100 bytes");
  });

  test("has to come in time", () => {
    expect(got("/silent/file", { timeoutMs: 200 })).toBe("it took longer than 0.2 s");
  });

  test("needs a server", () => {
    const closed = download("http://127.0.0.1:65535/file.yaml", {
      run: runCommand,
      environment: {},
      limits: defaultDownloadLimits,
    });
    expect(closed.kind === "failure" && closed.reason).toContain("ECONNREFUSED");
  });
});

// NODE_USE_ENV_PROXY is of node 24.0 and 22.21: https://nodejs.org/api/cli.html#node_use_env_proxy1
test.each([
  [{ HTTPS_PROXY: "http://p:1" }, "20.20.2", true],
  [{ https_proxy: "http://p:1" }, "22.20.0", true],
  [{ https_proxy: "http://p:1" }, "22.21.0", false],
  [{ https_proxy: "http://p:1" }, "24.0.0", false],
  [{ https_proxy: "" }, "20.20.2", false],
])("with %j, node %s says that it ignores the proxy: %s", (environment, version, ignored) => {
  expect(ignoresProxy(environment, version)).toBe(ignored);
});

describe("a locked file", () => {
  const lockedTo = (content: string): { repositories: []; files: { url: string; sha256: string }[] } => ({
    repositories: [],
    files: [{ url: `${base}/file.yaml`, sha256: sha256Of(content) }],
  });
  const open = (cache: string, content: string, offline = false): ReturnType<typeof openRemote> =>
    openRemote({
      cacheDirectory: `${away.root}/${cache}`,
      environment: gitEnvironment,
      lock: lockedTo(content),
      offline,
    });

  test("is fetched once and then comes from the cache, offline as well", () => {
    open("cache", "a: é\n").download(`${base}/file.yaml`);
    away.requests();
    const again = open("cache", "a: é\n", true).download(`${base}/file.yaml`);
    expect(again.kind).toBe("file");
    expect(away.requests()).toEqual([]);
  });

  test("is refused when it changed", () => {
    const changed = open("other", "a: something else\n").download(`${base}/file.yaml`);
    expect(changed.kind === "failure" && changed.reason).toBe(
      "the file is not the one that gitops.lock names",
    );
  });

  test("is refused offline when it is not in the cache", () => {
    away.requests();
    const refused = open("empty", "a: é\n", true).download(`${base}/file.yaml`);
    expect(refused.kind).toBe("failure");
    expect(away.requests()).toEqual([]);
  });
});

test("a file that nothing locks is fetched by each build", () => {
  const fetchIt = (): unknown =>
    openRemote({ cacheDirectory: `${away.root}/unlocked`, environment: gitEnvironment }).download(
      `${base}/file.yaml`,
    );
  fetchIt();
  away.requests();
  fetchIt();
  expect(away.requests()).toEqual(["GET /file.yaml"]);
});
