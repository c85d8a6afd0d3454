// Every case gives the bytes that Flux and Argo CD themselves make of it. Where flux-build (FLUX_BUILD) and the real
// kustomize (KUSTOMIZE, or on PATH) are at hand, the recordings are compared with them as well; RECORD=1 makes them anew.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findPeer } from "../bench/measure.ts";
import { directoryWith, gitops } from "../cli/command.ts";
import { type ParityCase, readCases } from "../parity/case-file.ts";
import { refused, runArgoCd, runFlux } from "./record.ts";

const kustomize = findPeer();
const flux = process.env["FLUX_BUILD"];
const peers = {
  argocd: kustomize ? (parityCase: ParityCase) => runArgoCd(kustomize, parityCase) : undefined,
  flux: flux ? (parityCase: ParityCase) => runFlux(flux, parityCase) : undefined,
} as const;

describe.each(["argocd", "flux"] as const)("as %s", (controller) => {
  const directory = new URL(`${controller}/`, import.meta.url).pathname;
  const peer = peers[controller];
  if (peer && process.env["RECORD"]) {
    for (const parityCase of readCases(directory)) writeRecording(parityCase, peer(parityCase));
  }
  const cases = readCases(directory);

  test.each(cases)("$name: $what", async ({ files, target, expected }) => {
    const values = files["values.yaml"] === undefined ? [] : ["--substitute-values", "values.yaml"];
    const root = directoryWith({ ...files, ".git/HEAD": "" });
    const { exit, out, err } = await gitops(root, "render", "--as", controller, ...values, target);
    if (expected === refused) {
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(err).toMatch(/^error /m);
    } else {
      expect({ exit, out, err: /^error .*/m.exec(err)?.[0] }).toEqual({
        exit: 0,
        out: expected ?? "",
        err: undefined,
      });
    }
  });

  test.skipIf(!peer).each(cases)("$name is recorded as the controller builds it", (parityCase) => {
    expect(peer?.(parityCase)).toBe(parityCase.expected ?? "");
  });
});

function writeRecording({ path }: ParityCase, output: string): void {
  const text = readFileSync(path, "utf8");
  const at = text.indexOf("\n", text.indexOf("\n>>> ") + 1) + 1;
  writeFileSync(path, text.slice(0, at) + output);
}
