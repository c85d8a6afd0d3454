// Functions and plugins: executables that the tests write, and a docker command that prints what it was given.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gitops, kustomize, kustomizeBinary, rendered } from "../remote/command.ts";
import { elsewhere, gitEnvironment } from "../remote/elsewhere.ts";

const away = elsewhere();
const before = { ...process.env };
afterAll(() => {
  away.remove();
  process.env = before;
});

const flags = ["--enable-alpha-plugins", "--enable-exec"];

const fakeDocker = `#!/bin/sh
{ for argument in "$@"; do printf '%s\\n' "$argument"; done; } > "${away.root}/docker.log"
cat
`;

const plugin = `#!/bin/sh
if [ -n "$2" ]; then
cat <<END
apiVersion: v1
kind: ConfigMap
metadata: {name: made, annotations: {kustomize.config.k8s.io/needs-hash: "true"}}
data: {args: "$2 $3", name: "$(grep -c 'kind: Maker' "$1")", root: "$(basename "$KUSTOMIZE_PLUGIN_CONFIG_ROOT")"}
END
else
sed 's/replaced: no/replaced: really/'
fi
`;

beforeAll(() => {
  const bin = join(away.root, "bin");
  Object.assign(process.env, gitEnvironment, {
    PATH: `${bin}:${process.env["PATH"]}`,
    GITOPS_CACHE: join(away.root, "cache"),
    KUSTOMIZE_PLUGIN_HOME: join(away.root, "plugins"),
  });
  writeExecutable(join(bin, "docker"), fakeDocker);
  writeExecutable(join(away.root, "plugins/example.com/v1/maker/Maker"), plugin);
});

function writeExecutable(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

const files = {
  "kustomization.yaml": `namePrefix: p-
resources: [objects.yaml]
configMapGenerator:
- name: generated
  literals: [replaced=no]
transformers: [function.yaml]
`,
  "objects.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: first
  annotations: {keep: "1"}
data: {replaced: "no", quoted: "2"}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: second
spec:
  template:
    spec:
      containers:
      - name: main
        image: nginx
        envFrom: [{configMapRef: {name: generated}}]
`,
};

/** A configuration of kind Fn in a file; the script stands beside it. */
function configuration(spec = "exec: {path: ./function.sh}"): string {
  return `apiVersion: example.com/v1
kind: Fn
metadata:
  name: fn
  annotations:
    config.kubernetes.io/function: |
      ${spec}
data: {n: 1}
`;
}

let trees = 0;
function tree(script: string, changes: Readonly<Record<string, string>> = {}): string {
  const directory = join(away.root, `tree-${trees++}`);
  for (const [path, content] of Object.entries({ ...files, "function.yaml": configuration(), ...changes })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  writeExecutable(join(directory, "function.sh"), `#!/bin/sh\n${script}\n`);
  return directory;
}

const made = (name: string, more = ""): string =>
  `cat <<END\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}END`;

const generating = { "kustomization.yaml": "resources: [objects.yaml]\ngenerators: [function.yaml]\n" };

describe("a function is only run when that is allowed", () => {
  test("no plugin without --enable-alpha-plugins", async () => {
    const { exit, err } = await gitops(tree(`touch ${away.root}/ran`), "render", "--enable-exec");
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/function\/not-enabled[\s\S]*--enable-alpha-plugins/),
    ]);
  });

  test("no executable without --enable-exec: it is passed over, as in kustomize, but not in silence", async () => {
    const { exit, err, out } = await gitops(tree("exit 1"), "render", "--enable-alpha-plugins");
    expect([exit, err]).toEqual([
      0,
      expect.stringContaining("warning function/skipped Fn/fn is passed over: ./function.sh"),
    ]);
    expect(out).toContain("name: p-first");
  });

  test("no network without --network", async () => {
    const directory = tree("", { "function.yaml": configuration("container: {image: i, network: true}") });
    expect((await gitops(directory, "render", "--enable-alpha-plugins")).err).toContain(
      "allow it with --network",
    );
  });
});

