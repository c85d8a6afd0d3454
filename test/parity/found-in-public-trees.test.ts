// What kustomizations of public repositories showed to differ once, made anew and small, with what stands next to it.
import { testRecording } from "../recording.ts";

testRecording(new URL("found-in-public-trees.json", import.meta.url));
