// Who may connect, and what they may do.
import type { Finding, Rule } from "../../rule.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { fileAt } from "../instance/mounts.ts";
import { notSet, placed } from "../placed.ts";
import { meantSettings } from "../settings/names.ts";
import { sources } from "../sources.ts";

/** The elements of the list of authenticators by their number. */
function authenticators({ settings }: EmqxInstance): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path, text } of settings.below("authentication")) {
    if (text === "[]") continue;
    const [, index = "1", name] = path.split(".");
    const names = found.get(index) ?? new Set<string>();
    found.set(index, names);
    if (name !== undefined) names.add(name);
  }
  return found;
}

export const noAuthentication: Rule = {
  code: "emqx/no-authentication",
  severity: "warning",
  summary: "Clients need no account",
  why: "Without an authenticator EMQX accepts everyone who reaches a listener",
  fix: "set EMQX_AUTHENTICATION__1__MECHANISM=password_based and EMQX_AUTHENTICATION__1__BACKEND=built_in_database, or another authenticator",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings } = instance;
      if (!settings.isComplete || authenticators(instance).size > 0) continue;
      if (settings.below("listeners").some(({ path }) => path.split(".")[3] === "authentication")) continue;
      if (isMutualTls(instance) || isMeant(instance, "authentication")) continue;
      yield { ...notSet(instance), message: "there is no authenticator, so everyone may connect" };
    }
  },
};

/** Whether a misspelt variable was meant for a setting below a root. */
function isMeant(instance: EmqxInstance, root: string): boolean {
  return [...meantSettings(instance)].some((path) => path === root || path.startsWith(`${root}.`));
}

/** All that is open asks for a client's certificate. */
function isMutualTls({ settings }: EmqxInstance): boolean {
  const isOff = (type: string): boolean => settings.get(`listeners.${type}.default.enable`)?.text === "false";
  const asks = (type: string): boolean =>
    settings.get(`listeners.${type}.default.ssl_options.fail_if_no_peer_cert`)?.text === "true";
  return isOff("tcp") && isOff("ws") && ["ssl", "wss"].every((type) => isOff(type) || asks(type));
}

export const incompleteAuthenticator: Rule = {
  code: "emqx/incomplete-authenticator",
  severity: "error",
  summary: "An authenticator has no mechanism or no backend",
  why: "EMQX ends with unsupported_mechanism when it starts",
  fix: "set both, such as MECHANISM=password_based and BACKEND=built_in_database",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings } = instance;
      if (!settings.isComplete) continue;
      for (const [index, names] of authenticators(instance)) {
        if (names.size === 0) continue;
        const mechanism = settings.get(`authentication.${index}.mechanism`)?.text;
        const missing = mechanism === undefined ? "mechanism" : "backend";
        if (mechanism !== undefined && (mechanism !== "password_based" || names.has("backend"))) continue;
        const first = settings
          .below("authentication")
          .find(({ path }) => path.startsWith(`authentication.${index}.`));
        if (!first || names.has(missing)) continue;
        yield { ...placed(first), message: `the authenticator ${index} has no ${missing}` };
      }
    }
  },
};

export const openAuthorization: Rule = {
  code: "emqx/authorization-allows-by-default",
  severity: "warning",
  summary: "What no rule decides is allowed",
  why: "Any client may publish and subscribe everywhere: that is the default, and the access rules of the image end with allow all",
  fix: "set EMQX_AUTHORIZATION__NO_MATCH=deny and mount an acl.conf of your own, or authorization sources that decide",
  source: "https://github.com/emqx/emqx/blob/v5.8.9/apps/emqx_auth/etc/acl.conf",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings, mounts, object } = instance;
      const noMatch = settings.get("authorization.no_match");
      if (noMatch?.text === "allow") yield { ...placed(noMatch), message: "what no rule decides is allowed" };
      else if (!noMatch && settings.isComplete && !isMeant(instance, "authorization.no_match"))
        yield { ...notSet(instance), message: "authorization.no_match is not set, and its default is allow" };
      else
        yield* shippedRules(
          instance,
          fileAt(cluster, object.namespace, mounts, "/opt/emqx/etc/acl.conf") !== undefined,
        );
    }
  },
};

function* shippedRules(instance: EmqxInstance, hasOwnRules: boolean): Iterable<Finding> {
  const { settings } = instance;
  const hasSources = settings
    .below("authorization")
    .some(({ path }) => path.startsWith("authorization.sources"));
  const noMatch = settings.get("authorization.no_match");
  if (hasOwnRules || hasSources || !settings.isComplete || !noMatch || noMatch.text !== "deny") return;
  const message = "the access rules of the image allow everything before this counts";
  yield { ...placed(noMatch), message, help: "mount your own rules at /opt/emqx/etc/acl.conf" };
}

const passwordPath = "dashboard.default_password";

export const dashboardPassword: Rule = {
  code: "emqx/default-dashboard-password",
  severity: "warning",
  summary: "The dashboard's administrator has the public password",
  why: "Everyone who reaches the dashboard owns the broker; the password counts only until the account exists, so with a volume it cannot be put right here later",
  fix: "take EMQX_DASHBOARD__DEFAULT_PASSWORD from a Secret before the first start",
  source: sources.dashboard,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings } = instance;
      const setting = settings.get(passwordPath);
      if (!setting && settings.isComplete && !isMeant(instance, passwordPath))
        yield { ...notSet(instance), message: "no password is set, so it is `public`" };
      else if (setting?.text === "public")
        yield { ...placed(setting), message: "the password is the public one" };
    }
  },
};

export const plainDashboardPassword: Rule = {
  code: "emqx/dashboard-password-in-plain-text",
  severity: "warning",
  summary: "The dashboard's password stands in the manifests",
  why: "Everyone who reads the repository or the objects owns the broker",
  fix: "take EMQX_DASHBOARD__DEFAULT_PASSWORD from a Secret (`secretKeyRef`)",
  source: sources.dashboard,
  *check(cluster) {
    for (const { settings } of emqxInstances(cluster)) {
      const setting = settings.get(passwordPath);
      if (setting?.text === undefined || setting.text === "public" || setting.isSecret) continue;
      // A variable is called a password, so `security/secret-in-environment` tells of it where there is a pod.
      if (setting.from === "environment" && setting.at.object.id.kind !== "EMQX") continue;
      yield {
        ...placed(setting),
        message: "the password can be read by everyone who reads the manifests",
        isSecret: true,
      };
    }
  },
};