test("what a function says when it fails is in the report", async () => {
  const results = "printf 'kind: ResourceList\\nresults: [{message: replicas are missing}]\\nitems: []\\n'";
  const { exit, err } = await gitops(tree(`echo trouble >&2; ${results}; exit 3`), "render", ...flags);
  expect(exit).toBe(2);
  expect(err).toContain("`./function.sh` failed: it ended with status 3; trouble; replicas are missing");
});

test("what a function says when it succeeds is passed on", async () => {
  expect((await gitops(tree("echo remark >&2; cat"), "render", ...flags)).err).toBe("remark\n");
});

test("a function that is not there", async () => {
  const directory = tree("", { "function.yaml": configuration("exec: {path: ./none.sh}") });
  expect((await gitops(directory, "render", ...flags)).err).toContain(
    "`./none.sh` failed: there is no ./none.sh",
  );
});

test("a field that a function does not have is named", async () => {
  const directory = tree("", { "function.yaml": configuration("exec: {pth: ./function.sh}") });
  expect((await gitops(directory, "render", ...flags)).err).toMatch(
    /a function has no field `pth`[\s\S]*did you mean `path`\?/,
  );
});

test("values that a function leaves alone keep their history, and what it changes names it", async () => {
  const directory = tree('sed \'s/replaced: "no"/replaced: "yes"/\'');
  const image = await gitops(
    directory,
    "explain",
    ...flags,
    ".",
    "Deployment/p-second",
    "spec.template.spec.containers[name=main].image",
  );
  expect(image.out).toContain("objects.yaml:17:");
  const changed = await gitops(directory, "explain", ...flags, ".", "ConfigMap/p-first", "data.replaced");
  expect(changed.out).toMatch(/yes[\s\S]*Fn[\s\S]*objects\.yaml:6:/);
});

describe("a container", () => {
  const docker = async (spec: string, ...args: readonly string[]): Promise<string> => {
    const directory = tree("", { "function.yaml": configuration(spec) });
    const { exit, err } = await gitops(directory, "render", "--enable-alpha-plugins", ...args);
    if (exit !== 0) throw new Error(err);
    return readFileSync(join(away.root, "docker.log"), "utf8")
      .trim()
      .split("\n")
      .join(" ")
      .replaceAll(directory, "ROOT");
  };
  const always = "run --rm -i -a STDIN -a STDOUT -a STDERR";

  test("has no network, no rights and the environment of functions", async () => {
    expect(await docker("container: {image: example/fn:1}")).toBe(
      `${always} --network none --user nobody --security-opt=no-new-privileges -e LOG_TO_STDERR=true -e STRUCTURED_RESULTS=true example/fn:1`,
    );
  });

  test("gets what the command line allows", async () => {
    const spec =
      "container: {image: i, network: true, mounts: [{type: bind, src: data, dst: /d}], envs: [A=1, B, LOG_TO_STDERR=false]}";
    const given = [
      "--network",
      "--as-current-user",
      "--mount",
      "type=bind,src=/x,dst=/y,rw=true",
      "-e",
      "A=2",
      "-e",
      "HOME",
    ];
    const user = `${process.getuid?.()}:${process.getgid?.()}`;
    expect(await docker(spec, ...given)).toBe(
      `${always} --network host --user ${user} --security-opt=no-new-privileges --mount type=bind,source=ROOT/data,target=/d,readonly` +
        " --mount type=bind,source=/x,target=/y -e A=2 -e LOG_TO_STDERR=true -e STRUCTURED_RESULTS=true -e B -e HOME i",
    );
  });

  test("is not pulled offline, and gets no network then", async () => {
    expect(await docker("container: {image: i}", "--offline")).toContain(
      `${always} --pull=never --network none`,
    );
    await expect(docker("container: {image: i, network: true}", "--offline", "--network")).rejects.toThrow(
      "the function needs the network, and this build is offline",
    );
  });

  test.each(["/etc", "../up", "a/../../up"])("cannot mount %s", async (source) => {
    const directory = tree("", {
      "function.yaml": configuration(
        `container: {image: i, mounts: [{type: bind, src: ${source}, dst: /d}]}`,
      ),
    });
    expect((await gitops(directory, "render", "--enable-alpha-plugins")).err).toContain(
      "which is not below the kustomization",
    );
  });

  test("is run by podman where there is no docker", async () => {
    const podman = join(away.root, "podman-only");
    writeExecutable(join(podman, "podman"), `#!/bin/sh\n${made("by-podman")}\n`);
    const path = process.env["PATH"];
    process.env["PATH"] = `${podman}:/nonexistent`;
    writeExecutable(
      join(podman, "cat"),
      '#!/bin/sh\nwhile IFS= read -r line; do printf "%s\\n" "$line"; done\n',
    );
    const { out } = await gitops(
      tree("", { "function.yaml": configuration("container: {image: i}") }),
      "render",
      "--enable-alpha-plugins",
    );
    process.env["PATH"] = path;
    expect(out).toContain("name: by-podman");
  });
});

