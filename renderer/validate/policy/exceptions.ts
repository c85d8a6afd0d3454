// What is excused, and whether the excuses still mean anything.
import type { Collector } from "../../diagnostics/collector.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Exception } from "../settings.ts";
import { subjectOf } from "../subject.ts";

/** Exceptions, and which of them something needed. */
export class Exceptions {
  readonly #used = new Set<string>();
  readonly #all = new Map<string, Exception>();
  readonly #today: string;

  /** @param today  `2026-11-21` */
  constructor(today: string) {
    this.#today = today;
  }

  /** Excuses what one of the exceptions describes; one that has run out excuses nothing. */
  filterFor(exceptions: readonly Exception[]): (finding: Finding, rule: Rule) => boolean {
    const byCode = new Map<string, Exception[]>();
    for (const exception of exceptions) {
      this.#all.set(keyOf(exception), exception);
      const known = byCode.get(exception.code);
      if (known) known.push(exception);
      else byCode.set(exception.code, [exception]);
    }
    return (finding, rule) => {
      const fitting = byCode.get(rule.code)?.find((exception) => describes(exception, finding));
      if (!fitting) return false;
      this.#used.add(keyOf(fitting));
      return fitting.until >= this.#today;
    };
  }

  /** Takes in those of an overlay; several overlays share those of their bases. */
  include(others: Exceptions): void {
    for (const [key, exception] of others.#all) this.#all.set(key, exception);
    for (const key of others.#used) this.#used.add(key);
  }

  /**
   * Reports what has run out, and what nothing needed.
   *
   * @param isComplete  whether everything that the exception's policy governs was looked at
   */
  reportStale(isComplete: (exception: Exception) => boolean, collector: Collector): void {
    for (const [key, exception] of this.#all) {
      const { code, until, at, reason } = exception;
      if (until < this.#today) {
        collector.report("policy/expired-exception", `the exception of ${code} ended on ${until}`, {
          at,
          help: this.#used.has(key)
            ? `it was given because: ${reason}; put the finding right, or give it a later day`
            : "nothing needs it any more; remove it",
        });
      } else if (!this.#used.has(key) && isComplete(exception)) {
        collector.report("policy/unused-exception", `the exception of ${code} excuses nothing`, {
          at,
          help: "remove it, so that it does not hide what comes later",
        });
      }
    }
  }
}

function keyOf({ code, at }: Exception): string {
  return `${code}\0${at.source.path}\0${at.at}`;
}

function describes({ object, field }: Exception, finding: Finding): boolean {
  const [kind = "*", name = "*"] = object.split("/", 2);
  const { id, field: path } = subjectOf(finding);
  if (kind !== "*" && kind !== id?.kind) return false;
  if (name !== "*" && name !== id?.name && !isHashed(id?.name ?? "", name)) return false;
  if (field === undefined) return true;
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}

// A generated name carries a hash of its content, which no exception can know.
function isHashed(name: string, written: string): boolean {
  return name.startsWith(`${written}-`) && /^[a-z0-9]{10}$/.test(name.slice(written.length + 1));
}
