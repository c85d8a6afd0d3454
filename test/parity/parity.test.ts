// Every case renders to the bytes that were recorded from kustomize 5.8.1. Where the real binary is at hand
// (KUSTOMIZE, or on PATH), the recordings are compared with it as well; RECORD=1 makes them anew.
import { describe, expect, test } from "vitest";
import { findPeer } from "../bench/measure.ts";
import { project } from "../project.ts";
import { readCases } from "./case-file.ts";
import { record, runKustomize } from "./record.ts";

const binary = findPeer();
const cases = readCases();

if (binary && process.env["RECORD"]) for (const parityCase of cases) record(binary, parityCase);

/** Warnings about what kustomize passes over in silence. */
const onlyHere: readonly string[] = ["kustomization/deprecated", "patch/target-unmatched"];

describe("the same bytes as kustomize 5.8.1", () => {
  test.each(readCases())("$name: $what", ({ files, target, expected }) => {
    const rendered = project(files).render(target);
    expect(rendered.problems.filter((problem) => !onlyHere.some((code) => problem.startsWith(code)))).toEqual([]);
    expect(rendered.yaml).toBe(expected);
  });
});

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!binary)("the recordings are what the real kustomize prints", () => {
  test.each(readCases())("$name", (parityCase) => {
    expect(runKustomize(binary ?? "", parityCase)).toBe(parityCase.expected);
  });
});
