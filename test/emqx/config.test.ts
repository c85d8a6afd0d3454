// The table of configuration paths, and what EMQX makes of environment variables. The values in the tables below were
// observed with the schema modules of EMQX 5.8.9 and hocon 0.44.0.
import { describe, expect, test } from "vitest";
import { settingPath, variableName } from "../../renderer/validate/emqx/config/env-name.ts";
import { readEnvValue } from "../../renderer/validate/emqx/config/env-value.ts";
import { type ConfigNode, configRoot, lookUp } from "../../renderer/validate/emqx/config/paths.ts";
import { repaired } from "../../renderer/validate/emqx/config/repair.ts";
import { problemWith } from "../../renderer/validate/emqx/config/type.ts";

/** What is wrong with a variable of this value; undefined when EMQX accepts it. */
function problem(name: string, text: string): string | undefined {
  const found = lookUp(settingPath(name) ?? []);
  if (found.kind !== "known") throw new Error(`${name} is no setting`);
  const value = readEnvValue(text);
  if (value.kind === "object" || value.kind === "array" || value.kind === "unknown") return undefined;
  return problemWith(found.node.type, value);
}

describe("the value of a variable", () => {
  test.each([
    ["abc#123", "abc"],
    ["abc//123", "abc"],
    ["P@ss w0rd", "P@ssw0rd"],
    ["007", "7"],
    ["0123456789", "123456789"],
    ["secret\n", "secret"],
    ["abc+def/gh==", "abc+def/gh=="],
    ["p@ss:word", "p@ss:word"],
    ["pa$s", "pa$s"],
    ["a=b", "a=b"],
    ["a,b", "a,b"],
    ["1e10", "1e10"],
    ["12345678", "12345678"],
    ['"abc#123"', "abc#123"],
    ["'abc#1'", "'abc#1'"],
    ["emqx@h1,emqx@h2", "emqx@h1,emqx@h2"],
    ["0.0.0.0:1883", "0.0.0.0:1883"],
    ["https://kubernetes.default.svc:443", "https://kubernetes.default.svc:443"],
  ])("%j is read as %j", (text, expected) => {
    expect(readEnvValue(text)).toMatchObject({ text: expected });
  });

  test.each([
    ['["a","b"]', ["a", "b"]],
    ["[a,b]", ["a", "b"]],
  ])("%j is a list", (text, expected) => {
    const value = readEnvValue(text);
    expect(value.kind === "array" && value.items.map((item) => "text" in item && item.text)).toEqual(
      expected,
    );
  });
});

describe("types", () => {
  test.each([
    ["EMQX_LISTENERS__TCP__DEFAULT__BIND", "1883"],
    ["EMQX_LISTENERS__TCP__DEFAULT__BIND", ":1883"],
    ["EMQX_LISTENERS__TCP__DEFAULT__BIND", "0.0.0.0:1883"],
    ["EMQX_LISTENERS__TCP__DEFAULT__BIND", '"0.0.0.0:1883"'],
    ["EMQX_LISTENERS__TCP__DEFAULT__BIND", "[::]:1883"],
    ["EMQX_CLUSTER__AUTOHEAL", "true"],
    ["EMQX_CLUSTER__AUTOHEAL", '"false"'],
    ["EMQX_CLUSTER__AUTOCLEAN", "2h"],
    ["EMQX_CLUSTER__AUTOCLEAN", "1d"],
    ["EMQX_CLUSTER__AUTOCLEAN", "1h30m"],
    ["EMQX_CLUSTER__AUTOCLEAN", "60000"],
    ["EMQX_MQTT__MAX_PACKET_SIZE", "1MB"],
    ["EMQX_MQTT__MAX_PACKET_SIZE", "100KB"],
    ["EMQX_MQTT__MAX_PACKET_SIZE", "1048576"],
    ["EMQX_LOG__CONSOLE__LEVEL", "warning"],
    ["EMQX_CLUSTER__STATIC__SEEDS", "a@h,b@h"],
    ["EMQX_MQTT__MAX_INFLIGHT", "32"],
    ["EMQX_LISTENERS__SSL__DEFAULT__SSL_OPTIONS__CIPHERS", "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256"],
    ["EMQX_GATEWAY__STOMP__AUTHENTICATION__MECHANISM", "password_based"],
  ])("%s=%s is accepted", (name, text) => {
    expect(problem(name, text)).toBeUndefined();
  });

  test.each([
    ["EMQX_LISTENERS__TCP__DEFAULT__BIND", "tcp://10.0.0.1:1883", "a port"],
    ["EMQX_CLUSTER__AUTOHEAL", "on", "true or false"],
    ["EMQX_CLUSTER__AUTOHEAL", "1", "true or false"],
    ["EMQX_CLUSTER__AUTOHEAL", "FALSE", "true or false"],
    ["EMQX_CLUSTER__DNS__RECORD_TYPE", "SRV", "one of a, aaaa, srv"],
    ["EMQX_LOG__CONSOLE__LEVEL", "warn", "one of debug"],
    ["EMQX_CLUSTER__DISCOVERY_STRATEGY", "mcast", "one of manual"],
    ["EMQX_MQTT__MAX_PACKET_SIZE", "1Mi", "a size"],
    ["EMQX_NODE__COOKIE", "12.50", "a string"],
    ["EMQX_NODE__COOKIE", "true", "a string"],
    ["EMQX_LISTENERS__SSL__DEFAULT__SSL_OPTIONS__VERSIONS", "tlsv1.2,tlsv1.3", "a list"],
    ["EMQX_DASHBOARD__LISTENERS__HTTP", "18083", "a group"],
    ["EMQX_NODE__MAX_PORTS", "100", "from 1024 to 134217727"],
  ])("%s=%s is refused", (name, text, expected) => {
    expect(problem(name, text)).toContain(expected);
  });
});

