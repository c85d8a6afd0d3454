// What `gitops vendor` may be told.
import type { VendorFlags } from "../commands/vendor.ts";
import type { Definition } from "./definition.ts";
import { withFormat } from "./options.ts";

export const vendorDefinition: Definition = {
  name: "vendor",
  summary: "pin what a tree takes from elsewhere",
  define(command, io, done) {
    withFormat(
      command
        .description(
          "Finds every remote base and file of the kustomizations below a directory and writes gitops.lock there.",
        )
        .argument("[directories...]", "directories of kustomizations (default: the current one)")
        .option("--check", "write nothing, and fail when a lock file is not what would be written", false)
        .option("--prune <days>", "only remove from the cache what no build has used for so many days"),
    ).action(async (directories: readonly string[], flags: VendorFlags) => {
      const { vendorCommand } = await import("../commands/vendor.ts");
      done(vendorCommand(directories, flags, io));
    });
  },
};
