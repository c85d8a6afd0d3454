import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "./command.ts";

const service = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
`;
const two = {
  "kustomization.yaml": "resources: [a.yaml, b.yaml]\n",
  "a.yaml": service("a"),
  "b.yaml": service("b"),
};

describe("gitops render", () => {
  test("prints the objects of the working directory", async () => {
    expect(await gitops(directoryWith(two), "render")).toEqual({
      exit: 0,
      out: `${service("a")}---\n${service("b")}`,
      err: "",
    });
  });

  test("joins several directories into one stream", async () => {
    const directory = directoryWith({
      "a/kustomization.yaml": "resources: [s.yaml]\n",
      "a/s.yaml": service("a"),
      "b/kustomization.yaml": "resources: [s.yaml]\n",
      "b/s.yaml": service("b"),
    });
    expect((await gitops(directory, "render", "a", "b")).out).toBe(`${service("a")}---\n${service("b")}`);
  });

  test("an empty kustomization is an error, as in kustomize", async () => {
    const { exit, err } = await gitops(directoryWith({ "kustomization.yaml": "" }), "render");
    expect(exit).toBe(2);
    expect(err).toContain("kustomization.yaml");
  });

  test("--check prints counts only", async () => {
    expect(await gitops(directoryWith(two), "render", "--check")).toEqual({
      exit: 0,
      out: "",
      err: ".: 2 objects\n",
    });
  });

  test("-o writes a file and leaves nothing beside it", async () => {
    const directory = directoryWith(two);
    expect(await gitops(directory, "render", "-o", "out.yaml")).toEqual({ exit: 0, out: "", err: "" });
    expect(readFileSync(join(directory, "out.yaml"), "utf8")).toBe(`${service("a")}---\n${service("b")}`);
    expect(readdirSync(directory).sort()).toEqual(["a.yaml", "b.yaml", "kustomization.yaml", "out.yaml"]);
  });

  test("-o keeps a link and what only the owner may read, and replaces what the link leads to", async () => {
    const directory = directoryWith({ ...two, "real/out.yaml": "old" });
    chmodSync(join(directory, "real", "out.yaml"), 0o600);
    symlinkSync(join("real", "out.yaml"), join(directory, "link.yaml"));
    expect((await gitops(directory, "render", "-o", "link.yaml")).exit).toBe(0);
    expect(readlinkSync(join(directory, "link.yaml"))).toBe("real/out.yaml");
    const written = join(directory, "real", "out.yaml");
    expect(readFileSync(written, "utf8")).toBe(`${service("a")}---\n${service("b")}`);
    expect(statSync(written).mode & 0o777).toBe(0o600);
  });

  test("-o writes to a device and leaves it one", async () => {
    const directory = directoryWith(two);
    // A link, so that a mistake costs the link and not the machine its /dev/null.
    symlinkSync("/dev/null", join(directory, "null"));
    expect(await gitops(directory, "render", "-o", "null")).toEqual({ exit: 0, out: "", err: "" });
    expect(readlinkSync(join(directory, "null"))).toBe("/dev/null");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("-o writes to a pipe", async () => {
    const directory = directoryWith(two);
    execFileSync("mkfifo", [join(directory, "pipe")]);
    const reader = execFile("cat", [join(directory, "pipe")]);
    let seen = "";
    reader.stdout?.on("data", (data: string) => {
      seen += data;
    });
    expect((await gitops(directory, "render", "-o", "pipe")).exit).toBe(0);
    await once(reader, "close");
    expect(seen).toBe(`${service("a")}---\n${service("b")}`);
  });

  test("a link in a directory of outputs is replaced, wherever it leads", async () => {
    const directory = directoryWith({ ...two, "mine.txt": "mine" });
    await gitops(directory, "render", "-o", "out/");
    const [name = ""] = readdirSync(join(directory, "out")).filter((each) => each.endsWith("_a.yaml"));
    rmSync(join(directory, "out", name));
    symlinkSync(join(directory, "mine.txt"), join(directory, "out", name));
    expect((await gitops(directory, "render", "-o", "out/")).exit).toBe(0);
    expect(readFileSync(join(directory, "mine.txt"), "utf8")).toBe("mine");
    expect(readFileSync(join(directory, "out", name), "utf8")).toBe(service("a"));
  });

  test("-o writes a directory, and the next run removes only what the last one wrote", async () => {
    const directory = directoryWith(two);
    await gitops(directory, "render", "-o", "out/");
    writeFileSync(join(directory, "out", "notes.txt"), "mine");
    const before = readdirSync(join(directory, "out"));
    expect(before.filter((name) => name.endsWith(".yaml"))).toHaveLength(2);
    writeFileSync(join(directory, "kustomization.yaml"), "resources: [b.yaml]\n");
    await gitops(directory, "render", "-o", "out/");
    const [left, ...rest] = readdirSync(join(directory, "out")).filter((name) => name.endsWith(".yaml"));
    expect(rest).toEqual([]);
    expect(readFileSync(join(directory, "out", left ?? ""), "utf8")).toBe(service("b"));
    expect(readFileSync(join(directory, "out", "notes.txt"), "utf8")).toBe("mine");
  });

  test("a failed build leaves the old output as it was", async () => {
    const directory = directoryWith({ ...two, "out.yaml": "old" });
    writeFileSync(join(directory, "b.yaml"), "kind: [");
    expect((await gitops(directory, "render", "-o", "out.yaml")).exit).toBe(2);
    expect(readFileSync(join(directory, "out.yaml"), "utf8")).toBe("old");
    expect((await gitops(directory, "render", "-o", "new/")).exit).toBe(2);
    expect(existsSync(join(directory, "new"))).toBe(false);
  });

  test("a link that leads out of the root is refused, and followed when that is allowed", async () => {
    const directory = directoryWith({
      "outside.yaml": service("a"),
      "in/kustomization.yaml": "resources: [a.yaml]\n",
    });
    symlinkSync(join(directory, "outside.yaml"), join(directory, "in", "a.yaml"));
    const refused = await gitops(directory, "render", "in");
    expect(refused.exit).toBe(2);
    expect(refused.err).toContain("in/kustomization.yaml:1:13");
    const allowed = await gitops(directory, "render", "in", "--load-restrictor", "LoadRestrictionsNone");
    expect(allowed.out).toBe(service("a"));
  });

  test.each([
    ["an unknown option", ["render", "--outptu", "x"]],
    ["an unknown command", ["rendr"]],
    ["a wrong choice", ["render", "--reorder", "random"]],
  ])("%s is a mistake in the command line", async (_, args) => {
    const { exit, out, err } = await gitops(directoryWith(two), ...args);
    expect(exit).toBe(64);
    expect(out).toBe("");
    expect(err).toMatch(/error/);
  });

  test("without arguments there is help", async () => {
    expect((await gitops("/")).out).toMatch(/^Usage: gitops/);
  });
});

describe("reports", () => {
  const broken = {
    "kustomization.yaml": "resources:\n- a.yaml\n",
    "a.yaml": "apiVersion: v1\nkind: Service\n",
  };

  test("as JSON, with a place each", async () => {
    const { out, err } = await gitops(directoryWith(broken), "render", "--format", "json");
    const parsed = JSON.parse(out || err) as unknown;
    expect(JSON.stringify(parsed)).toContain('"line":1');
    expect(JSON.stringify(parsed)).toContain("a.yaml");
  });

  test("as GitHub annotations", async () => {
    const { out, err } = await gitops(directoryWith(broken), "render", "--format", "github");
    expect(out + err).toMatch(/^::error file=[^,]*a\.yaml,line=1/m);
  });

  test.each([
    [
      "a Secret's own file",
      {
        "kustomization.yaml": "resources: [s.yaml]\n",
        "s.yaml": "kind: Secret\nstringData: {password: [hunter2\n",
      },
    ],
    ["a literal", { "kustomization.yaml": "secretGenerator:\n- name: s\n  literals: [hunter2]\n" }],
    [
      "an env file",
      {
        "kustomization.yaml": "secretGenerator:\n- name: s\n  envs: [s.env]\n",
        "s.env": "k=hunter2\nk=hunter2\n",
      },
    ],
  ])("show no secret: %s", async (_, files) => {
    const { exit, err } = await gitops(directoryWith(files), "render");
    expect(exit).toBe(2);
    expect(err).toMatch(/:\d+:\d+/);
    expect(err).not.toContain("hunter2");
  });
});

describe("options that would be passed over in silence are refused", () => {
  test.each([
    [["--check", "-o", "x"], "'--check' cannot be used with option '-o, --output <path>'"],
    [["--parity", "-o", "x"], "'--parity' cannot be used with option '-o, --output <path>'"],
    [["--parity", "--watch"], "'--parity' cannot be used with option '--watch'"],
    [["--parity", "--as", "flux"], "'--parity' cannot be used with option '--as <controller>'"],
    [["--substitute-values", "a.yaml"], "--substitute-values is for --as flux"],
    [["--as", "flux", "--app-revision", "abc"], "--app-revision is for --as argocd"],
    [["--repo-root", "."], "--repo-root is for --as argocd or --as flux"],
  ])("%j", async (args, words) => {
    const files = { "kustomization.yaml": "resources: []\n", "a.yaml": "" };
    const { exit, out, err } = await gitops(directoryWith(files), "render", ...args);
    expect(err).toContain(words);
    expect([exit, out]).toEqual([64, ""]);
  });
});

test("the working directory is shown as a dot", async () => {
  const { err } = await gitops(directoryWith({}), "render");
  expect(err).toContain("error load/no-kustomization . has no kustomization file");
});
