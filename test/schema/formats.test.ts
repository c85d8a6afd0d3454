// Texts of each format. The examples are those of Kubernetes' own tests and documentation: resource/quantity_test.go,
// validation_test.go (apimachinery), strfmt/default_test.go (kube-openapi), cron's parser_test.go, RFC 3339.
import { describe, expect, test } from "vitest";
import { cron } from "../../renderer/schema/check/cron.ts";
import { formatProblem } from "../../renderer/schema/check/formats.ts";

const cases: readonly (readonly [format: string, right: readonly string[], wrong: readonly string[]])[] = [
  [
    "quantity",
    [
      "0",
      "1",
      "0.5",
      ".5",
      "5.",
      "-1",
      "+1",
      "100m",
      "128Mi",
      "1.5Gi",
      "1e3",
      "1E-3",
      "5E",
      "10Ei",
      "1n",
      "1u",
    ],
    ["", "1GB", "1 Gi", "1gi", "1K", "1KiB", "Mi", "1e", "0x10", "1Mi2", "1,5", "1mm"],
  ],
  [
    "go-duration",
    ["0", "1h30m", "1.5h", "-10s", "300ms", "1us", "1µs"],
    ["", "1", "1d", "1 h", "h", "1h 30m"],
  ],
  ["duration", ["22 ns", "1h", "3 days", "2 weeks"], ["", "tomorrow", "22"]],
  [
    "date-time",
    ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.123+01:00", "2024-02-29T23:59:60Z"],
    [
      "",
      "2026-01-31",
      "2026-02-29T12:00:00Z",
      "2026-01-31T24:00:00Z",
      "2026-01-31 12:00:00",
      "2026-01-31T12:00:00",
    ],
  ],
  ["date", ["2026-01-31"], ["2026-02-30", "31-01-2026", ""]],
  ["byte", ["", "YQ==", "YWI=", "YWJj", "YWJj\nYWJj\n"], ["YQ", "YQ=", "a b=", "****", "YQ==YQ=="]],
  ["ipv4", ["10.0.0.1", "255.255.255.255"], ["256.0.0.1", "10.0.0", "10.0.0.1.", "::1", ""]],
  ["ipv6", ["::1", "2001:db8::1", "::ffff:10.0.0.1"], ["10.0.0.1", "::g", "1:2:3", "", "[::1]"]],
  ["cidr", ["10.0.0.0/8", "fd00::/8"], ["10.0.0.0", "10.0.0.0/33", "fd00::/129", "10.0.0.0/8/8", "/8"]],
  ["uri", ["https://example.com/a?b", "urn:a:b", "/a"], ["example.com", "a b:c", ""]],
  ["uuid", ["6ba7b810-9dad-11d1-80b4-00c04fd430c8"], ["6ba7b810", "6ba7b810-9dad-11d1-80b4-00c04fd430cg"]],
  ["hostname", ["example.com", "a"], ["-a.com", "a..b", ""]],
  ["dns-label", ["a", "a-1", "1a"], ["A", "-a", "a-", "a.b", "a".repeat(64)]],
  ["dns-1035-label", ["a", "a-1"], ["1a", "A", "a-"]],
  ["dns-subdomain", ["a", "a.b", "1.a-b"], ["a_b", ".a", "a.", "a..b", "a".repeat(254)]],
  ["wildcard-host", ["*.a.b", "a.b"], ["*", "a.*.b", "*a.b"]],
  ["label-key", ["app", "a.b/c", "A_b-c"], ["/a", "a/", "a/b/c", "a b", "A.com/b"]],
  ["label-value", ["", "a", "A_b.c-1"], ["-a", "a-", "a b", "a/b"]],
  ["annotation-key", ["A.com/b", "a"], ["a/b/c", "a b"]],
  ["port-name", ["http", "http-2", "1a"], ["HTTP", "80", "a--b", "-a", "a-", "abcdefghijklmnop"]],
  ["environment-name", ["A", "a.b", "1A", "A B", "!"], ["A=B", "Ä", "A\n"]],
  ["config-map-key", ["a", "A_b.c-1", ".a"], ["..a", ".", "a/b", "a b", "a".repeat(254)]],
  ["percent", ["0%", "25%", "150%"], ["25", "-1%", "1.5%", "%", ""]],
];

describe.each(cases)("%s", (format, right, wrong) => {
  test.each(right)("%j is right", (text) => {
    expect(formatProblem(format, text)).toBeUndefined();
  });
  test.each(wrong)("%j is wrong", (text) => {
    expect(formatProblem(format, text)).toEqual(expect.any(String));
  });
});

describe("schedules", () => {
  test.each(["* * * * *", "*/5 0-12 1,15 * 1-5", "0 0 ? jan sun", "5/15 * * * *", "@daily", "@every 1h30m"])(
    "%s is right",
    (text) => {
      expect(cron(text)).toBeUndefined();
    },
  );
  test.each([
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 7",
    "5-1 * * * *",
    "*/0 * * * *",
    "TZ=UTC 0 0 * * *",
    "@midday",
    "a b c d e",
  ])("%j is wrong", (text) => {
    expect(cron(text)).toEqual(expect.any(String));
  });
});

test("a format that nobody knows is not checked", () => {
  expect(formatProblem("sandwich", "anything")).toBeUndefined();
});
