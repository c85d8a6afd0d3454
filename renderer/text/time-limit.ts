// Work that somebody else has written the steps of, such as an expression in a policy, and that need not end by itself.
import { createContext, Script } from "node:vm";
import { once } from "./once.ts";

const runner = once(() => ({ script: new Script("work()"), context: createContext({}) }));

/** @returns what the work comes to, or undefined when it was stopped because it took longer */
export function withinTime<T>(milliseconds: number, work: () => T): { readonly value: T } | undefined {
  const { script, context } = runner();
  // Node stops what runs in a context after a while, functions from outside of it as well.
  context["work"] = work;
  try {
    return { value: script.runInContext(context, { timeout: milliseconds }) as T };
  } catch (thrown) {
    // It comes from the context, whose Error is another one.
    if ((thrown as { readonly code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    throw thrown;
  } finally {
    context["work"] = undefined;
  }
}
