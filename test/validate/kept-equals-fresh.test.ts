// What --watch keeps between rounds must never show: after any edit its report is that of a validation from scratch.
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFiles } from "../../renderer/cli/build-options.ts";
import { findOverlays } from "../../renderer/cli/validate/find-overlays.ts";
import { KeptOverlays } from "../../renderer/cli/validate/kept-overlays.ts";
import { printedReport } from "../../renderer/cli/validate/print.ts";
import { describeWith } from "../../renderer/cli/validate/rule-info.ts";
import {
  type TreeResult,
  type ValidateTreeOptions,
  validateTree,
} from "../../renderer/cli/validate/validate-tree.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import { rules } from "../../renderer/validate/rules.ts";
import { offlineBuild } from "../cli/build-flags.ts";
import { directoryWith } from "../cli/command.ts";
import { drawing, type Edited, editOnce } from "./edits.ts";
import { policy } from "./trees.ts";

const root = join(import.meta.dirname, "../..");
const rounds = Number(process.env["ROUNDS"] ?? 14);

/** Most components are in no overlay: an edit there would change no report. */
const matters = /\/(base\/(emqx|broker)|overlays|components\/(mqtt-bridge|tls|metrics|backup|node-port))\//;
const opinions = rules.flatMap(({ code, severity }) => (severity === "off" ? [`  ${code}: info`] : []));

function printed({ failed, siteRules, isOfFilesAlone, ...rest }: TreeResult): string {
  const printing = {
    style: plainStyle,
    describe: describeWith([...rules, ...siteRules]),
    toolVersion: "0",
    toRepository: (path: string): string => path,
  };
  const report = { ...rest, known: 0 };
  const texts = (["text", "json", "sarif"] as const).map((format) => printedReport(report, format, printing));
  return [`${failed} ${isOfFilesAlone}`, ...texts].join("\n");
}

test.each([1, 2])(
  "rounds of edits drawn by lot report what a validation from scratch does (%i)",
  async (seed) => {
    const directory = directoryWith({});
    for (const name of ["base", "overlays", "kustomization.yaml"])
      cpSync(join(root, name), join(directory, name), { recursive: true });
    // All rules speak, those about matters of opinion too, so that every object has findings at its lines.
    writeFileSync(join(directory, "policy.yaml"), policy(`rules:\n${opinions.join("\n")}`));
    const io = { workingDirectory: directory, out: () => undefined, err: () => undefined, style: plainStyle };
    const options: Omit<ValidateTreeOptions, "files"> = {
      directories: findOverlays(directory),
      isWholeTree: true,
      rules,
      withSiteRules: true,
      flags: { ...offlineBuild, policy: [], allowCustomRules: false },
      clusterTypes: [],
      extraTypes: () => undefined,
      io,
      today: "2026-11-21",
    };
    const overlays = new KeptOverlays();
    let files = openFiles(io);
    const draw = drawing(seed);
    const open: Edited[] = [];
    let changed: ReadonlySet<string> = new Set();
    const told = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const kept = printed(await validateTree({ ...options, files, kept: { overlays, changed } }));
      const fresh = printed(await validateTree({ ...options, files: openFiles(io) }));
      expect(kept, `round ${round}, after an edit of ${[...changed]}`).toBe(fresh);
      told.add(fresh);
      const read = [...files.takeUses().contents].filter((path) => existsSync(path) && matters.test(path));
      changed = new Set(
        Array.from({ length: 1 + draw(2) }, () => editOnce(directory, read.sort(), open, draw)),
      );
      files = files.without(changed);
    }
    // The edits are no good when they change nothing.
    expect(told.size).toBeGreaterThan(2);
  },
);
