// Texts that their format makes something else in CEL.
import { formatProblem } from "../../../schema/check/formats.ts";
import { durationOf } from "../environment.ts";

/** Stands where a value cannot be told: a rule that looks at it cannot be evaluated. */
export class Unreadable {}

export function ofFormat(format: string | undefined, text: string): unknown {
  if (format !== "date" && format !== "date-time" && format !== "duration" && format !== "byte") return text;
  if (formatProblem(format, text) !== undefined) return new Unreadable();
  switch (format) {
    case "byte":
      return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    case "duration":
      // Kubernetes takes words such as `2 weeks` as well.
      return formatProblem("go-duration", text) === undefined
        ? (durationOf(text) ?? new Unreadable())
        : new Unreadable();
    default:
      return timeOf(text);
  }
}

/** Times are kept to the millisecond here, and to the nanosecond in the API server. */
function timeOf(text: string): unknown {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) || /\.\d{3}\d*[1-9]/.test(text) ? new Unreadable() : time;
}
