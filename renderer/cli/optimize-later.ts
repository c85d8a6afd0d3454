// V8 compiles a function that has run for a while again, with optimizations and on another thread. By default it does so
// early that half the processor time of a build of 1,000 objects goes there, and the code is ready when the build is
// over. When it begins later, that time is saved, and builds of 50,000 objects take a tenth longer.
import { setFlagsFromString } from "node:v8";

/** By major version of Node: V8 names them anew from time to time, and complains on stderr about one that is gone. */
const flags: Readonly<Record<string, string>> = {
  "20": "--interrupt-budget=1000000",
  "22": "--invocation-count-for-turbofan=15000",
};

/** To be called when all is loaded: V8 takes no bytecode that was made under other flags, not even Node's own. */
export function optimizeLater(): void {
  const flag = flags[process.versions.node.split(".")[0] ?? ""];
  if (flag) setFlagsFromString(flag);
}
