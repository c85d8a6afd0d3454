// Scalars with a tag in front, which may say something else than the text.
import { testRecording } from "../recording.ts";

testRecording(new URL("tags.json", import.meta.url));
