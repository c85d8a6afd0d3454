// What `gitops types` may be told.
import type { TypesFlags } from "../commands/types.ts";
import type { Definition } from "./definition.ts";
import { withFormat } from "./options.ts";

export const typesDefinition: Definition = {
  name: "types",
  summary: "make types of CustomResourceDefinitions",
  define(command, io, done) {
    withFormat(command)
      .argument("<paths...>", "files, or directories that are searched for definitions")
      .option("-o, --output <file>", "write to a file instead of stdout")
      .action(async (paths: readonly string[], flags: TypesFlags) => {
        const { typesCommand } = await import("../commands/types.ts");
        done(typesCommand(paths, flags, io));
      });
  },
};
