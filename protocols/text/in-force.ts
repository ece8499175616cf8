import type { Protocol } from '../schema/protocol';

export const STANDINGS = [
  'in-force',
  'not-yet',
  'review-due',
  'review-overdue',
  'superseded',
  'ended',
  'draft',
  'retired',
] as const;
/** How an edition stands on a given day; derived each time, never stored. */
export type Standing = (typeof STANDINGS)[number];

/** What decides how an edition stands. */
export type Dated = Readonly<Pick<Protocol, 'status' | 'effectivePeriod' | 'reviewBy'>>;

/** An edition that ended or was retired may be read; no new session begins on it. */
export function isOutOfUse(standing: Standing): boolean {
  return standing === 'ended' || standing === 'retired';
}

/** An edition that may be followed on its day; a review that is due or overdue is shown, and does not end it. */
export function isInForce(standing: Standing): boolean {
  return standing === 'in-force' || standing === 'review-due' || standing === 'review-overdue';
}

const NOTICE_DAYS = 30;

/**
 * The standing of an edition on a calendar day. Periods and review days include their last day. Where several things are
 * true, the one that forbids most is told.
 */
export function toStanding(
  { status, effectivePeriod, reviewBy }: Dated,
  today: string,
  newerVersionInForce = false,
): Standing {
  if (status === 'retired') return 'retired';
  // A status nobody could tell at import is not a permission to treat.
  if (status !== 'active') return 'draft';
  if (effectivePeriod.end !== null && effectivePeriod.end < today) return 'ended';
  if (effectivePeriod.start > today) return 'not-yet';
  if (newerVersionInForce) return 'superseded';
  if (reviewBy < today) return 'review-overdue';
  return toDaysBetween(today, reviewBy) <= NOTICE_DAYS ? 'review-due' : 'in-force';
}

/** The calendar day of an instant where this computer stands, as text; days are compared as text. */
export function toDay(instant: Date): string {
  return `${pad(instant.getFullYear(), 4)}-${pad(instant.getMonth() + 1, 2)}-${pad(instant.getDate(), 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function toDaysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000;
}
