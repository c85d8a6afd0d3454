// The cookie is the only lock on the port between the nodes.
import type { Rule } from "../../rule.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { notSet, placed } from "../placed.ts";
import { meantSettings } from "../settings/names.ts";
import { sources } from "../sources.ts";

const path = "node.cookie";
const usual = "emqxsecretcookie";
const why = "Whoever reaches port 4370 and knows the cookie owns the node: it can run any code";
const fix = "take EMQX_NODE__COOKIE from a Secret (`secretKeyRef`), the same for all pods";

export const noCookie: Rule = {
  code: "emqx/no-node-cookie",
  severity: "error",
  summary: "No cookie is set, so that of the image is used",
  why: `${why}, and the one of the image is public`,
  fix,
  source: sources.clusterSecurity,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { settings, environment, replacesConfig } = instance;
      if (!settings.isComplete || settings.get(path) || environment.variables.has("EMQX_NODE_COOKIE"))
        continue;
      // Then EMQX does not start at all, which another rule says.
      if (replacesConfig || meantSettings(instance).has(path)) continue;
      yield { ...notSet(instance), message: "no cookie is set, and everyone knows the one of the image" };
    }
  },
};

export const knownCookie: Rule = {
  code: "emqx/node-cookie-in-plain-text",
  severity: "error",
  summary: "The cookie stands in the manifests",
  why,
  fix,
  source: sources.clusterSecurity,
  *check(cluster) {
    for (const { settings, environment } of emqxInstances(cluster)) {
      const legacy = environment.variables.get("EMQX_NODE_COOKIE");
      const setting = settings.get(path);
      if (setting?.text !== undefined && !setting.isSecret) {
        const message =
          setting.text === usual
            ? "the cookie is the public one of the image"
            : "the cookie can be read by everyone who reads the manifests";
        yield { ...placed(setting), message, isSecret: true };
      }
      if (legacy?.text !== undefined)
        yield {
          at: legacy.at,
          message: "the cookie can be read by everyone who reads the manifests",
          isSecret: true,
        };
    }
  },
};
