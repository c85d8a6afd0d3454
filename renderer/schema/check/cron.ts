// Schedules of CronJobs.
// Source: github.com/robfig/cron v3, ParseStandard, which Kubernetes 1.36 reads them with

interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Stand for the least value and those after it. */
  readonly words: readonly string[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const fields: readonly CronField[] = [
  { name: "minute", least: 0, most: 59, words: [] },
  { name: "hour", least: 0, most: 23, words: [] },
  { name: "day of the month", least: 1, most: 31, words: [] },
  { name: "month", least: 1, most: 12, words: months },
  { name: "day of the week", least: 0, most: 6, words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
];

/** What is wrong with a schedule: five fields, or a word such as `@daily`. */
export function cron(text: string): string | undefined {
  if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) return "the time zone goes to `timeZone`";
  if (text.startsWith("@")) return descriptor(text);
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length)
    return "it has five fields: minute, hour, day of the month, month, day of the week";
  for (const [i, field] of fields.entries()) {
    const part = parts[i] ?? "";
    if (!part.split(",").every((range) => isRange(range, field)))
      return `\`${part}\` is no ${field.name}: ${field.least} to ${field.most}, \`*\`, \`a-b\`, \`*/n\` or a list of them`;
  }
  return undefined;
}

function descriptor(text: string): string | undefined {
  const isKnown = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text);
  return isKnown || /^@every ([0-9.]+(ns|us|µs|ms|s|m|h))+$/.test(text)
    ? undefined
    : "the words are `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` and `@every 1h30m`";
}

function isRange(text: string, field: CronField): boolean {
  const [range = "", step, ...more] = text.split("/");
  if (more.length > 0 || (step !== undefined && !/^[1-9][0-9]{0,3}$/.test(step))) return false;
  if (range === "*" || range === "?") return true;
  const ends = range.split("-").map((end) => numberOf(end, field));
  const [first, last = first] = ends;
  return ends.length <= 2 && first !== undefined && last !== undefined && first <= last;
}

function numberOf(text: string, { least, most, words }: CronField): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return least + word;
  const value = /^[0-9]{1,2}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : undefined;
}
