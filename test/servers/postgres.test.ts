/** The database's start, probes, migration and backup, as rendered, on a real PostgreSQL with PostGIS and a stand-in schema. */
import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { one } from "../tree/objects.ts";
import { type KubernetesObject, rendered } from "../tree/rendered.ts";
import { type Environment, type Postgres, postgis, postgresPrograms, preparePostgres } from "./postgres.ts";
import { isSkipped, type Running, until } from "./servers.ts";

const overlay = "overlays/prod/broker";
const missing = [
  ...(postgresPrograms === undefined ? ["postgresql"] : []),
  ...(postgis === undefined ? ["postgresql-15-postgis-3"] : []),
];
const skipped = isSkipped("test/servers/postgres.test.ts", missing);

/** Of the same make as the broker's schema: an unguarded extension, tables, and the version in the last statement. */
const schema = (pause: number): string => `
create extension postgis;
select pg_sleep(${pause});
create table sources (source_name text primary key);
create table physical_devices (uid int primary key, source_name text references sources, location geometry('POINT', 4283));
create table version (version integer not null);
insert into sources values ('ttn'), ('wombat');
insert into version values (2);
`;

const data = async (name: string): Promise<Environment> =>
  one<KubernetesObject>(await rendered(overlay), "ConfigMap", name)["data"] as Environment;

describe.skipIf(skipped)("the database's first start", () => {
  let database: Postgres;
  let running: Running;
  beforeAll(async () => {
    database = await preparePostgres(overlay, { "init_db.sql": schema(3) });
  });
  afterAll(async () => {
    await database?.end(running, "SIGKILL");
    database?.remove();
  });

  it("is not taken for started while the schema is being made, is begun again when it is cut short, and becomes ready", async () => {
    running = database.run();
    await until(
      () => readdirSync(database.at("sockets")).some((name) => name.endsWith(".lock")),
      running.output,
    );
    expect(database.probe("startupProbe")).not.toBe(0);
    expect(existsSync(database.at("volume", ".initialising"))).toBe(true);
    // The node dies: no process gets the chance to tidy up.
    await database.end(running, "SIGKILL");

    running = database.run();
    await until(() => database.probe("startupProbe") === 0, running.output);
    expect(running.output()).toContain("the first start did not finish");
    expect(database.probe("readinessProbe")).toBe(0);
    expect(database.probe("livenessProbe")).toBe(0);
    expect(database.sql("select count(*) from sources")).toBe("2");
    expect(readdirSync(database.at("volume"))).toEqual(["pgdata"]);
  });

  it("is the only one: later starts keep the data", async () => {
    database.sql("insert into sources values ('kept')");
    await database.end(running);
    running = database.run();
    await until(() => database.probe("readinessProbe") === 0, running.output);
    expect(database.sql("select count(*) from sources")).toBe("3");
  });

  it("is probed at the pod itself, wherever PGHOST points", () => {
    expect(database.probe("readinessProbe", { PGHOST: "db.invalid" })).toBe(0);
  });
});

describe.skipIf(skipped)("a database with an older schema", () => {
  let database: Postgres;
  let running: Running;
  const upgrade = (files: Environment): void => {
    for (const file of readdirSync(database.at("upgrade"))) rmSync(database.at("upgrade", file));
    for (const [name, text] of Object.entries(files)) writeFileSync(database.at("upgrade", name), text);
  };
  const migrate = async (): Promise<{ readonly status: number | null; readonly text: string }> => {
    const files = await data("db-migrate");
    writeFileSync(database.at("scripts", "sources.sql"), files["sources.sql"] ?? "");
    const result = database.script(files["migrate.sh"] ?? "");
    return { status: result.status, text: result.stdout + result.stderr };
  };
  const first =
    "alter table physical_devices add column one int; create table version (version int); insert into version values (1);";
  const second =
    "alter table physical_devices add column two int; truncate version; insert into version values (2);";

  beforeAll(async () => {
    const unversioned = schema(0).replace(/.*version.*\n/g, "");
    database = await preparePostgres(overlay, { "init_db.sql": unversioned });
    running = database.run();
    await until(() => database.probe("startupProbe") === 0, running.output);
  });
  afterAll(async () => {
    await database?.end(running, "SIGKILL");
    database?.remove();
  });
  afterEach(() => upgrade({}));

  it("runs but is not ready, so that no service talks to it", () => {
    expect(database.probe("livenessProbe")).toBe(0);
    expect(database.probe("readinessProbe")).not.toBe(0);
  });

  it("keeps its version when an upgrade file fails half-way", async () => {
    upgrade({ "001.sql": first, "002.sql": `${second} select 1/0;` });
    const { status, text } = await migrate();
    expect(status).not.toBe(0);
    expect(text).toContain("division by zero");
    expect(database.sql("select max(version) from version")).toBe("1");
    expect(database.sql("select count(*) from information_schema.columns where column_name = 'two'")).toBe(
      "0",
    );
    expect(database.probe("readinessProbe")).not.toBe(0);
  });

  it("gets only the files above its version, in order, and is then ready", async () => {
    upgrade({ "001.sql": "select 1/0;", "002.sql": second });
    expect(await migrate()).toMatchObject({ status: 0 });
    expect(database.sql("select max(version) from version")).toBe("2");
    expect(database.probe("readinessProbe")).toBe(0);
  });

  it("knows the sources that no upgrade file adds", () => {
    const known = database.sql("select source_name from sources order by 1").split("\n");
    expect(known).toEqual(["axistech", "dragino_json", "ict_mqtt", "ttn", "wombat"]);
  });

  it("may be migrated again without effect", async () => {
    upgrade({ "001.sql": "select 1/0;", "002.sql": "select 1/0;" });
    const { status, text } = await migrate();
    expect(text).toBe("database is at version 2\ndatabase is at version 2, as expected\n");
    expect(status).toBe(0);
  });

  it("refuses a file that does not do what its number says", async () => {
    upgrade({ "003.sql": "select 1;" });
    const { status, text } = await migrate();
    expect(status).toBe(1);
    expect(text).toContain("003.sql left version 2");
  });

  it("is dumped into a file that holds the devices, and old dumps go after a good one only", async () => {
    const backup = (await data("db-backup"))["backup.sh"] ?? "";
    const directory = database.at("backups");
    const old = database.at("backups", "20200101T000000Z.dump");
    writeFileSync(old, "old");
    utimesSync(old, new Date("2020-01-01"), new Date("2020-01-01"));
    // A database without the broker's tables must not push a good dump out.
    expect(database.script(backup, { BACKUPS: directory, PGDATABASE: "postgres" }).status).toBe(1);
    expect(existsSync(old)).toBe(true);

    const good = database.script(backup, { BACKUPS: directory });
    expect(good.stderr).toBe("");
    expect(good.status).toBe(0);
    expect(existsSync(old)).toBe(false);
    expect(readdirSync(directory).filter((name) => /^\d{8}T\d{6}Z\.dump$/.test(name))).toHaveLength(1);
    expect(readdirSync(directory)).not.toContain(".part");

    const [dump = ""] = readdirSync(directory);
    const restored = database.script(`dropdb --force "$PGDATABASE" && createdb "$PGDATABASE" &&
      pg_restore -d "$PGDATABASE" --no-owner --exit-on-error '${join(directory, dump)}'`);
    expect(restored.stderr).toBe("");
    expect(database.probe("readinessProbe")).toBe(0);
    expect(database.sql("select count(*) from sources")).toBe("5");
  });
});
