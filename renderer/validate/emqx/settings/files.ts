// Configuration files: mounted from ConfigMaps, or in the `config.data` of an EMQX object.
import type { Rule } from "../../rule.ts";
import { isAtLeast } from "../instance/image.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { fileAt, mountAt } from "../instance/mounts.ts";
import { placeWithin } from "../instance/settings.ts";
import { sources } from "../sources.ts";

export const invalidHocon: Rule = {
  code: "emqx/invalid-hocon",
  severity: "error",
  summary: "A configuration file is no HOCON that EMQX can read",
  why: "EMQX does not start; with the operator nothing is applied any more and the event InvalidConfig says so",
  fix: "put what has other signs than letters, digits, `_`, `-`, `.`, `@` and `%` into double quotes, and close all brackets",
  source: "https://github.com/emqx/hocon/blob/0.44.0/src/hocon_scanner.xrl",
  *check(cluster) {
    for (const { files } of emqxInstances(cluster)) {
      for (const { name, at, document } of files) {
        if (!document.error) continue;
        const within = placeWithin(at, document.error);
        yield {
          at,
          ...(within ? { within } : {}),
          message: `${name} cannot be read: ${document.error.message}`,
        };
      }
    }
  },
};

export const missingInclude: Rule = {
  code: "emqx/included-file-not-mounted",
  severity: "warning",
  summary: "A configuration file includes one that nothing mounts",
  why: "EMQX skips a file that is not there, or does not start when it is required",
  fix: "mount the file beside the one that includes it, or write its content there",
  source: "https://github.com/emqx/hocon/blob/0.44.0/src/hocon_token.erl",
  *check(cluster) {
    for (const { files, mounts, object } of emqxInstances(cluster)) {
      for (const { at, document } of files) {
        for (const include of document.includes) {
          const path = include.file.startsWith("/") ? include.file : `/opt/emqx/etc/${include.file}`;
          const file = fileAt(cluster, object.namespace, mounts, path);
          if (file || mountAt(mounts, path)?.volume?.kind === "other") continue;
          const within = placeWithin(at, include);
          yield {
            at,
            ...(within ? { within } : {}),
            message: `nothing mounts the included file \`${path}\``,
          };
        }
      }
    }
  },
};

const needed = [
  ["node.cookie", "EMQX does not start without it"],
  ["node.data_dir", "EMQX does not start without it"],
  ["dashboard.listeners.http.bind", "without it there is no dashboard, no API and no /status"],
] as const;

export const incompleteFile: Rule = {
  code: "emqx/incomplete-config-file",
  severity: "error",
  summary: "A mounted emqx.conf leaves out what the one of the image had",
  why: "The shipped file sets the cookie, the data directory and the dashboard's port; the one that covers it has to do so as well",
  fix: "set it in the file or as a variable, or mount a base.hocon instead and leave emqx.conf alone",
  source: "https://github.com/emqx/emqx/blob/v5.8.9/apps/emqx_conf/etc/emqx_conf.conf",
  *check(cluster) {
    for (const { files, settings, environment } of emqxWorkloads(cluster)) {
      const file = files.find(({ name }) => name === "emqx.conf");
      if (!file || !settings.isComplete) continue;
      for (const [path, effect] of needed) {
        const isCookie = path === "node.cookie" && environment.variables.has("EMQX_NODE_COOKIE");
        if (settings.get(path) || isCookie) continue;
        yield {
          at: file.at,
          atKey: true,
          message: `neither emqx.conf nor a variable sets \`${path}\`: ${effect}`,
        };
      }
    }
  },
};

export const clusterHocon: Rule = {
  code: "emqx/cluster-hocon-mounted",
  severity: "warning",
  summary: "The file that EMQX keeps its own changes in is mounted",
  why: "The dashboard and the API write it, and the nodes copy it from each other; from a ConfigMap it cannot be written",
  fix: "put defaults into /opt/emqx/etc/base.hocon, and what is fixed into variables",
  source: sources.configuration,
  *check(cluster) {
    for (const { mounts } of emqxInstances(cluster)) {
      for (const { at, path, volume, subPath } of mounts) {
        const isFile = path === "/opt/emqx/data/configs/cluster.hocon" || path === "/opt/emqx/data/configs";
        if (!isFile || (volume?.kind !== "config-map" && volume?.kind !== "secret")) continue;
        yield {
          at,
          message: `\`${path}\` is written by EMQX itself${subPath ? "" : ", and here it cannot be"}`,
        };
      }
    }
  },
};

export const ignoredBase: Rule = {
  code: "emqx/base-hocon-ignored",
  severity: "warning",
  summary: "A base.hocon is mounted and this version does not read it",
  why: "EMQX reads etc/base.hocon since 5.8.4; before, all of its defaults do nothing",
  fix: "use 5.8.4 or later, or set the defaults in emqx.conf or variables",
  source: "https://github.com/emqx/emqx/pull/14269",
  *check(cluster) {
    for (const { files, image } of emqxInstances(cluster)) {
      const file = files.find(({ name }) => name === "base.hocon");
      if (!file || isAtLeast(image, 5, 8, 4) !== false) continue;
      const related = [{ at: image.at, message: "the version" }];
      yield { at: file.at, atKey: true, message: `EMQX ${image.tag} does not read base.hocon`, related };
    }
  },
};

const runTime = ["log", "mqtt", "retainer", "slow_subs", "sysmon", "alarm", "delayed", "rewrite"];

export const pinnedSetting: Rule = {
  code: "emqx/setting-pinned-by-environment",
  severity: "info",
  summary: "A variable pins what people change at run time",
  why: "Changes through the dashboard or the API are gone after the next restart",
  fix: "write it into a base.hocon and mount that at /opt/emqx/etc/base.hocon (EMQX 5.8.4 or later)",
  source: "https://github.com/emqx/emqx/pull/14269",
  parameters: {
    roots: { summary: "The parts of the configuration that are changed at run time", default: runTime },
  },
  *check(cluster, context) {
    const roots = new Set(context.list("roots"));
    for (const { settings } of emqxInstances(cluster)) {
      for (const root of roots) {
        for (const { path, from, at } of settings.below(root)) {
          if (from === "environment")
            yield { at, message: `\`${path}\` goes back to this value at every restart` };
        }
      }
    }
  },
};
