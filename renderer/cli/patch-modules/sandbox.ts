// The program of the child process that evaluates patch modules. It is text, because it runs under a bare `node -e`
// whatever this package was bundled into. Input on stdin: {timeoutMs, outputBytes, realm, codes}. Output: one line of JSON
// for each module.
//
// `node:vm` separates names, not powers: one function or error of the host that a module gets hold of leads to `process`.
// So nothing but text goes in or out, all that a module can touch is made inside its own context (realm.ts), and
// the process ends before anything that a module left waiting, a rejected `import()` say, could run. Should a module get
// out all the same, it finds a process without environment, files, children, workers and code generation.

/** Flags of the child: powers that are gone before the first line runs. */
export function sandboxFlags(): readonly string[] {
  const known = process.allowedNodeEnvironmentFlags;
  return [
    "--no-warnings",
    // Node 20 has the permission model under its first name. From 25 on it shuts the network, too.
    known.has("--permission") ? "--permission" : "--experimental-permission",
    "--max-old-space-size=256",
    "--disallow-code-generation-from-strings",
  ];
}

// Strict, so that no stack frame of it hands out `this` or a function.
export const sandboxProgram = String.raw`"use strict";
const vm = require("node:vm");
const fs = require("node:fs");
const exit = process.reallyExit.bind(process, 0);
const { timeoutMs, outputBytes, realm, codes } = JSON.parse(fs.readFileSync(0, "utf8"));
for (const name of ["binding", "_linkedBinding", "dlopen", "getBuiltinModule", "kill", "_kill", "mainModule"]) Reflect.deleteProperty(process, name);
for (const name of ["require", "module", "fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);
const withinRealm = new vm.Script(realm, { filename: "realm.js" });

function evaluate(code, i) {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  withinRealm.runInContext(context);
  const script = "answerOf(() => {\n" + code + "\nreturn patchModule;\n}, " + outputBytes + ")";
  const options = { timeout: timeoutMs, filename: "patch-module-" + i + ".js", lineOffset: -1 };
  try {
    const answer = vm.runInContext(script, context, options);
    return typeof answer === "string" && answer.length <= outputBytes ? answer : '{"failure":{"kind":"output"}}';
  } catch (thrown) {
    const looped = thrown?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    return looped ? '{"failure":{"kind":"time"}}' : '{"failure":{"kind":"lost"}}';
  }
}

codes.forEach((code, i) => fs.writeSync(1, evaluate(code, i) + "\n"));
exit();
`;
