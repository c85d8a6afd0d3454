// The flags that let a build do more than read its tree. Names and values are kustomize's, but for --offline.
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Collector } from "../diagnostics/collector.ts";
import { type Environment, type External, processEnvironment } from "../load/remote/external.ts";
import { repositoryOf } from "../load/remote/open.ts";
import { openExternalFor } from "../load/remote/open-external.ts";
import type { Io } from "./io.ts";

export interface ExternalFlags {
  /** Directory for what is fetched and for finished builds. */
  readonly cache?: string;
  readonly offline: boolean;
  readonly enableAlphaPlugins: boolean;
  readonly enableExec: boolean;
  readonly network: boolean;
  readonly mount: readonly string[];
  readonly env: readonly string[];
  readonly asCurrentUser: boolean;
  readonly helmCommand: string;
  readonly helmKubeVersion: string;
  readonly helmApiVersions: readonly string[];
  readonly helmDebug: boolean;
}

const repeated = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export function withExternalOptions(command: Command): Command {
  return command
    .option(
      "--offline",
      "never use the network, as with GITOPS_OFFLINE=1: what is remote has to be locked and in the cache",
      false,
    )
    .option(
      "--cache <directory>",
      "keep finished builds and validations, and what is fetched, here (default: what is fetched alone, in $GITOPS_CACHE)",
    )
    .option("--helm-command <path>", "the helm executable", "helm")
    .option("--helm-kube-version <version>", "Kubernetes version that charts are told", "")
    .option("--helm-api-versions <version>", "API version that charts are told of (repeatable)", repeated, [])
    .option("--helm-debug", "pass --debug to helm", false)
    .option("--enable-alpha-plugins", "allow generators and transformers that are not built in", false)
    .option("--enable-exec", "allow functions that are executables; only for trees you trust", false)
    .option("--network", "give the network to functions that ask for it", false)
    .option("--network-name <name>", "accepted, and without effect as in kustomize")
    .option(
      "--mount <mount>",
      "mount a directory into functions, as for docker run (repeatable)",
      repeated,
      [],
    )
    .option(
      "-e, --env <entry>",
      "NAME=value, or NAME, for the environment of functions (repeatable)",
      repeated,
      [],
    )
    .option("--as-current-user", "run the containers of functions as the current user", false);
}

/** What an argument names: a URL as it stands, a directory as an absolute path. */
export function targetOf(argument: string, io: Io): string {
  return repositoryOf(argument) ? argument : resolve(io.workingDirectory, argument);
}

const environments = new WeakMap<Io, Environment>();

/** The environment of a run, copied once for all of its builds: Node asks the system for each variable. */
function environmentOf(io: Io): Environment {
  const environment = environments.get(io) ?? processEnvironment();
  environments.set(io, environment);
  return environment;
}

export function externalFor(
  target: string,
  flags: ExternalFlags,
  io: Io,
  collector: Collector,
  display: (path: string) => string,
): External {
  return openExternalFor(
    repositoryOf(target) ? undefined : target,
    {
      environment: environmentOf(io),
      offline: flags.offline,
      ...(flags.cache === undefined ? {} : { cacheDirectory: resolve(io.workingDirectory, flags.cache) }),
      helm: {
        command: flags.helmCommand,
        kubeVersion: flags.helmKubeVersion,
        apiVersions: flags.helmApiVersions,
        debug: flags.helmDebug,
      },
      functions: {
        enabled: flags.enableAlphaPlugins,
        exec: flags.enableExec,
        network: flags.network,
        mounts: flags.mount,
        environment: flags.env,
        asCurrentUser: flags.asCurrentUser,
      },
      log: io.err,
      display,
    },
    collector,
  );
}
