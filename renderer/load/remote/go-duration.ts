// Durations as Go writes them: `90s`, `1m30s`, `1.5h`.

const unitMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a duration; undefined when the text is none. Source: Go's time.ParseDuration. */
export function parseGoDuration(text: string): number | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const rest = text.replace(/^[+-]/, "");
  if (rest === "0") return 0;
  const part = /(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
  let total = 0;
  while (part.lastIndex < rest.length) {
    const found = part.exec(rest);
    if (!found) return undefined;
    total += Number(found[1]) * (unitMs[found[2] ?? ""] ?? 0);
  }
  return rest === "" ? undefined : sign * total;
}
