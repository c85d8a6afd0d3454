import { expect, test } from "vitest";
import { gitops } from "./command.ts";

const commands = [
  [],
  ["render"],
  ["explain"],
  ["validate"],
  ["vendor"],
  ["patches"],
  ...["write", "check", "report", "import"].map((name) => ["patches", name]),
  ["types"],
];

test.each(commands.map((command) => [["gitops", ...command].join(" "), command] as const))(
  "the help of %s fits 80 columns and says only what is worth saying",
  async (name, command) => {
    const { exit, out, err } = await gitops("/", ...command, "--help");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out.startsWith(`Usage: ${name} `)).toBe(true);
    expect(out.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    expect(out).not.toMatch(/default: (false|\[\]|"")/);
  },
);

test("every command is in the list with what it does", async () => {
  const { out } = await gitops("/");
  for (const [name] of commands.filter(({ length }) => length === 1))
    expect(out).toMatch(new RegExp(`^  ${name} +[a-z]`, "m"));
});
