// The process: arguments in, exit status out. Nothing here decides anything.
import { exitCodes } from "./exit-codes.ts";
import { processIo } from "./io.ts";
import { optimizeLater } from "./optimize-later.ts";
import { exit, writeErr } from "./output-streams.ts";
import { run } from "./program.ts";

export { run } from "./program.ts";

export async function runProcess(): Promise<void> {
  optimizeLater();

  try {
    exit(await run(process.argv.slice(2), processIo()));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const trace = process.env["GITOPS_DEBUG"] && thrown instanceof Error ? `\n${thrown.stack}` : "";
    writeErr(
      `error internal/error ${reason}\n  help: this is a defect of gitops; run again with GITOPS_DEBUG=1 and report it${trace}\n`,
    );
    exit(exitCodes.failed);
  }
}
