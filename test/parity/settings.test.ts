// Settings of plugins and files of replacements, where numbers and booleans are texts in some places and mistakes in others.
import { testRecording } from "../recording.ts";

testRecording(new URL("settings.json", import.meta.url));
