/** Source of a pattern for one clock time: `1:02`, `00:01:02`, `00:01:02.345`, `00:01:02,345`, `0:1:2.3`. */
export const CLOCK = String.raw`(?:(?:\d{1,3}:\d{1,2}:\d{1,2}|\d{1,3}:\d{2})(?:[.,]\d{1,3})?)`;

const WHOLE = new RegExp(`^${CLOCK}$`);

/** Whether the text is a clock time and nothing else. */
export function isClockTime(text: string): boolean {
  return text.length < 20 && WHOLE.test(text);
}

/**
 * A clock time or a number of seconds as `HH:MM:SS`, fractions cut off; two fields are minutes and seconds. Empty where
 * the text is neither.
 */
export function toClockTime(written: string | number): string {
  if (typeof written === "number") return secondsToClockTime(written);
  const text = written.trim().replace(/^[[(]|[\])]$/g, "");
  if (isClockTime(text)) {
    const fields = text.split(/[.,]/)[0]?.split(":").map(Number) ?? [];
    return secondsToClockTime(fields.reduce((sum, field) => sum * 60 + field, 0));
  }
  return /^\d{1,7}(?:\.\d{1,9})?s?$/.test(text) ? secondsToClockTime(Number.parseFloat(text)) : "";
}

function secondsToClockTime(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds >= 360_000) return "";
  const whole = Math.floor(seconds);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((field) => String(field).padStart(2, "0"))
    .join(":");
}
