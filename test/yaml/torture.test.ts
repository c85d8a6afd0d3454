// Every form of a scalar, and everything around it, read and printed: recorded from kustomize 5.8.1.
import { testRecording } from "../recording.ts";

testRecording(new URL("torture.json", import.meta.url));
