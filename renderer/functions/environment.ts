// The environment of functions: what the configuration declares, under what the command line says.
// Source: kyaml runfn/runfn.go and fn/runtime/runtimeutil/functiontypes.go

/** Of an executable, beside that of the process. An entry without exactly one `=` is left out. */
export function execEnvironment(
  declared: readonly string[],
  given: readonly string[],
): Readonly<Record<string, string>> {
  const pairs = [...declared, ...given].map((entry) => entry.split("="));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2));
}

// Given as well as declared: an entry of the configuration cannot take the place of these.
const always = { LOG_TO_STDERR: "true", STRUCTURED_RESULTS: "true" };

/** The `-e` arguments of a container: `NAME=value` sorted, then the names whose values the process has. */
export function containerEnvironment(
  declared: readonly string[],
  given: readonly string[],
): readonly string[] {
  const values: Readonly<Record<string, string>> = { ...valuesOf(declared), ...always, ...valuesOf(given) };
  const names = new Set([...declared, ...given].filter((entry) => !entry.includes("=")));
  const pairs = Object.keys(values)
    .sort()
    .map((name) => `${name}=${values[name] ?? ""}`);
  return [...pairs, ...names].flatMap((entry) => ["-e", entry]);
}

function valuesOf(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries
      .filter((entry) => entry.includes("="))
      .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
  );
}