type Trial = readonly [
  what: string,
  script: string,
  changes?: Readonly<Record<string, string>>,
  args?: readonly string[],
];

const metadata = "buildMetadata: [originAnnotations, transformerAnnotations]\n";

const trials: readonly Trial[] = [
  ["a transformer that gives back what it got", "cat"],
  ["one that changes values", 'sed \'s/replaced: "no"/replaced: "yes"/\''],
  ["one that gives back documents", made("p-first", "data: {only: this}\n")],
  ["one that adds an object", `cat; echo "---"; ${made("more")}`],
  [
    "one that adds to the list",
    "sed 's/^functionConfig:/- {apiVersion: v1, kind: Secret, metadata: {name: added}}\\nfunctionConfig:/'",
  ],
  ["one that gives back nothing", "true"],
  [
    "one that gives back a list without items",
    "echo 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nfunctionConfig: {}'",
  ],
  ["one that gives back an object twice", `${made("x")}; echo "---"; ${made("x")}`],
  ["one that gives back no object", "echo 'a: b'"],
  ["one that gives back no YAML", "echo 'a: b: c'"],
  ["one that fails", "exit 1"],
  ["one without --enable-exec", "exit 1", {}, ["--enable-alpha-plugins"]],
  ["one that is not allowed at all", "cat", {}, []],
  [
    "one that sees what kustomize remembers",
    "grep -c 'internal.config.kubernetes.io/prefixes: p-' | xargs -I N echo 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: count}\ndata: {n: \"N\"}'",
  ],
  [
    "one that makes an object anew loses its hash and its former name",
    `${made("p-generated")}; echo "---"; ${made("q")}`,
  ],
  [
    "names are followed through it",
    "cat",
    { "kustomization.yaml": `${files["kustomization.yaml"]}nameSuffix: -s\n` },
  ],
  [
    "names are followed in an overlay as well",
    "cat",
    {
      "kustomization.yaml": "resources: [base]\nnamePrefix: o-\n",
      "base/kustomization.yaml": files["kustomization.yaml"],
      "base/objects.yaml": files["objects.yaml"],
      "base/function.yaml": configuration("exec: {path: ../function.sh}"),
    },
  ],
  [
    "a validator that leaves all as it is",
    "cat",
    { "kustomization.yaml": "resources: [objects.yaml]\nvalidators: [function.yaml]\n" },
  ],
  [
    "a validator that changes something",
    'sed \'s/replaced: "no"/replaced: "yes"/\'',
    { "kustomization.yaml": "resources: [objects.yaml]\nvalidators: [function.yaml]\n" },
  ],
  [
    "a validator that objects",
    "echo no >&2; exit 1",
    { "kustomization.yaml": "resources: [objects.yaml]\nvalidators: [function.yaml]\n" },
  ],
  ["a generator", made("new", "data: {a: b}\n"), generating],
  ["a generator that gives back its configuration", "cat", generating],
  [
    "a generator with a hash",
    made("new", "  annotations: {kustomize.config.k8s.io/needs-hash: 'true'}\n"),
    generating,
  ],
  [
    "a generator with a wrong hash annotation",
    made("new", "  annotations: {kustomize.config.k8s.io/needs-hash: 'maybe'}\n"),
    generating,
  ],
  [
    "a generator that merges",
    made("first", "  annotations: {kustomize.config.k8s.io/behavior: merge}\ndata: {m: n}\n"),
    generating,
  ],
  ["a generator of what is there already", made("first"), generating],
  ["a generator without --enable-exec", made("new"), generating, ["--enable-alpha-plugins"]],
  [
    "transformers without any objects",
    made("new"),
    { "kustomization.yaml": "transformers: [function.yaml]\n" },
  ],
  [
    "build metadata of a transformer",
    "cat",
    { "kustomization.yaml": `${files["kustomization.yaml"]}${metadata}` },
  ],
  [
    "build metadata of objects made anew",
    made("p-first"),
    { "kustomization.yaml": `${files["kustomization.yaml"]}${metadata}` },
  ],
  [
    "build metadata of a generator",
    made("new"),
    { "kustomization.yaml": `${generating["kustomization.yaml"]}${metadata}` },
  ],
  [
    "arguments and environment",
    `${made("new", 'data: {args: "$1 $2", env: "$A $B"}\n').replace("<<END", "<<END")}`,
    {
      ...generating,
      "function.yaml": configuration("exec: {path: ./function.sh, args: [x, y z], envs: [A=1, B=2]}"),
    },
    [...flags, "-e", "B=3"],
  ],
  ["a wrong field in the function", "cat", { "function.yaml": configuration("exec: {pth: ./function.sh}") }],
  ["a wrong type in the function", "cat", { "function.yaml": configuration("exec: {path: 1}") }],
  [
    "the older annotation",
    "cat",
    { "function.yaml": configuration().replace("config.kubernetes.io/function", "config.k8s.io/function") },
  ],
  [
    "configFn in place of an annotation",
    "cat",
    {
      "function.yaml":
        "apiVersion: e/v1\nkind: Fn\nmetadata:\n  name: fn\n  configFn: {exec: {path: ./function.sh}}\n",
    },
  ],
  ["a container", "", { "function.yaml": configuration("container: {image: i}") }],
  [
    "a container by the oldest annotation",
    "",
    {
      "function.yaml":
        "apiVersion: e/v1\nkind: Fn\nmetadata:\n  name: fn\n  annotations: {config.kubernetes.io/container: i}\n",
    },
  ],
  [
    "a container with a mount outside",
    "",
    { "function.yaml": configuration("container: {image: i, mounts: [{type: bind, src: /etc, dst: /d}]}") },
  ],
  [
    "a plugin of the old kind as a generator",
    "",
    {
      ...generating,
      "function.yaml":
        "apiVersion: example.com/v1\nkind: Maker\nmetadata: {name: m}\nargsOneLiner: a 'b c' # d\n",
    },
  ],
  [
    "a plugin of the old kind with a file of arguments",
    "",
    {
      ...generating,
      "function.yaml":
        "apiVersion: example.com/v1\nkind: Maker\nmetadata: {name: m}\nargsFromFile: args.txt\n",
      "args.txt": "  one two\n\nthree\n",
    },
  ],
  [
    "a plugin of the old kind as a transformer",
    "",
    { "function.yaml": "apiVersion: example.com/v1\nkind: Maker\nmetadata: {name: m}\n" },
  ],
  [
    "a plugin that is not there",
    "",
    { "function.yaml": "apiVersion: example.com/v1\nkind: Missing\nmetadata: {name: m}\n" },
  ],
];

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!kustomizeBinary)("the real kustomize makes the same of the same executables", () => {
  const complete = trials.map(([what, script, changes = {}, args = flags]) => ({
    what,
    script,
    changes,
    args,
  }));
  test.each(complete)("$what", async ({ script, changes, args }) => {
    const directory = tree(script, changes);
    expect(await rendered(directory, ...args, ".")).toBe(kustomize(directory, ...args, "."));
  });
});
