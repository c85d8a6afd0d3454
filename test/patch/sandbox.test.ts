// Modules that try to get out, or to flood what reads them, with the real esbuild and child process.
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type EvaluatedModule, evaluateModules } from "../../renderer/cli/patch-modules/evaluate.ts";
import { sandboxFlags } from "../../renderer/cli/patch-modules/sandbox.ts";
import { Collector } from "../../renderer/diagnostics/collector.ts";

interface Evaluated {
  readonly records: EvaluatedModule["records"] | undefined;
  readonly messages: readonly string[];
}

// What is not about time has time enough on a busy machine.
function evaluate(text: string, timeoutMs = 20_000): Evaluated {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "sandbox-")));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, "module.ts");
  writeFileSync(path, text);
  const collector = new Collector();
  const modules = [{ path, source: { path: "module.ts", text } }];
  const [module] = evaluateModules(modules, { workingDirectory: directory, timeoutMs, collector });
  return { records: module?.records, messages: collector.sorted().map(({ message }) => message) };
}

describe("what a patch module can reach", () => {
  // Each of these led out of `node:vm` in some program that trusted it.
  const values: Readonly<Record<string, string>> = {
    "a function of the console": "console.log",
    "the global object": "globalThis",
    "what stands for process": 'Object.getPrototypeOf((globalThis as never)["process"])',
    "the error of a refusal": 'caught(() => (globalThis as never)["process"]["env"])',
    "the error of a stack that is full": "caught(function full(): unknown { return [full()]; })",
    "what import gives": "import(String(globalThis))",
    "what stands for Date": "caught(() => Date.now())",
    "Math.random": "Math.random",
  };

  test.each(Object.entries(values))("%s is of its own context", (_, expression) => {
    const { records, messages } = evaluate(`
      function caught(run: () => unknown): unknown { try { return run(); } catch (thrown) { return thrown; } }
      const value = ${expression} as object;
      export const patch = { record: "seen", own: value instanceof Object, made: value.constructor instanceof Function };`);
    expect(messages).toEqual([]);
    expect(records).toEqual([["patch", { record: "seen", own: true, made: true }]]);
  });

  test.each([
    ["code from a string", 'console.log.constructor("return process")()', "Code generation from strings"],
    ["eval", 'eval("1 + 1")', "Code generation from strings"],
    [
      "frames of the host in a stack",
      "Object.assign(Error, { prepareStackTrace: (_: unknown, frames: unknown) => frames })",
      "read only property 'prepareStackTrace'",
    ],
    [
      "an Error of its own",
      'Object.defineProperty(globalThis, "Error", { value: class {} })',
      "Cannot redefine property: Error",
    ],
    ["memory outside of the heap", "new Uint8Array(2 ** 33)", "cannot use Uint8Array"],
    ["the time through a format", "new Intl.DateTimeFormat().format()", "cannot use Intl"],
  ])("not %s", (_, expression, message) => {
    const { records, messages } = evaluate(`export const patch = { record: "seen", value: ${expression} };`);
    expect(records).toBeUndefined();
    expect(messages).toEqual([expect.stringContaining(message)]);
  });

  test("not a file of the machine, through an import", () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), "outside-")));
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
    writeFileSync(join(outside, "login.json"), '{ "token": "s3cret" }');
    const { records, messages } = evaluate(
      `import { token } from "${join(outside, "login.json")}"; export const patch = { record: "seen", token };`,
    );
    expect(records).toBeUndefined();
    expect(messages).toEqual([expect.stringMatching(/imports .*login\.json, which lies outside/)]);
  });

  test("nothing that it leaves waiting runs", () => {
    const { records } = evaluate(`
      void Promise.resolve().then(() => { for (;;) {} });
      export const patch = { record: "seen" };`);
    expect(records).toEqual([["patch", { record: "seen" }]]);
  });

  // What a module would find if it did get out.
  test.each([
    ["files", 'require("node:fs").readFileSync("package.json")', "Access to this API has been restricted"],
    ["children", 'require("node:child_process").spawnSync("true")', "Access to this API has been restricted"],
    [
      "workers",
      'new (require("node:worker_threads").Worker)("0", { eval: true })',
      "Access to this API has been restricted",
    ],
    ["code from strings", 'new Function("return 1")', "Code generation from strings disallowed"],
  ])("the process that evaluates it has no %s", (_, program, message) => {
    const { status, stderr } = spawnSync(process.execPath, [...sandboxFlags(), "-e", program], {
      env: {},
      encoding: "utf8",
    });
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });
});

