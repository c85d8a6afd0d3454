// The flags of a build as the command line has them when none is given, but for the network.
import type { BuildFlags } from "../../renderer/cli/build-options.ts";

export const offlineBuild: BuildFlags = {
  loadRestrictor: "LoadRestrictionsRootOnly",
  reorder: "legacy",
  enableHelm: false,
  enableManagedbyLabel: false,
  offline: true,
  enableAlphaPlugins: false,
  enableExec: false,
  network: false,
  mount: [],
  env: [],
  asCurrentUser: false,
  helmCommand: "helm",
  helmKubeVersion: "",
  helmApiVersions: [],
  helmDebug: false,
};
