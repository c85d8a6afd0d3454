// The disk as the loader sees it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiskFileSystem } from "../../renderer/load/disk-fs.ts";
import { directoryWith } from "../cli/command.ts";

const disk = new DiskFileSystem();
const textOrKind = (path: string): string => {
  const result = disk.read(path, 1000);
  return result.kind === "bytes" ? Buffer.from(result.bytes).toString() : result.kind;
};

describe("a file", () => {
  test("is read whole", () => {
    const at = directoryWith({ "a.yaml": "é: 1\n", "empty.yaml": "" });
    const read = ["a.yaml", "empty.yaml", "none.yaml"].map((name) => textOrKind(join(at, name)));
    expect(read).toEqual(["é: 1\n", "", "missing"]);
  });

  test("that is larger than allowed is not", () => {
    const at = directoryWith({ a: "12345" });
    expect(disk.read(join(at, "a"), 4)).toEqual({ kind: "too-large", sizeBytes: 5 });
  });

  test.skipIf(!existsSync("/dev/zero"))("without an end is read no further than that", () => {
    expect(textOrKind("/dev/zero")).toBe("too-large");
  });

  test("is no directory", () => {
    expect(disk.read(directoryWith({}), 1_000_000)).toEqual({
      kind: "unreadable",
      reason: "it is a directory",
    });
  });

  // What the system makes up has no size.
  test.skipIf(!existsSync("/proc/version"))("without a size is read whole, too", () => {
    expect(textOrKind("/proc/version")).toBe(readFileSync("/proc/version", "utf8"));
  });
});
