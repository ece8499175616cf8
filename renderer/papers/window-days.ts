import type { Window } from '../../protocols/print-identity/sheet-standing';

/** The windows offered, in days; `all` reaches back to the first print. */
export const WINDOWS = ['30', '90', '365', 'all'] as const;
export type WindowDays = (typeof WINDOWS)[number];
export const DEFAULT_WINDOW: WindowDays = '90';

/** The last so many days, today counted. Open towards the future: a sheet printed by a wrong clock is not missed. */
export function toWindow(days: WindowDays, today: string): Window {
  const to = '9999-12-31';
  if (days === 'all') return { from: '0000-01-01', to };
  const from = new Date(`${today}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - Number(days) + 1);
  return { from: from.toISOString().slice(0, 10), to };
}
