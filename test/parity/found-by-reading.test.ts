// What nobody writes and reading kustomize's source showed to differ, made small.
import { testRecording } from "../recording.ts";

testRecording(new URL("found-by-reading.json", import.meta.url));
