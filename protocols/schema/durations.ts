/**
 * The form of a duration: ISO 8601 of weeks alone, or days, hours, minutes and seconds; a leading minus before its anchor.
 * Six digits each, so that seconds stay whole numbers that can be added.
 */
export const DURATION =
  /^-?P(?:(\d{1,6})W|(?=\d|T\d)(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?)$/;

/** Of a week, day, hour, minute and second. */
const SECONDS = [604_800, 86_400, 3600, 60, 1];

/** Length of a duration in seconds, negative before its anchor. The text must already have passed `Duration`. */
export function toSeconds(duration: string): number {
  const [, weeks, days, hours, minutes, seconds] = DURATION.exec(duration) ?? [];
  const parts = [weeks, days, hours, minutes, seconds].map((text) =>
    text === undefined ? 0 : Number.parseInt(text, 10),
  );
  const total = SECONDS.reduce((sum, size, index) => sum + size * (parts[index] ?? 0), 0);
  return duration.startsWith('-') ? -total : total;
}
