// Fetches one file over http(s). The renderer is synchronous, so the request is made by a child process of node.
import { tmpdir } from "node:os";
import { failure, type RemoteFailure } from "./failure.ts";
import { withoutCredentials } from "./repo-url.ts";
import type { RunCommand } from "./run-command.ts";

export interface Download {
  readonly kind: "file";
  readonly bytes: Uint8Array;
}

export interface DownloadLimits {
  readonly timeoutMs: number;
  readonly bytes: number;
  readonly redirects: number;
}

/** The number of redirects is Go's. */
export const defaultDownloadLimits: DownloadLimits = {
  timeoutMs: 27_000,
  bytes: 64 * 1024 * 1024,
  redirects: 10,
};

export interface Downloader {
  readonly run: RunCommand;
  readonly environment: Readonly<Record<string, string>>;
  readonly limits: DownloadLimits;
}

/** Source: kustomize api/internal/loader, httpClientGetContent: any status of 2xx is the file. */
export function download(url: string, { run, environment, limits }: Downloader): Download | RemoteFailure {
  const { outcome, stdout, reason } = run({
    program: process.execPath,
    args: ["--input-type=commonjs", "--eval", `(${request.toString()})()`],
    directory: tmpdir(),
    // Newer versions of node then go through the proxies of the environment, as Go does.
    environment: { ...withoutNodeOptions(environment), NODE_USE_ENV_PROXY: "1" },
    input: JSON.stringify({ url, ...limits } satisfies Request),
    timeoutMs: limits.timeoutMs + startMs,
    limitBytes: limits.bytes + headBytes,
  });
  const help = ignoresProxy(environment, process.versions.node) ? proxyHelp : "check the URL and the network";
  if (outcome !== "done") return failure(reason, help);
  const end = stdout.indexOf(lineBreak);
  const answer = JSON.parse(new TextDecoder().decode(stdout.subarray(0, end))) as Answer;
  if ("error" in answer) return failure(withoutCredentials(answer.error), help);
  if (answer.status >= 200 && answer.status <= 299) return { kind: "file", bytes: stdout.subarray(end + 1) };
  return failure(`the server answered with status ${answer.status}`, help);
}

const proxyHelp =
  "this version of node takes files past the proxy of the environment; node 24 uses it, and so does git for repositories";

/** Whether the environment names a proxy that `fetch` of this version of node does not know of. */
export function ignoresProxy(environment: Readonly<Record<string, string>>, version: string): boolean {
  const names = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"];
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const knows = major >= 24 || (major === 22 && minor >= 21);
  return !knows && names.some((name) => environment[name]);
}

interface Request extends DownloadLimits {
  readonly url: string;
}

type Answer = { readonly status: number } | { readonly error: string };

const lineBreak = 10;
/** What the start of the child process may take beyond the request. */
const startMs = 10_000;
/** Room for the line with the answer. */
const headBytes = 64 * 1024;

function withoutNodeOptions(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name !== "NODE_OPTIONS"));
}

// Runs in the child process, to which only its text is given: it can use nothing of this module. Prints a line with the
// answer and then the file.
function request(): void {
  const { readFileSync, writeSync } = process.getBuiltinModule("node:fs");
  const { url, timeoutMs, bytes, redirects }: Request = JSON.parse(readFileSync(0, "utf8"));
  const print = (part: Uint8Array): void => {
    for (let done = 0; done < part.length; ) {
      try {
        done += writeSync(1, part, done);
      } catch (thrown) {
        if ((thrown as { code?: string }).code !== "EAGAIN") throw thrown;
      }
    }
  };
  const answer = (head: Answer, body: readonly Uint8Array[] = []): void => {
    print(Buffer.from(`${JSON.stringify(head)}\n`));
    body.forEach(print);
  };
  const get = async (): Promise<void> => {
    const signal = AbortSignal.timeout(timeoutMs);
    let target = new URL(url);
    for (let hop = 0; hop <= redirects; hop++) {
      const headers: Record<string, string> = {};
      if (target.username || target.password) {
        const login = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
        headers["authorization"] = `Basic ${Buffer.from(login).toString("base64")}`;
        target.username = "";
        target.password = "";
      }
      const response = await fetch(target, { redirect: "manual", signal, headers });
      const location = response.headers.get("location");
      if (location && [301, 302, 303, 307, 308].includes(response.status)) {
        target = new URL(location, target);
        if (!/^https?:$/.test(target.protocol))
          return answer({ error: `it redirects to ${target.protocol}` });
        continue;
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > bytes) return answer({ error: `the file is larger than ${bytes} bytes` });
        chunks.push(chunk);
      }
      return answer({ status: response.status }, chunks);
    }
    answer({ error: `it redirects more than ${redirects} times` });
  };
  get().then(
    () => process.exit(0),
    (thrown: Error & { cause?: { message?: string; code?: string } }) => {
      const late = thrown.name === "TimeoutError" ? `it took longer than ${timeoutMs / 1000} s` : undefined;
      answer({ error: late ?? thrown.cause?.message ?? thrown.cause?.code ?? thrown.message });
      process.exit(0);
    },
  );
}
