// What random trees showed to differ once (test/fuzz), made small, with what stands next to it.
import { testRecording } from "../recording.ts";

testRecording(new URL("found-by-fuzzing.json", import.meta.url));