describe("repairs", () => {
  test.each([
    ["EMQX_CLUSTER__AUTOHEAL", "on", "true"],
    ["EMQX_CLUSTER__AUTOHEAL", "FALSE", "false"],
    ["EMQX_CLUSTER__DNS__RECORD_TYPE", "SRV", "srv"],
    ["EMQX_MQTT__MAX_PACKET_SIZE", "1Mi", "1MB"],
  ])("%s=%s was meant as %s", (name, text, expected) => {
    const found = lookUp(settingPath(name) ?? []);
    if (found.kind !== "known") throw new Error(`${name} is no setting`);
    expect(repaired(found.node.type, text)).toBe(expected);
    expect(problem(name, expected)).toBeUndefined();
  });

  test.each([
    ["EMQX_CLUSTER__AUTOHEAL", "1"],
    ["EMQX_LOG__CONSOLE__LEVEL", "warn"],
    ["EMQX_NODE__MAX_PORTS", "100"],
  ])("%s=%s is not guessed", (name, text) => {
    const found = lookUp(settingPath(name) ?? []);
    expect(found.kind === "known" && repaired(found.node.type, text)).toBeUndefined();
  });
});

describe("paths", () => {
  test("a variable's name leads to the path and back", () => {
    expect(settingPath("EMQX_LISTENERS__TCP__MyTcp__BIND")).toEqual(["listeners", "tcp", "mytcp", "bind"]);
    expect(variableName(["node", "cookie"])).toBe("EMQX_NODE__COOKIE");
  });

  test.each(["EMQX_NAME", "EMQX_HOST", "EMQX_LOG__TO", "POD_NAME"])("%s is no setting", (name) => {
    expect(settingPath(name)).toBeUndefined();
  });

  test("an alias leads to the name of the table", () => {
    expect(lookUp(["listeners", "tcp", "x", "enabled"])).toMatchObject({
      kind: "known",
      path: ["listeners", "tcp", "x", "enable"],
    });
    expect(lookUp(["node", "db_role"])).toMatchObject({ path: ["node", "role"] });
  });

  test("a name that is not there is known with its place and what may stand there", () => {
    const found = lookUp(["listeners", "tcp", "default", "max_connection"]);
    expect(found).toMatchObject({ kind: "unknown", index: 3 });
    expect(found.kind === "unknown" && [...found.siblings.keys()]).toContain("max_connections");
    expect(lookUp(["dashboard", "listeners", "https", "certfile"]).kind).toBe("unknown");
    expect(lookUp(["allow_anonymous"])).toMatchObject({ kind: "unknown", index: 0 });
  });

  test("listeners have the authentication of the root", () => {
    expect(lookUp(["listeners", "tcp", "default", "authentication", "1", "backend"]).kind).toBe("known");
  });

  test.each(["connectors.http.x.y", "actions.mqtt.a.b", "dashboard.sso.ldap.server"])(
    "%s is left alone",
    (path) => {
      expect(lookUp(path.split(".")).kind).toBe("unchecked");
    },
  );

  test("every type of the table is understood", () => {
    const kinds = new Set<string>();
    const visit = (node: ConfigNode): void => {
      for (const kind of [...node.type.kinds, ...(node.type.elements?.kinds ?? [])]) kinds.add(kind);
      if (!node.name.startsWith("authentication")) for (const child of node.children.values()) visit(child);
    };
    visit(configRoot());
    expect([...kinds].toSorted()).toEqual(
      "any bind boolean duration enum integer list map number percent secret size struct text".split(" "),
    );
  });
});
