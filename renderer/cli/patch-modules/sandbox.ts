// The program of the child process that evaluates patch modules. It is text, because it runs under a bare `node -e`
// whatever this package was bundled into. Input on stdin: {timeoutMs, codes}. Output: one line of JSON for each module.

/** Each module runs in a context of its own that has the language and nothing else: no clock, chance, files or network. */
export const sandboxProgram = String.raw`
const vm = require("node:vm");
const { timeoutMs, codes } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const refuse = (what) => () => { throw new Error("a patch module cannot use " + what + ": the same module must always give the same patch"); };
const absent = ["process", "require", "module", "fetch", "crypto", "performance", "setTimeout", "setInterval", "setImmediate", "Buffer", "WebSocket"];
const refuseInside = '(refuse) => { globalThis.Date = new Proxy(class Date {}, { construct: refuse("the clock"), apply: refuse("the clock"), get: refuse("the clock") }); Math.random = refuse("random numbers"); }';

function newContext() {
  const context = vm.createContext({ console: { log() {}, info() {}, debug() {}, warn() {}, error() {} } });
  for (const name of absent) Object.defineProperty(context, name, { get: refuse(name), configurable: true });
  vm.runInContext(refuseInside, context)(refuse);
  return context;
}

function isRecord(value) {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRecord);
  return typeof value === "object" && value !== null && typeof value.record === "string";
}

function encode(value, path, above) {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") throw new Error(path + " is " + (value === undefined ? "undefined" : typeof value === "number" ? value : "a " + typeof value) + ", which YAML cannot hold");
  if (above.includes(value)) throw new Error(path + " contains itself");
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === "RegExp") {
    if (value.flags !== "") throw new Error(path + ": a regular expression of a target takes no flags");
    return { "\u0000regexp": value.source };
  }
  const below = [...above, value];
  if (tag === "Array") return Array.from(value, (item, i) => encode(item, path + "[" + i + "]", below));
  if (tag !== "Object") throw new Error(path + " is a " + tag + ", which YAML cannot hold");
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([key, item]) => [key, encode(item, path + "." + key, below)]));
}

codes.forEach((code, i) => {
  let answer;
  try {
    const exported = vm.runInContext(code + "\n;patchModule", newContext(), { timeout: timeoutMs, filename: "patch-module-" + i + ".js" }) ?? {};
    const records = Object.entries(exported).filter(([, value]) => isRecord(value));
    answer = { records: records.map(([name, value]) => [name, encode(value, name, [])]), names: Object.keys(exported) };
  } catch (thrown) {
    const isError = typeof thrown === "object" && thrown !== null && typeof thrown.message === "string";
    const looped = isError && thrown.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    answer = { error: { message: isError ? thrown.message : String(thrown), stack: isError ? String(thrown.stack) : "", looped } };
  }
  require("node:fs").writeSync(1, JSON.stringify(answer) + "\n");
});
`;
