// Which EMQX an image is.
import type { Value } from "../../model/value.ts";

export interface EmqxImage {
  readonly at: Value;
  readonly text: string;
  /** Up to the tag: `docker.io/emqx/emqx`. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** From the repository's name. */
  readonly isEnterprise: boolean;
  /** Undefined when the tag does not tell. */
  readonly version: Version | undefined;
}

interface Version {
  readonly major: number;
  readonly minor: number;
  /** Undefined for a tag that moves: `5.8`. */
  readonly patch: number | undefined;
}

/** The repositories of EMQX end so, whatever registry they were copied to. */
const repositoryName = /(?:^|\/)emqx\/emqx(-enterprise)?$/;

/** @returns undefined for the image of anything else, EMQX 4 among it */
export function readEmqxImage(at: Value): EmqxImage | undefined {
  const text = at.text ?? "";
  const [, repository = "", tag] = /^(.*?)(?::([^:/@]*))?(?:@.*)?$/.exec(text) ?? [];
  const name = repositoryName.exec(repository);
  if (!name) return undefined;
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(tag ?? "") ?? [];
  const version =
    major === undefined || minor === undefined
      ? undefined
      : {
          major: Number(major),
          minor: Number(minor),
          patch: patch === undefined ? undefined : Number(patch),
        };
  // EMQX 4 has other names for nearly everything.
  if (version && version.major < 5) return undefined;
  return { at, text, repository, tag, isEnterprise: name[1] !== undefined, version };
}

/** Whether an image is of a version or a later one; undefined when its tag does not tell. */
export function isAtLeast(
  { version }: EmqxImage,
  major: number,
  minor: number,
  patch = 0,
): boolean | undefined {
  if (!version) return undefined;
  if (version.major !== major) return version.major > major;
  if (version.minor !== minor) return version.minor > minor;
  return patch === 0 ? true : version.patch === undefined ? undefined : version.patch >= patch;
}
