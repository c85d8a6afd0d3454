// A date or time as it comes out: Go turns it into RFC 3339 text on the way through JSON.

const form =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]| +)(\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?(Z|[-+]\d\d:\d\d)?)?$/;

/** The text of a scalar that was read as a timestamp: `2020-1-2` becomes `2020-01-02T00:00:00Z`. */
export function timestampText(text: string): string {
  const found = form.exec(text);
  if (!found) return text;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = found;
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, "");
  const pad = (part: string | undefined): string => (part ?? "").padStart(2, "0");
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}${nanoseconds ? `.${nanoseconds}` : ""}`;
  return `${year}-${pad(month)}-${pad(day)}T${time}${zone === "+00:00" || zone === "-00:00" ? "Z" : zone}`;
}
