// Many small cases in one file, with what kustomize 5.8.1 printed for each; null where it refused.
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findPeer } from "./bench/measure.ts";
import { kustomizePeer } from "./fuzz/peer.ts";
import { project } from "./project.ts";

interface Recording {
  readonly recordedFrom: string;
  /** Files that all cases share. */
  readonly files: Readonly<Record<string, string>>;
  readonly cases: readonly RecordedCase[];
}

interface RecordedCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly yaml: string | null;
}

/**
 * Tests a recording, and, where the real binary is at hand (KUSTOMIZE, or on PATH), that kustomize still says so;
 * RECORD=1 writes down what it says.
 */
export function testRecording(path: URL): void {
  const recording = JSON.parse(readFileSync(path, "utf8")) as Recording;
  const binary = findPeer();
  test.each(recording.cases)("$name", ({ files, yaml }) => {
    const rendered = project(inDirectory({ ...recording.files, ...files })).render("t");
    const refused = rendered.diagnostics.some(({ severity }) => severity === "error");
    expect(refused ? null : rendered.yaml).toBe(yaml);
  });
  // Needs the real binary, which a machine that only has Node lacks.
  describe.skipIf(!binary)("as the real kustomize says", () => {
    test("every case of the recording", { timeout: 600_000 }, async () => {
      const cases = await record(recording, binary ?? "");
      if (process.env["RECORD"]) writeFileSync(path, textOf({ ...recording, cases }));
      else expect(cases).toEqual(recording.cases);
    });
  });
}

async function record({ files, cases }: Recording, binary: string): Promise<RecordedCase[]> {
  const peer = kustomizePeer(binary, join(tmpdir(), `gitops-recording-${process.pid}`));
  const recorded: RecordedCase[] = [];
  for (const one of cases) {
    const all = inDirectory({ ...files, ...one.files });
    const outcome = await peer({ files: new Map(Object.entries(all)), target: "t" });
    if (outcome.kind === "failed") throw new Error(`${one.name}: ${outcome.why}`);
    recorded.push({ ...one, yaml: outcome.kind === "printed" ? outcome.yaml : null });
  }
  return recorded;
}

// kustomize does not build the root of a file system, where the memory of a project begins.
function inDirectory(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`t/${path}`, text]));
}

// One case a line, so that a change shows in a diff.
function textOf({ recordedFrom, files, cases }: Recording): string {
  const lines = cases.map((one) => JSON.stringify(one)).join(",\n");
  return `{\n"recordedFrom": ${JSON.stringify(recordedFrom)},\n"files": ${JSON.stringify(files)},\n"cases": [\n${lines}\n]\n}\n`;
}
