// Where the paths of a ValueAddTransformer lead.
import { testRecording } from "../recording.ts";

testRecording(new URL("value-add.json", import.meta.url));
