// JSON patches and replacements between values of every kind, recorded from kustomize 5.8.1.
import { describe } from "vitest";
import { testRecording } from "../recording.ts";

for (const name of ["json-patch", "json-patch-round-trip", "replacements", "replacements-in-texts"]) {
  describe(name, () => testRecording(new URL(`${name}.json`, import.meta.url)));
}
