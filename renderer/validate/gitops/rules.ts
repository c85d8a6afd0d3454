// The rules of this area. What is left out, and why:
//
// | an unquoted sync wave            | schema/… finds every annotation that is no string                             |
// | a hook without a delete policy   | Argo CD then assumes BeforeHookCreation, which is what most hooks want        |
// | a project or source not found    | it may be in another repository or have been made by hand                     |
// | what an ApplicationSet makes     | its generators ask clusters and git hosts; the Applications are not known     |
// | Secrets of service-account type  | what the controllers do with them depends on settings of the cluster          |
// | one object by Argo CD and Flux   | a repository may offer both, and a cluster follows one                        |
// | variables of substituteFrom      | ConfigMaps and Secrets of the cluster hold them; `--substitute-values` tests  |
// | differences of healthy builds    | `gitops render --parity` shows them; a build that is refused is found here    |
import type { Rule } from "../rule.ts";
import { controllerRefuses, foreignRegistry, namespaceNotCreated, variableLeft } from "./cluster.ts";
import {
  dependencyCycle,
  dependencyMisspelt,
  dependencyNotAwaited,
  forceRecreates,
  healthChecksIgnored,
} from "./flux.ts";
import { generatePathsMiss } from "./generate-paths.ts";
import { fluxFileName, nothingToBuild, objectOwnedTwice, pathBuiltTwice, pathNotFound } from "./paths.ts";
import {
  destinationUnused,
  projectForbidsKind,
  projectForbidsNamespace,
  projectForbidsSource,
} from "./project.ts";
import { followsBranch, parameterOverrides } from "./revisions.ts";
import { encryptedForNobody, secretInGit } from "./secrets.ts";
import { replaceBeatsApply, unknownWord, waveBeforeNeed, waveNoNumber } from "./waves.ts";

export const gitopsRules: readonly Rule[] = [
  pathNotFound,
  nothingToBuild,
  pathBuiltTwice,
  objectOwnedTwice,
  fluxFileName,
  followsBranch,
  parameterOverrides,
  controllerRefuses,
  generatePathsMiss,
  projectForbidsSource,
  projectForbidsNamespace,
  projectForbidsKind,
  destinationUnused,
  namespaceNotCreated,
  waveNoNumber,
  waveBeforeNeed,
  unknownWord,
  replaceBeatsApply,
  dependencyCycle,
  dependencyMisspelt,
  dependencyNotAwaited,
  healthChecksIgnored,
  forceRecreates,
  variableLeft,
  secretInGit,
  encryptedForNobody,
  foreignRegistry,
];
