// Expected results were recorded from Kubernetes' labels.Parse and Matches, in the copy that kustomize 5.8.1 has.
import { describe, expect, test } from "vitest";
import { matchesLabelSelector, parseLabelSelector } from "../../renderer/text/label-selector.ts";

const labels = { app: "web", tier: "", replicas: "5", in: "in", "example.org/part": "a" };

function matches(text: string): boolean | string {
  const selector = parseLabelSelector(text);
  return "error" in selector
    ? selector.error
    : matchesLabelSelector(selector, new Map(Object.entries(labels)));
}

describe("a label selector", () => {
  test.each([
    "",
    "app",
    "app=web",
    "app==web",
    "app = web , tier",
    "app in (web, api)",
    "app in (api,,web)",
    "tier in ()",
    "tier in (,)",
    "tier=",
    "tier=,app",
    "tier!=front",
    "absent!=x",
    "absent notin (a)",
    "!absent",
    "in in (in)",
    "in=in",
    "replicas>4",
    "replicas<6,replicas>4",
    "example.org/part=a",
  ])("%j selects by what it asks for", (text) => {
    expect(matches(text)).toBe(true);
  });

  test.each([
    "absent",
    "app=api",
    "app!=web",
    "!app",
    "app notin (web)",
    "absent in (a)",
    "absent=",
    "replicas>5",
    "app>4",
    "app=web,tier=front",
  ])("%j selects nothing here", (text) => {
    expect(matches(text)).toBe(false);
  });

  test.each([
    ["(app)", "found `(`, expected a label key"],
    ["app web", "found `web`, expected `=`, `==`, `!=`, `in`, `notin`, `>` or `<`"],
    ["!app=web", "found `=`, expected `,` or the end"],
    ["app=web tier", "found `tier`, expected `,` or the end"],
    ["app=web,", "found the end, expected a label key after `,`"],
    ["app==,=", "found `=`, expected a label key after `,`"],
    ["app=(web)", "found `(`, expected a value"],
    ["app in web", "found `web`, expected `(`"],
    ["app in (web", "found the end, expected `,` or `)`"],
    ["app in (web api)", "found `api`, expected `,` or `)`"],
    ["app in (web,,)", "found `)`, expected `,` or a value"],
    ["!", "found the end, expected a label key"],
    ["replicas>many", "`replicas>many` does not compare with an integer"],
    ["replicas>99999999999999999999", "`replicas>99999999999999999999` does not compare with an integer"],
  ])("%j is an error", (text, message) => {
    expect(matches(text)).toBe(message);
  });

  test.each(["_app=web", "app_", "/app", "Example.org/app", "a/b/c", "é", `${"a".repeat(64)}`])(
    "%j holds no valid label key",
    (text) => {
      expect(matches(text)).toMatch(/^the key .* is not valid: /);
    },
  );

  test.each(["app=-web", "app in (web,a_)", `app=${"a".repeat(64)}`])(
    "%j holds no valid label value",
    (text) => {
      expect(matches(text)).toMatch(/^the value .* is not valid: /);
    },
  );
});
