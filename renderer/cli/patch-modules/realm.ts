// The program that makes a context fit for a patch module, and turns what the module exports into text. It runs inside
// the context, before the module, and takes what it needs while nobody has changed it.

/** Globals of the language that always give the same answers; anything else is refused, whatever a newer Node adds. */
const offered = [
  ..."Object Function Array Number Boolean String Symbol BigInt Math JSON RegExp Map Set WeakMap WeakSet".split(
    " ",
  ),
  ..."Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError".split(" "),
  ..."Promise Proxy Reflect Iterator console globalThis undefined Infinity NaN parseInt parseFloat isNaN isFinite".split(
    " ",
  ),
  ..."decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval".split(" "),
];

/** Of other hosts, so that a module is told why they are missing. */
const absent = [
  ..."process require module exports fetch crypto performance Buffer WebSocket XMLHttpRequest navigator".split(
    " ",
  ),
  ..."setTimeout setInterval setImmediate queueMicrotask structuredClone URL TextEncoder TextDecoder".split(
    " ",
  ),
];

export const realmProgram = String.raw`"use strict";
const answerOf = (() => {
  const { create, defineProperty, entries, getOwnPropertyNames, keys, prototype } = Object;
  const { isArray } = Array;
  const { stringify } = JSON;
  const { isFinite } = Number;
  const apply = Reflect.apply;
  const tagOf = (value) => apply(prototype.toString, value, []).slice(8, -1);

  const names = { Date: "the clock", Intl: "Intl, which knows the clock and the place" };
  const refusal = (name) => () => {
    throw new Error("a patch module cannot use " + (names[name] ?? name) + ": the same module must always give the same patch");
  };
  const offered = new Set(${JSON.stringify(offered)});
  const others = getOwnPropertyNames(globalThis).filter((name) => !offered.has(name));
  for (const name of [...others, ...${JSON.stringify(absent)}]) {
    const [refuse, own] = [refusal(name), class {}];
    delete globalThis[name]; // or it would be back when a module deletes what stands in its place
    defineProperty(globalThis, name, { value: new Proxy(own, { construct: refuse, apply: refuse, get: refuse }) });
  }
  Math.random = refusal("random numbers");
  const silent = () => {};
  defineProperty(globalThis, "console", { value: { log: silent, info: silent, debug: silent, warn: silent, error: silent } });
  // A stack that a module could read as objects would show it the frames of the host.
  defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });
  defineProperty(globalThis, "Error", { value: Error, writable: false, configurable: false });

  function isRecord(value) {
    if (isArray(value)) return value.length > 0 && value.every(isRecord);
    return typeof value === "object" && value !== null && typeof value.record === "string";
  }

  function encoder(limit) {
    let left = limit;
    const spend = (characters) => {
      left -= characters;
      if (left < 0) throw tooMuch;
    };
    return function encode(value, path, above) {
      spend(typeof value === "string" ? value.length : 2);
      if (value === null || typeof value === "string" || typeof value === "boolean") return value;
      if (typeof value === "number" && isFinite(value)) return value;
      if (typeof value !== "object") throw new Error(path + " is " + (value === undefined ? "undefined" : typeof value === "number" ? value : "a " + typeof value) + ", which YAML cannot hold");
      if (above.includes(value)) throw new Error(path + " contains itself");
      const tag = tagOf(value);
      if (tag === "RegExp") {
        if (value.flags !== "") throw new Error(path + ": a regular expression of a target takes no flags");
        return encode(patternOf(value), path, above);
      }
      const below = [...above, value];
      if (tag === "Array") return Array.from(value, (item, i) => encode(item, path + "[" + i + "]", below));
      if (tag !== "Object") throw new Error(path + " is a " + tag + ", which YAML cannot hold");
      const copy = create(null);
      for (const [key, item] of entries(value)) {
        spend(key.length);
        if (item !== undefined) copy[key] = encode(item, path + "." + key, below);
      }
      return copy;
    };
  }

  function patternOf(value) {
    const pattern = create(null);
    pattern["\u0000regexp"] = String(value.source);
    return pattern;
  }

  const tooMuch = Symbol("too much");
  const cut = (value, length) => String(value).slice(0, length);

  function failureText(thrown) {
    if (thrown === tooMuch) return '{"failure":{"kind":"output"}}';
    try {
      const isError = typeof thrown === "object" && thrown !== null && typeof thrown.message === "string";
      const [message, stack] = isError ? [cut(thrown.message, 2000), cut(thrown.stack, 20000)] : [cut(thrown, 2000), ""];
      return stringify({ failure: { kind: "thrown", message, stack } });
    } catch {
      return '{"failure":{"kind":"lost"}}';
    }
  }

  return (evaluate, limit) => {
    try {
      const exported = evaluate() ?? {};
      const encode = encoder(limit / 2);
      const records = entries(exported).filter(([, value]) => isRecord(value));
      return stringify({ records: records.map(([name, value]) => [name, encode(value, name, [])]), names: keys(exported).slice(0, 20) });
    } catch (thrown) {
      return failureText(thrown);
    }
  };
})();
`;
