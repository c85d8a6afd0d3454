/** A real PostgreSQL, started by the scripts that the database's pod carries, with a stand-in for the image around them. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Container, one, type Workload } from "../tree/objects.ts";
import { type KubernetesObject, rendered } from "../tree/rendered.ts";
import {
  findProgram,
  freePorts,
  makeDirectories,
  type Owner,
  type Running,
  removeDirectory,
  scratchDirectory,
  start,
  stop,
  unprivileged,
  versions,
} from "./servers.ts";

const postgres = findProgram(...versions("/usr/lib/postgresql", "bin").map((bin) => join(bin, "postgres")));
export const postgresPrograms = postgres === undefined ? undefined : dirname(postgres);
export const postgis = versions("/usr/share/postgresql", "extension/postgis.control").find(
  (path) => spawnSync("test", ["-e", path]).status === 0,
);

/**
 * What the image's docker-entrypoint.sh is documented to do: an empty data directory is initialised and a server that listens on
 * its socket only runs the files of the init directory in order, .sql by psql stopping at the first error, .sh by sourcing;
 * a directory with PG_VERSION is left alone. Then it becomes the command. The socket is in a private place.
 */
const entrypoint = `#!/bin/sh
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  printf '%s' "$POSTGRES_PASSWORD" > "$SOCKETS/password"
  initdb --username="$POSTGRES_USER" --pwfile="$SOCKETS/password" --auth=trust --no-sync > /dev/null
  pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -k $SOCKETS" -w start > /dev/null
  createdb -h "$SOCKETS" -U "$POSTGRES_USER" "$POSTGRES_DB"
  for file in "$INITDB_D"/*; do
    case "$file" in
      *.sh) . "$file" ;;
      *.sql) psql -X -q -v ON_ERROR_STOP=1 -h "$SOCKETS" -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f "$file" ;;
    esac
  done
  pg_ctl -D "$PGDATA" -m fast -w stop > /dev/null
fi
exec "$@" -c listen_addresses=127.0.0.1 -k "$SOCKETS"
`;

export interface Postgres {
  /** Starts the container's command. */
  readonly run: () => Running;
  /** Ends it as the kubelet does (the image's stop signal is SIGINT), or at once. */
  readonly end: (running: Running, signal?: NodeJS.Signals) => Promise<void>;
  /** The exit code of one of the pod's exec probes. */
  readonly probe: (name: "startupProbe" | "readinessProbe" | "livenessProbe", more?: Environment) => number;
  /** Runs a statement over TCP, as the services connect. */
  readonly sql: (statement: string) => string;
  /** Runs a script of a ConfigMap with the client's environment. */
  readonly script: (text: string, more?: Environment) => SpawnSyncReturns<string>;
  readonly at: (...parts: readonly string[]) => string;
  readonly remove: () => void;
}

export type Environment = Readonly<Record<string, string>>;

/**
 * @param dir     an overlay of the broker, relative to the repository root
 * @param schema  the files that the Python image would hand over
 */
export async function preparePostgres(dir: string, schema: Environment): Promise<Postgres> {
  const objects = await rendered(dir);
  const { containers, initContainers } = one<Workload>(objects, "StatefulSet", "db").spec.template.spec;
  const container = containers[0];
  const handOver = initContainers?.[0];
  if (container === undefined || handOver === undefined) throw new Error("no container");

  const owner = unprivileged("postgres", "nobody");
  const directory = scratchDirectory(owner);
  const at = (...parts: readonly string[]): string => join(directory, ...parts);
  const folders = [
    "volume",
    "sockets",
    "bin",
    "initdb",
    "db-init",
    "image",
    "upgrade",
    "scripts",
    "backups",
    "tmp",
  ];
  makeDirectories(owner, ...folders.map((folder) => at(folder)));
  const write = (path: string, text: string): void => writeFileSync(path, text);
  write(at("bin", "docker-entrypoint.sh"), entrypoint);
  chmodSync(at("bin", "docker-entrypoint.sh"), 0o755);
  const files = one<KubernetesObject>(objects, "ConfigMap", "db-init")["data"] as Environment;
  for (const [name, text] of Object.entries(files)) write(at("db-init", name), text);
  for (const [name, text] of Object.entries(schema)) write(at("image", name), text);

  // The paths of the pod, moved below the scratch directory.
  const moved = (text: string): string =>
    text
      .replaceAll("/home/broker/db/init.d", at("image"))
      .replaceAll("/docker-entrypoint-initdb.d", at("initdb"))
      .replaceAll("/db-init/", `${at("db-init")}/`);
  const [port = 0] = await freePorts(1);
  const environment: Environment = {
    PATH: `${at("bin")}:${postgresPrograms}:${process.env["PATH"]}`,
    LC_ALL: "C",
    // The pod has the standard port to itself, the test has not.
    PGPORT: String(port),
    PGDATA: at("volume", "pgdata"),
    POSTGRES_DB: "broker",
    POSTGRES_USER: "iota",
    POSTGRES_PASSWORD: "secret",
    SCHEMA_VERSION: container.env?.find((entry) => entry.name === "SCHEMA_VERSION")?.value ?? "",
    INITDB_D: at("initdb"),
    SOCKETS: at("sockets"),
  };
  const client: Environment = {
    PGHOST: "127.0.0.1",
    PGUSER: "iota",
    PGDATABASE: "broker",
    PGPASSWORD: "secret",
  };

  const execute = (command: readonly string[], env: Environment, as?: Owner): SpawnSyncReturns<string> => {
    const [program = "", ...parameters] = command.map(moved);
    return spawnSync(program, parameters, { env, encoding: "utf8", timeout: 30_000, ...(as ?? {}) });
  };
  const commandOf = (part: Container): readonly string[] =>
    (part as unknown as { readonly command: readonly string[] }).command;
  const copied = execute(commandOf(handOver), environment, owner);
  if (copied.status !== 0) throw new Error(copied.stderr);

  return {
    run: () => {
      const [program = "", ...parameters] = commandOf(container).map(moved);
      return start(program, parameters, { env: environment, cwd: directory, ...(owner ?? {}) });
    },
    end: async (running, signal = "SIGINT") => {
      await stop(running, signal);
      if (signal !== "SIGKILL") return;
      // The server that runs during the initialisation has a process group of its own; in a pod it dies with the others.
      spawnSync("sh", ["-c", `kill -9 "$(head -n 1 "$PGDATA/postmaster.pid")"`], { env: environment });
      // A new pod brings an empty directory for sockets and their lock files.
      removeDirectory(at("sockets"));
      makeDirectories(owner, at("sockets"));
    },
    probe: (name, more = {}) => {
      const probes = container as unknown as Record<
        string,
        { readonly exec: { readonly command: readonly string[] } }
      >;
      return (
        execute(probes[name]?.exec.command ?? ["false"], { ...environment, ...more }, owner).status ?? -1
      );
    },
    sql: (statement) => {
      const result = execute(["psql", "-X", "-tAc", statement], { ...environment, ...client });
      if (result.status !== 0) throw new Error(result.stderr);
      return result.stdout.trim();
    },
    script: (text, more = {}) => {
      write(
        at("scripts", "script.sh"),
        text.replaceAll("/upgrade/", `${at("upgrade")}/`).replaceAll("/scripts/", `${at("scripts")}/`),
      );
      return execute(["sh", at("scripts", "script.sh")], { ...environment, ...client, ...more }, owner);
    },
    at,
    remove: () => removeDirectory(directory),
  };
}
