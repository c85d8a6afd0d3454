/** The script that fills the dev environment with secrets, run against a kubectl that only remembers. */
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { podTemplates, secretReferences } from "./objects.ts";
import { rendered } from "./rendered.ts";

const script = fileURLToPath(new URL("../../overlays/dev/secrets.sh", import.meta.url));
const run = promisify(execFile);

// What exists is a file in $STATE: namespace.<name> holds the label, <namespace>.<name> a created Secret.
const kubectl = `#!/bin/sh
echo "$*" >>"$STATE/calls.log"
case "$*" in
  *"get namespace"*"jsonpath"*) cat "$STATE/namespace.$5" 2>/dev/null; exit 0 ;;
  *"get namespace"*) [ ! -e "$STATE/namespace.$5" ] || echo "namespace/$5"; exit 0 ;;
  *"create namespace"*) : >"$STATE/namespace.$5" ;;
  *"label namespace"*) printf %s "\${6#environment=}" >"$STATE/namespace.$5" ;;
  *"get secret"*) [ ! -e "$STATE/$4.$7.secret" ] || echo "secret/$7"; exit 0 ;;
  *"create --filename -"*) cat >"$STATE/new"; n=$(sed -n 's/^  name: //p' "$STATE/new"); s=$(sed -n 's/^  namespace: //p' "$STATE/new"); mv "$STATE/new" "$STATE/$s.$n.secret" ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac
`;

interface Secret {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly stringData: Readonly<Record<string, string>>;
}

describe.skipIf(process.platform === "win32")("overlays/dev/secrets.sh", () => {
  let state: string;

  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), "emqx-secrets-"));
    mkdirSync(join(state, "bin"));
    writeFileSync(join(state, "bin/kubectl"), kubectl);
    chmodSync(join(state, "bin/kubectl"), 0o755);
  });

  afterEach(() => rmSync(state, { recursive: true }));

  function secrets(
    ...args: readonly string[]
  ): Promise<{ readonly stdout: string; readonly stderr: string }> {
    const env = { ...process.env, STATE: state, PATH: `${join(state, "bin")}:${process.env["PATH"]}` };
    return run("sh", [script, ...args], { env });
  }

  function created(): readonly Secret[] {
    return readdirSync(state)
      .filter((file) => file.endsWith(".secret"))
      .map((file) => parse(readFileSync(join(state, file), "utf8")) as Secret);
  }

  it("refuses a context that looks like production, before it asks the cluster anything", async () => {
    for (const context of ["prod", "eks-Production-1"]) {
      await expect(secrets("--context", context)).rejects.toMatchObject({ code: 64 });
    }
    expect(readdirSync(state)).toEqual(["bin"]);
  });

  it("refuses a cluster whose namespaces are not marked as dev", async () => {
    writeFileSync(join(state, "namespace.iota"), "prod");
    await expect(secrets("--context", "c1")).rejects.toMatchObject({
      code: 64,
      stderr: expect.stringContaining("the namespace iota is not marked as dev"),
    });
    expect(created()).toEqual([]);
  });

  it("refuses to guess the context", async () => {
    await expect(secrets()).rejects.toMatchObject({ code: 64 });
  });

  it("makes every Secret, with every key, that the pods of dev ask for", async () => {
    await secrets("--context", "kind-dev");
    const keys = new Map(
      created().map(({ metadata, stringData }) => [
        `${metadata.namespace}/${metadata.name}`,
        Object.keys(stringData),
      ]),
    );
    for (const { owner, template } of podTemplates(await rendered("overlays/dev"))) {
      for (const { name, key } of secretReferences(template.spec)) {
        const secret = `${owner.metadata.namespace}/${name}`;
        expect(keys.has(secret), secret).toBe(true);
        if (key !== undefined) expect(keys.get(secret), secret).toContain(key);
      }
    }
  });

  it("makes values that neither HOCON nor a URL changes", async () => {
    await secrets("--context", "kind-dev");
    const values = created()
      // A list of accounts and a header: neither is read as HOCON or pasted into a URL.
      .filter(({ metadata }) => !["emqx-mqtt-users", "ttn-auth"].includes(metadata.name))
      .flatMap(({ stringData }) => Object.values(stringData));
    expect(values.length).toBeGreaterThan(3);
    for (const value of values) expect(value).toMatch(/^[a-z][A-Za-z0-9-]+$/);
  });

  it("gives the website one password on both sides", async () => {
    await secrets("--context", "kind-dev");
    const find = (name: string): Secret | undefined =>
      created().find(({ metadata }) => metadata.name === name);
    const password = find("website-mqtt")?.stringData["password"];
    expect(password).toHaveLength(32);
    expect(find("emqx-mqtt-users")?.stringData["users.csv"]?.split("\n")).toEqual([
      "user_id,password,is_superuser",
      expect.stringMatching(/^tester,[A-Za-z0-9]{32},false$/),
      `website,${password},false`,
    ]);
  });

  it("gives the bridge one account on both sides", async () => {
    await secrets("--context", "kind-dev");
    const sides = created().filter(({ metadata }) => metadata.name === "emqx-bridge");
    expect(sides.map(({ metadata }) => metadata.namespace).sort()).toEqual(["emqx", "iota"]);
    expect(sides[0]?.stringData).toEqual(sides[1]?.stringData);
  });

  it("refuses to give two sides two passwords", async () => {
    await secrets("--context", "kind-dev");
    rmSync(join(state, "iota.website-mqtt.secret"));
    await expect(secrets("--context", "kind-dev")).rejects.toMatchObject({ code: 64 });
  });

  it("leaves what exists alone and shows no value to a process list", async () => {
    await secrets("--context", "kind-dev");
    const before = created();
    await secrets("--context", "kind-dev");
    expect(created()).toEqual(before);
    const calls = readFileSync(join(state, "calls.log"), "utf8");
    for (const value of before.flatMap(({ stringData }) => Object.values(stringData))) {
      if (value.length > 20) expect(calls).not.toContain(value);
    }
  });
});
