// From the name of an environment variable to the path of a setting.
// Source: docker-entrypoint.sh and bin/emqx of EMQX 5.8.9, hocon_tconf:merge_env_overrides.

/** Variables that the image reads itself; they are no settings. */
const ofTheImage: ReadonlySet<string> = new Set([
  "EMQX_NAME",
  "EMQX_HOST",
  "EMQX_NODE_NAME",
  "EMQX_NODE_COOKIE",
  "EMQX_LOG_DIR",
  "EMQX_DEFAULT_LOG_HANDLER",
  "EMQX_LOG__TO",
  "EMQX_BOOT_CONFIGS",
  "EMQX_SSL_DIST_OPTFILE",
  "EMQX_WAIT_FOR_START",
  "EMQX_WAIT_FOR_STOP",
  "EMQX_CONSOLE_FLAVOR",
]);

/** The path that a variable sets, `listeners.tcp.default.bind`; undefined for what is no setting. */
export function settingPath(name: string): readonly string[] | undefined {
  if (!name.startsWith("EMQX_") || ofTheImage.has(name)) return undefined;
  const path = name
    .slice("EMQX_".length)
    .toLowerCase()
    .split("__")
    .filter((part) => part !== "");
  return path.length > 0 ? path : undefined;
}

/** The variable that sets a path. */
export function variableName(path: readonly string[]): string {
  return `EMQX_${path.join("__").toUpperCase()}`;
}
