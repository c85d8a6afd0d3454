// The parts of `gitops patches` that only the command line decides.
import { expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";

test.each(["soon", "", "0", "-1", "1e9", "601", "Infinity", "0x10", "5s"])(
  "--time-limit %j is refused",
  async (limit) => {
    const { exit, err } = await gitops(directoryWith({}), "patches", "check", `--time-limit=${limit}`);
    expect(exit).toBe(64);
    expect(err).toContain("'--time-limit <seconds>' argument");
    expect(err).toContain("a number from 0.1 to 600");
  },
);

test.each(["0.5", "600"])("--time-limit %j is taken", async (limit) => {
  expect((await gitops(directoryWith({}), "patches", "check", `--time-limit=${limit}`)).exit).toBe(0);
});

test.each(["check", "write"])(
  "%s of a path that is not there cannot be done, which is no finding",
  async (command) => {
    const { exit, err } = await gitops(directoryWith({}), "patches", command, "nowhere");
    expect(err).toContain("nowhere does not exist");
    expect(exit).toBe(2);
  },
);
