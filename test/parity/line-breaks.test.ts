// Line breaks that only YAML 1.1 knows, and characters that are none of YAML's, in every place of a manifest.
import { testRecording } from "../recording.ts";

testRecording(new URL("line-breaks.json", import.meta.url));
