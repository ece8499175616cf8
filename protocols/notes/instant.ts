const two = (value: number): string => String(Math.abs(value)).padStart(2, '0');

/** An instant with the zone it was written in: `2026-11-22T14:02:05+01:00`. */
export function toInstant(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
}

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
} as const;

/** The calendar day of an instant where it was written: `22 Nov 2026`, `22 nov. 2026`. */
export function toInstantDay(instant: string, language: 'en' | 'fr'): string {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${day}\u00A0${MONTHS[language][Number.parseInt(month, 10) - 1] ?? month}\u00A0${year}`;
}

/** The time of an instant where it was written, as `14:02`. */
export function toInstantTime(instant: string): string {
  return instant.slice(11, 16);
}
