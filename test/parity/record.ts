// Records what the real kustomize prints for every case, into the case files; parity.test.ts does it when RECORD=1.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFileSync } from "node:child_process";
import type { ParityCase } from "./case-file.ts";

/** What kustomize prints for a case. */
export function runKustomize(binary: string, { files, target }: ParityCase): string {
  const root = mkdtempSync(join(tmpdir(), "gitops-parity-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      const full = join(root, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
    return execFileSync(binary, ["build", join(root, target)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Writes the recorded output into the case's file. */
export function record(binary: string, parityCase: ParityCase): void {
  const text = readFileSync(parityCase.path, "utf8");
  const at = text.indexOf("\n", text.indexOf("\n>>> ") + 1) + 1;
  writeFileSync(parityCase.path, text.slice(0, at) + runKustomize(binary, parityCase));
}
