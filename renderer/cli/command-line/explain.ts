// What `gitops explain` may be told.
import type { ExplainFlags } from "../commands/explain.ts";
import type { ExplainRuleFlags } from "../commands/explain-rule.ts";
import { withControllerOptions } from "../controller-options.ts";
import type { Definition } from "./definition.ts";
import { withBuildOptions } from "./options.ts";

// `markdown` is for rules, `tree` for objects.
const formats = ["text", "json", "tree", "markdown"] as const;

export const explainDefinition: Definition = {
  name: "explain",
  summary: "say where a value of the output comes from, or what a rule is about",
  define(command, io, done) {
    command
      .description(
        "Shows every layer that set a value: file, line, and what it replaced. With --rule, explains a rule instead.",
      )
      .argument("[directory]", "directory with a kustomization file")
      .argument("[object]", "Kind/name, or Kind/name.namespace where several match")
      .argument("[field]", "path such as spec.replicas or spec.template.spec.containers[name=emqx]")
      .option(
        "--rule [code]",
        "explain this rule, or the rules of this area; without a code, list all of them",
      );
    withControllerOptions(withBuildOptions(command, formats)).action(
      async (
        directory: string | undefined,
        object: string | undefined,
        field: string | undefined,
        flags: ExplainFlags & Partial<ExplainRuleFlags>,
      ) => {
        if (flags.rule !== undefined) {
          const { explainRuleCommand } = await import("../commands/explain-rule.ts");
          done(explainRuleCommand({ ...flags, rule: flags.rule }, io));
        } else if (directory === undefined || object === undefined) {
          command.error("error: name a directory and an object, or a rule with --rule");
        } else {
          const { explainCommand } = await import("../commands/explain.ts");
          done(await explainCommand(directory, object, field, flags, io));
        }
      },
    );
  },
};
