// An http server for the tests, in a process of its own because what it serves is fetched synchronously.
//
//   node server.mjs DIRECTORY
//
// Prints its port. /git/… are the bare repositories of the directory, /private/… the same behind a login that nobody
// has, everything else its files. Each request is a line of DIRECTORY/requests.log.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const root = process.argv[2];

const server = createServer((request, response) => {
  appendFileSync(join(root, "requests.log"), `${request.method} ${request.url}\n`);
  const { pathname, search } = new URL(request.url, "http://localhost");
  const end = (status, headers = {}, body = "") => {
    response.writeHead(status, headers);
    response.end(body);
  };
  if (pathname.startsWith("/private/")) return end(401, { "www-authenticate": 'Basic realm="private"' });
  if (pathname.startsWith("/git/") && (search.includes("service=") || request.method === "POST")) {
    return serveGit(request, response, pathname.slice("/git".length), search.slice(1));
  }
  const redirects = /^\/redirect\/(\d+)$/.exec(pathname);
  if (redirects) {
    const left = Number(redirects[1]);
    return end(302, { location: left > 1 ? `/redirect/${left - 1}` : "/file.yaml" });
  }
  if (pathname === "/redirect/file") return end(302, { location: "file:///etc/hostname" });
  if (pathname.startsWith("/silent/")) return undefined; // never answers
  const path = join(root, pathname);
  if (pathname.includes("..") || !existsSync(path) || !statSync(path).isFile())
    return end(404, {}, "nothing here");
  return end(200, {}, readFileSync(path));
});

function serveGit(request, response, path, query) {
  const backend = spawn("git", ["http-backend"], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_PROTOCOL: request.headers["git-protocol"] ?? "",
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(backend.stdin);
  const chunks = [];
  backend.stdout.on("data", (chunk) => chunks.push(chunk));
  backend.on("close", () => {
    const output = Buffer.concat(chunks);
    const body = output.indexOf("\r\n\r\n");
    const headers = Object.fromEntries(
      output
        .subarray(0, body)
        .toString()
        .split("\r\n")
        .map((line) => line.split(/:\s*/, 2)),
    );
    const { Status: status = "200", ...others } = headers;
    response.writeHead(Number.parseInt(status, 10), others);
    response.end(output.subarray(body + 4));
  });
}

server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
