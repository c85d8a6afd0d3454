// Collects the diagnostics of one run. `report` goes on, `halt` gives up: Halt is the only thing the renderer throws
// on bad input, and the places that catch it are the ones that can go on without the part that failed.

import type { Code } from "./codes.ts";
import { type Details, type Diagnostic, diagnostic } from "./diagnostic.ts";
import { comparePlaces } from "./location.ts";

/** Thrown after its diagnostic was recorded. */
export class Halt extends Error {
  override readonly name = "Halt";
}

export class Collector {
  readonly #found: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  #reports = 0;

  /** Records a diagnostic; the same one (code, place and message) is kept once. */
  report(code: Code, message: string, details: Details = {}): void {
    this.add(diagnostic(code, message, details));
  }

  /** Records what was found elsewhere: by another collector, or by a rule. */
  add(found: Diagnostic): void {
    this.#reports++;
    const identity = `${found.code}\0${found.message}\0${found.at?.source.path ?? ""}\0${found.at?.at ?? -1}`;
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.#found.push(found);
  }

  /** Records a diagnostic and gives up on the current part of the build. */
  halt(code: Code, message: string, details: Details = {}): never {
    this.report(code, message, details);
    throw new Halt(message);
  }

  /** How often something was reported, known or not: a part of a build that leaves it as it is has nothing to say. */
  get reports(): number {
    return this.#reports;
  }

  get hasErrors(): boolean {
    return this.#found.some((found) => found.severity === "error");
  }

  /**
   * Everything found, by file, line and column; what has no place comes first. Where a file could not be read, nothing is
   * said of objects that are missing: they may stand in it.
   */
  sorted(): readonly Diagnostic[] {
    const isIncomplete = this.#found.some(isUnread);
    const found = this.#found.filter(({ code }) => !isIncomplete || !missesObjects.has(code));
    return found.toSorted((a, b) => {
      if (!a.at || !b.at) return Number(Boolean(a.at)) - Number(Boolean(b.at));
      return comparePlaces(a.at, b.at);
    });
  }
}

const missesObjects: ReadonlySet<string> = new Set(["patch/no-target", "transform/no-target"]);

function isUnread({ code, severity }: Diagnostic): boolean {
  return severity === "error" && (code.startsWith("yaml/") || code.startsWith("load/"));
}

/**
 * Runs a part of the build; undefined when it halted. Its diagnostics are in the collector by then, so the caller
 * goes on with the next part and one run shows all errors.
 */
export function attempt<T>(part: () => T): T | undefined {
  try {
    return part();
  } catch (thrown) {
    if (thrown instanceof Halt) return undefined;
    throw thrown;
  }
}
