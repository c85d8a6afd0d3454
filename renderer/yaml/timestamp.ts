// A date or time as it comes out: Go turns it into RFC 3339 text on the way through JSON.
// Source: Go's Time.MarshalJSON

const form =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]| +)(\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?(?:Z|([-+])(\d\d):(\d\d))?)?$/;

/**
 * The text of a timestamp: `2020-1-2` becomes `2020-01-02T00:00:00Z`.
 *
 * @returns undefined for a zone of a day or more, which is read but cannot be written
 */
export function timestampText(text: string): string | undefined {
  const found = form.exec(text);
  if (!found) return text;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = ""] = found;
  const [sign, zoneHour = "0", zoneMinute = "0"] = found.slice(8);
  const zone = zoneText(sign, Number(zoneHour) * 60 + Number(zoneMinute));
  if (zone === undefined) return undefined;
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, "");
  const time = `${pad(hour)}:${pad(minute)}:${pad(second)}${nanoseconds ? `.${nanoseconds}` : ""}`;
  return `${year}-${pad(month)}-${pad(day)}T${time}${zone}`;
}

function zoneText(sign: string | undefined, minutes: number): string | undefined {
  if (sign === undefined || minutes === 0) return "Z";
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${sign}${pad(String(hours))}:${pad(String(minutes % 60))}` : undefined;
}

function pad(digits: string | undefined): string {
  return (digits ?? "").padStart(2, "0");
}
