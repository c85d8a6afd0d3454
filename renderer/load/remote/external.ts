// What a build may do beyond reading its tree: fetch what is remote and run helm and functions. A build without it
// (a library call, a test in memory) refuses all of that.
import { userInfo } from "node:os";
import type { Remote } from "./remote.ts";
import { type RunCommand, runCommand } from "./run-command.ts";

export interface External {
  readonly remote: Remote;
  readonly run: RunCommand;
  /** Environment of everything that is started. */
  readonly environment: Environment;
  /** `uid:gid` of the process, for containers that shall run as the current user. */
  readonly user: () => string;
  readonly helm: HelmOptions;
  readonly functions: FunctionOptions;
  /** Takes what a function says on stderr. */
  readonly log: (text: string) => void;
}

export type Environment = Readonly<Record<string, string>>;

export interface HelmOptions {
  /** `--helm-command`: name or path of the executable. */
  readonly command: string;
  /** `--helm-kube-version`; a chart's own `kubeVersion` comes first. */
  readonly kubeVersion: string;
  /** `--helm-api-versions`; a chart's own `apiVersions` come first. */
  readonly apiVersions: readonly string[];
  /** `--helm-debug` */
  readonly debug: boolean;
}

export const defaultHelmOptions: HelmOptions = {
  command: "helm",
  kubeVersion: "",
  apiVersions: [],
  debug: false,
};

export interface FunctionOptions {
  /** `--enable-alpha-plugins`: anything that is not built in. */
  readonly enabled: boolean;
  /** `--enable-exec`: executables of this machine. */
  readonly exec: boolean;
  /** `--network`: containers that ask for the network get it. */
  readonly network: boolean;
  /** `--mount`, as `docker run --mount` takes them, with `rw=true` for write access. */
  readonly mounts: readonly string[];
  /** `--env`: `NAME=value`, or `NAME` to pass on what the environment has. */
  readonly environment: readonly string[];
  /** `--as-current-user`: containers run as the current user and not as nobody. */
  readonly asCurrentUser: boolean;
}

export const defaultFunctionOptions: FunctionOptions = {
  enabled: false,
  exec: false,
  network: false,
  mounts: [],
  environment: [],
  asCurrentUser: false,
};

export interface ExternalOptions {
  readonly remote: Remote;
  readonly environment?: Environment;
  readonly helm?: Partial<HelmOptions>;
  readonly functions?: Partial<FunctionOptions>;
  readonly log?: (text: string) => void;
}

/** Gives a build the means of this machine. */
export function openExternal({
  remote,
  environment,
  helm,
  functions,
  log = () => undefined,
}: ExternalOptions): External {
  return {
    remote,
    run: runCommand,
    environment: environment ?? processEnvironment(),
    user: currentUser,
    helm: { ...defaultHelmOptions, ...helm },
    functions: { ...defaultFunctionOptions, ...functions },
    log,
  };
}

function currentUser(): string {
  const { uid, gid } = userInfo();
  return `${uid}:${gid}`;
}

/** Whether `GITOPS_OFFLINE` forbids the network, as --offline does. */
export function isOffline(environment: Environment): boolean {
  return !["", "0", "false", "no"].includes((environment["GITOPS_OFFLINE"] ?? "").toLowerCase());
}

/** The environment of this process. */
export function processEnvironment(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
