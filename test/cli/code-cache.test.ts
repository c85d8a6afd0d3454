// Bytecode makes the start faster and changes nothing else.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeCachePath, openScript, runScript, wrapper } from "../../renderer/cli/code-cache.ts";
import { directoryWith } from "./command.ts";

interface Exports {
  readonly answer: () => number;
  readonly file: string;
}

const text = (answer: number): string =>
  `${wrapper.start}exports.answer = () => require("node:path").sep.length * ${answer}; exports.file = __filename;${wrapper.end}`;

function scriptFile(answer: number): string {
  return join(directoryWith({ "command.js": text(answer) }), "command.js");
}

test("a script without bytecode is a CommonJS module", () => {
  const path = scriptFile(42);
  const { answer, file } = runScript<Exports>(openScript(path), path, createRequire(path));
  expect([answer(), file]).toEqual([42, path]);
});

test("bytecode that was made of the script is taken", () => {
  const path = scriptFile(42);
  writeFileSync(codeCachePath(path), openScript(path).createCachedData());
  const script = openScript(path);
  expect(script.cachedDataRejected).toBe(false);
  expect(runScript<Exports>(script, path, createRequire(path)).answer()).toBe(42);
});

test.each([
  ["of another script", () => openScript(scriptFile(100_000)).createCachedData()],
  ["that is none", () => Buffer.from("no bytecode")],
])("bytecode %s is passed over", (_, bytecode) => {
  const path = scriptFile(42);
  writeFileSync(codeCachePath(path), bytecode());
  const script = openScript(path);
  expect(script.cachedDataRejected).toBe(true);
  expect(runScript<Exports>(script, path, createRequire(path)).answer()).toBe(42);
});
