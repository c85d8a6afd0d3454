// What the process prints, and its end. Stdout is written directly: Node takes 2 to 4 ms to open a stream for it.
import { writeSync } from "node:fs";
import { exitCodes } from "./exit-codes.ts";

const stdoutFd = 1;
let isDirect = process.platform !== "win32"; // whose consoles take no UTF-8 from a file descriptor
const opened = new Set<NodeJS.WriteStream>();

/** Prints what was asked for. A reader that has seen enough (`| head`) ends the process and is not an error. */
export function writeOut(text: string): void {
  const left = isDirect ? writeDirectly(Buffer.from(text)) : text;
  if (left.length > 0) write(process.stdout, left, endUnwritten);
}

/** Prints what is said about it. With nobody to read it, the exit status says as much as can be said. */
export function writeErr(text: string): void {
  write(process.stderr, text, () => undefined);
}

/** Ends the process when all is written; the memory of a large build is not given back piece by piece before that. */
export function exit(code: number): void {
  process.exitCode = code;
  let left = opened.size;
  if (left === 0) process.exit();
  for (const stream of opened) {
    stream.write("", () => {
      left -= 1;
      if (left === 0) process.exit();
    });
  }
}

/** @returns what is left to write: a pipe or a terminal that does not wait for its reader is the stream's */
function writeDirectly(bytes: Buffer): Buffer {
  let left = bytes;
  try {
    while (left.length > 0) left = left.subarray(writeSync(stdoutFd, left));
  } catch (thrown) {
    if (codeOf(thrown) !== "EAGAIN") endUnwritten(thrown);
    isDirect = false;
  }
  return left;
}

function write(stream: NodeJS.WriteStream, text: string | Buffer, onError: (error: Error) => void): void {
  if (!opened.has(stream)) {
    opened.add(stream);
    stream.on("error", onError);
  }
  // Told here first, before `exit` hears that the stream is done with.
  stream.write(text, (error) => {
    if (error) onError(error);
  });
}

function endUnwritten(thrown: unknown): never {
  if (codeOf(thrown) === "EPIPE") process.exit(exitCodes.clean);
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  process.exitCode = exitCodes.failed;
  writeErr(`error output/failed cannot write what was asked for: ${reason}\n`);
  process.exit();
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
}
