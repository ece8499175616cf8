import { z } from 'zod';
import { type UnitCode, isUnitCode } from '../units/unit-table';
import { DECIMAL, LONGEST_DECIMAL } from './decimals';
import { DURATION } from './durations';
import { SEMVER } from './versions';
import { SENTENCES } from './sentences';

// The content security policy forbids `eval`, which zod would otherwise try for speed.
z.config({ jitless: true });

/** Decimal text as it is stored. Branded, so that no arithmetic takes a text nobody has checked. */
export const Decimal = z
  .string({ error: SENTENCES['decimal-text'] })
  .max(LONGEST_DECIMAL, SENTENCES['decimal-long'])
  .regex(DECIMAL, SENTENCES['decimal-form'])
  .brand<'Decimal'>();
export type Decimal = z.infer<typeof Decimal>;

export const Slug = z.string({ error: SENTENCES['id-text'] }).regex(/^[a-z][a-z0-9-]{0,63}$/, SENTENCES['id-form']);

/** The key of a source within its document, such as `S16`. */
export const SourceKey = z
  .string({ error: SENTENCES['source-key-text'] })
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, SENTENCES['source-key-form']);

export const Unit = z.custom<UnitCode>(
  (value) => typeof value === 'string' && isUnitCode(value),
  SENTENCES['unit-form'],
);

/** ISO 8601 of weeks alone, or days, hours, minutes and seconds; a leading minus for offsets before an anchor. */
export const Duration = z.string({ error: SENTENCES['duration-text'] }).regex(DURATION, SENTENCES['duration-form']);

/** A calendar day that exists, as text; days are compared as text. */
export const Day = z.string({ error: SENTENCES['day-text'] }).refine(isDay, SENTENCES['day-form']);

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value); // refuses 2031-02-30
}

export const Version = z.string({ error: SENTENCES['version-text'] }).regex(SEMVER, SENTENCES['version-form']);

export const Words = z
  .string({ error: SENTENCES['words-text'] })
  .trim()
  .min(1, SENTENCES['words-empty'])
  // It has no UTF-8, so it could be neither saved nor hashed.
  .refine((text) => !/\p{Surrogate}/u.test(text), SENTENCES['words-half']);

export const Coding = z.strictObject({ system: z.url(SENTENCES.uri), code: Words, display: Words.optional() });
