// Recognises the URLs by which a kustomization names a git repository and a directory in it.
// Source: kustomize api/internal/git/repospec.go, whose answers decide whether a path is local or remote.
import { posix } from "node:path";
import { parseGoDuration } from "./go-duration.ts";

export interface RepoUrl {
  /** As written. */
  readonly text: string;
  /** What `git fetch` is given: host and repository. */
  readonly cloneUrl: string;
  /** The directory of the kustomization in the repository; empty for its top. */
  readonly directory: string;
  /** Branch, tag or commit; empty for the default branch. */
  readonly ref: string;
  readonly timeoutMs: number;
  readonly submodules: boolean;
}

export interface NoRepoUrl {
  /** Why the text names no repository. */
  readonly error: string;
}

/** How long one git command may take when the URL does not say. */
const defaultTimeoutMs = 27_000;

/** Reads a URL; the error is the rule when the text is the path of a local file. */
export function parseRepoUrl(text: string): RepoUrl | NoRepoUrl {
  if (text.startsWith("/")) return { error: "it is an absolute path" };
  const question = text.indexOf("?");
  const location = question < 0 ? text : text.slice(0, question);
  const host = splitHost(location);
  if ("error" in host) return host;
  const path = splitPath(host.rest, host.host.startsWith(fileScheme));
  if ("error" in path) return path;
  return {
    text,
    cloneUrl: host.host + path.repository,
    directory: path.directory,
    ...parseQuery(question < 0 ? "" : text.slice(question + 1)),
  };
}

/** Whether kustomize would fetch a path as a single file. Source: kustomize api/internal/loader, IsRemoteFile */
export function isHttpUrl(path: string): boolean {
  return /^https?:/i.test(path) && !/^[^?#]*%(?![0-9a-f]{2})/i.test(path) && !hasControlCharacter(path);
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** Whether the obsolete `git::` stands in front, which kustomize drops with a warning. */
export function hasForcedGit(text: string): boolean {
  return /^git::/i.test(text);
}

const fileScheme = "file://";
const schemes = ["ssh://", "https://", "http://", fileScheme];

function splitHost(location: string): { readonly host: string; readonly rest: string } | NoRepoUrl {
  const text = hasForcedGit(location) ? location.slice("git::".length) : location;
  const scheme = schemes.find((prefix) => text.toLowerCase().startsWith(prefix)) ?? "";
  const afterScheme = text.slice(scheme.length);
  const user = /^[a-zA-Z][a-zA-Z0-9-]*@/.exec(afterScheme)?.[0] ?? "";
  const name = afterScheme.slice(user.length);
  const isGithub = /^github\.com[/:]/i.test(name);
  // `user@host:path`: no scheme, the path begins at a colon.
  const scpStyle = scheme === "" && (user !== "" || isGithub);
  if (scheme === "" && !scpStyle) return { error: "it has neither a scheme nor a user" };
  if (scheme === fileScheme) return { host: scheme, rest: afterScheme };
  const separator = pathSeparator(name, scpStyle);
  const host = separator < 0 ? name : name.slice(0, separator + 1);
  const rest = separator < 0 ? "" : name.slice(separator + 1);
  if (isGithub) {
    const overSsh = scheme === "ssh://" || user !== "";
    return { host: overSsh ? `${user}github.com:` : "https://github.com/", rest };
  }
  return host === "" ? { error: "it names no host" } : { host: scheme + user + host, rest };
}

function pathSeparator(name: string, scpStyle: boolean): number {
  const slash = name.indexOf("/");
  if (!scpStyle) return slash;
  const colon = name.indexOf(":");
  return slash < 0 || (colon > 0 && colon < slash) ? colon : slash;
}

function splitPath(
  path: string,
  isFile: boolean,
): { readonly repository: string; readonly directory: string } | NoRepoUrl {
  const parts = splitAtMarker(path) ?? splitByLength(path, isFile);
  if (!parts || parts[0] === "") return { error: "it names no repository" };
  const directory = parts[1].replace(/^\//, "");
  if (posix.normalize(directory).split("/")[0] === "..")
    return { error: "its path leads out of the repository" };
  return { repository: parts[0], directory };
}

// The repository's end is marked by `_git/name`, by a double slash or by `.git`, in this order of precedence.
function splitAtMarker(path: string): readonly [string, string] | undefined {
  const azure = path.indexOf("_git/");
  if (azure >= 0) {
    const end = path.indexOf("/", azure + "_git/".length);
    return end < 0 ? [path, ""] : [path.slice(0, end), path.slice(end + 1)];
  }
  const slashes = path.indexOf("//");
  if (slashes >= 0) return [path.slice(0, slashes), path.slice(slashes + 2)];
  const suffix = path.indexOf(".git");
  if (suffix < 0) return undefined;
  const end = suffix + ".git".length;
  return [path.slice(0, end), path.slice(end)];
}

// Without a marker, organisation and repository are two segments, as on GitHub; a file URL is all repository.
function splitByLength(path: string, isFile: boolean): readonly [string, string] | undefined {
  if (isFile) return [path, ""];
  const segments = path.split("/");
  if (segments.length < 2) return undefined;
  return [segments.slice(0, 2).join("/"), segments.slice(2).join("/")];
}

type Query = Pick<RepoUrl, "ref" | "timeoutMs" | "submodules">;

// A query that cannot be read, or a value that makes no sense, counts as absent.
function parseQuery(query: string): Query {
  const values = parseValues(query) ?? new Map<string, string>();
  const submodules = values.get("submodules") ?? "";
  return {
    ref: values.get("ref") || values.get("version") || "",
    timeoutMs: parseTimeout(values.get("timeout") ?? "") ?? defaultTimeoutMs,
    submodules: !goFalse.has(submodules),
  };
}

const goFalse: ReadonlySet<string> = new Set(["0", "f", "F", "FALSE", "false", "False"]);

function parseTimeout(text: string): number | undefined {
  const ms = /^[+]?\d+$/.test(text) ? Number(text) * 1000 : parseGoDuration(text);
  return ms !== undefined && ms > 0 ? ms : undefined;
}

/** The first value of each name; undefined when a part of the query is malformed. Source: Go's url.ParseQuery */
function parseValues(query: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  for (const part of query.split("&")) {
    if (part === "") continue;
    if (part.includes(";")) return undefined;
    const equals = part.indexOf("=");
    const name = unescapeQuery(equals < 0 ? part : part.slice(0, equals));
    const value = unescapeQuery(equals < 0 ? "" : part.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    if (!values.has(name)) values.set(name, value);
  }
  return values;
}

function unescapeQuery(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return undefined;
  }
}

/** A text without the passwords and tokens of the URLs in it: for messages and lock files. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/\b(https?:\/\/)[^\s/@'"]*@/gi, "$1")
    .replace(/\b(ssh:\/\/[^\s/@:'"]*):[^\s/@'"]*@/gi, "$1@");
}
