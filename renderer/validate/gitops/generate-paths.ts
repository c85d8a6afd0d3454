// The annotation that tells Argo CD which commits are no matter of an Application, against what its build reads.
import { dirname, join } from "node:path/posix";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { matchesPattern } from "./pattern.ts";
import { grouped, syncPathsOf } from "./sync.ts";

const name = "argocd.argoproj.io/manifest-generate-paths";
const source =
  "https://argo-cd.readthedocs.io/en/release-3.5/operator-manual/high_availability/#manifest-paths-annotation";

export const generatePathsMiss: Rule = {
  code: "gitops/generate-paths-miss",
  severity: "error",
  summary: "An Application's build reads files outside of its manifest-generate-paths",
  why: "A commit that changes only such files is not built: Argo CD says Synced and the change never arrives",
  fix: "add the directory to the annotation",
  source,
  *check(cluster) {
    const paths = syncPathsOf(cluster).filter(({ controller }) => controller === "argocd");
    for (const group of grouped(paths, ({ object, file }) => `${file}\0${object.name}`).values()) {
      const [{ object }] = group as [(typeof group)[0]];
      const at = object.root.get("metadata", "annotations", name);
      if (at.text === undefined || at.text.trim() === "") continue;
      const directories = group.map(({ directory }) => directory);
      const patterns = patternsOf(at.text, directories);
      const files = group.flatMap(({ build }) => build()?.files ?? []);
      const missed = files.filter((file) => !patterns.some((pattern) => covers(pattern, file)));
      const [first, ...more] = missed;
      if (first === undefined) continue;
      const others = more.length > 0 ? ` and ${more.length} more` : "";
      const wanted = `/${commonDirectory(missed)}`;
      const edit = wanted === "/" ? undefined : editOf(at, wanted);
      yield {
        at,
        message: `the build reads ${first}${others}, which the annotation leaves out`,
        help: `add ${wanted}`,
        ...(edit ? { edit } : {}),
      };
    }
  },
};

/** Paths and patterns in the repository; those without a slash in front begin at the Application's directory. */
function patternsOf(text: string, directories: readonly string[]): readonly string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) =>
      part.startsWith("/") ? [join("/", part)] : directories.map((each) => join("/", each, part)),
    )
    .map((path) => path.slice(1).replace(/\/$/, ""));
}

function covers(pattern: string, file: string): boolean {
  if (pattern === "" || file === pattern || file.startsWith(`${pattern}/`)) return true;
  return /[*?]/.test(pattern) && matchesPattern(pattern, file, "/");
}

/** The lowest directory that all files are in. */
function commonDirectory(files: readonly string[]): string {
  const [first = "", ...more] = files.map((file) => dirname(file));
  let common = first === "." ? [] : first.split("/");
  for (const directory of more) {
    const parts = directory.split("/");
    const end = common.findIndex((part, i) => part !== parts[i]);
    if (end >= 0) common = common.slice(0, end);
  }
  return common.join("/");
}

function editOf({ node, text }: Value, wanted: string): Edit | undefined {
  if (node?.kind !== "scalar" || text === undefined || node.written) return undefined;
  const quote = node.style === "single" || node.style === "double" ? 1 : 0;
  if (node.style === "literal" || node.style === "folded") return undefined;
  const at = { source: node.source, at: node.at + quote };
  return { at, old: text, text: `${text};${wanted}` };
}
