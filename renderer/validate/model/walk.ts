// All scalars below a value, for rules that look at texts wherever they stand.
import type { Value } from "./value.ts";

export function* walk(value: Value): Iterable<Value> {
  const waiting = [value];
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    if (here.node?.kind === "scalar") yield here;
    else if (here.node?.kind === "sequence") waiting.push(...here.items().toReversed());
    else
      waiting.push(
        ...here
          .entries()
          .map(([, each]) => each)
          .toReversed(),
      );
  }
}
