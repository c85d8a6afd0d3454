// Runs the command of a function or plugin.
import { attempt, Collector } from "../diagnostics/collector.ts";
import type { Place } from "../diagnostics/location.ts";
import type { External } from "../load/remote/external.ts";
import type { Command, CommandResult } from "../load/remote/run-command.ts";
import { field, type Mapping, textAt } from "../yaml/node.ts";
import { parseDocument } from "../yaml/parse.ts";

/** Gives a plugin objects and returns what it makes of them; generators are given none. */
export type Invoke = (objects: readonly Mapping[]) => readonly Mapping[];

/** What a command prints; halts when it fails. */
export function runPlugin(command: Command, at: Place, external: External, collector: Collector): string {
  let result = external.run(command);
  if (result.outcome === "missing" && command.program === "docker")
    result = external.run({ ...command, program: "podman" });
  const { outcome, stdout, stderr, reason } = result;
  if (outcome === "done") {
    if (stderr !== "") external.log(stderr);
    return new TextDecoder().decode(stdout);
  }
  const missing = command.program === "docker" ? "there is neither docker nor podman" : reason;
  const said =
    outcome === "missing" ? missing : [reason, ...lastLines(result), ...resultMessages(stdout)].join("; ");
  return collector.halt("function/failed", `\`${command.program}\` failed: ${said}`, {
    at,
    help: "run it by hand with the objects on stdin to see more",
  });
}

function lastLines({ stderr }: CommandResult): readonly string[] {
  return stderr
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-10);
}

// A function says in its `results` what it objects to.
function resultMessages(stdout: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(stdout);
  const list = attempt(() => parseDocument({ path: "output", text }, new Collector()));
  const results = field(list, "results");
  if (results?.kind !== "sequence") return [];
  return results.items.flatMap((item) => textAt(item, "message") ?? []);
}