describe("what a patch module can cost", () => {
  const tooMuch = "the module makes more than 1 MiB";
  const tooLong = "the module did not end within 1 s";
  const export_ = (value: string): string => `export const patch = { record: "seen", value: ${value} };`;

  test.each([
    ["one long text", export_('"x".repeat(2 ** 28)'), tooMuch],
    ["many short ones", export_('Array.from({ length: 300_000 }, () => "abcd")'), tooMuch],
    [
      "little that is there many times over",
      `let value: unknown = []; for (let i = 0; i < 50; i++) value = [value, value];\n${export_("value")}`,
      tooMuch,
    ],
    [
      "more by the way it is written down",
      `Object.assign(Object.prototype, { toJSON: () => "x".repeat(2 ** 21) });\n${export_("1")}`,
      tooMuch,
    ],
    ["a getter that never ends", export_("({ get never() { for (;;) {} } })"), tooLong],
    [
      "a proxy that never ends",
      'export const patch = new Proxy({ record: "seen" }, { ownKeys() { for (;;) {} } });',
      tooLong,
    ],
    ["an error that never ends", 'throw { message: "no", get stack() { for (;;) {} } };', tooLong],
    [
      "an error that cannot be read",
      "throw new Proxy({}, { get() { throw 1; } });",
      "the module failed in a way that it cannot say",
    ],
    [
      "an answer in another form",
      "(Object.prototype as never as { toJSON: unknown }).toJSON = () => ({ records: [1], names: [] });\nexport const patch = { record: 'seen' };",
      "the module failed in a way that it cannot say",
    ],
    [
      "an endless depth",
      "function deeper(): unknown { return [deeper()]; }\ndeeper();",
      "Maximum call stack size",
    ],
  ])("is bounded: %s", (_, text, message) => {
    const { records, messages } = evaluate(text, message === tooLong ? 1000 : undefined);
    expect(records).toBeUndefined();
    expect(messages).toEqual([expect.stringContaining(message)]);
  });

  test("is bounded: all the memory", () => {
    const { records, messages } = evaluate(
      `const all: unknown[] = []; for (;;) all.push(Array.from({ length: 100_000 }, (_, i) => ({ i })));`,
    );
    expect(records).toBeUndefined();
    expect(messages).toEqual([expect.stringMatching(/broke the process|did not end within/)]);
  });
});

describe("a module that is a link, or imports one, to a file outside of the repository", () => {
  const message = "outside of the repository";

  test.each([
    ["a link", undefined],
    ["an import", 'import "./linked.ts";'],
  ])("shows nothing of it: %s", (_, text) => {
    const [directory, elsewhere] = [0, 1].map(() => realpathSync(mkdtempSync(join(tmpdir(), "sandbox-"))));
    if (directory === undefined || elsewhere === undefined) throw new Error("no directory");
    onTestFinished(() => {
      for (const path of [directory, elsewhere]) rmSync(path, { recursive: true });
    });
    writeFileSync(join(elsewhere, "file"), "token hunter2 of somebody\n");
    symlinkSync(join(elsewhere, "file"), join(directory, "linked.ts"));
    const path = join(directory, text === undefined ? "linked.ts" : "module.ts");
    if (text !== undefined) writeFileSync(path, text);
    const collector = new Collector();
    const modules = [{ path, source: { path: "module.ts", text: text ?? "" } }];
    const evaluated = evaluateModules(modules, { workingDirectory: directory, timeoutMs: 20_000, collector });
    expect(evaluated).toEqual([]);
    const messages = collector.sorted().map((found) => found.message);
    expect(messages).toEqual([expect.stringContaining(message)]);
    expect(messages[0]).not.toContain("hunter2");
  });
});
