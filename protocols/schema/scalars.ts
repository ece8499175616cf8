import { z } from 'zod';
import { type UnitCode, isUnitCode } from '../units/unit-table';
import { DECIMAL, LONGEST_DECIMAL } from './decimals';
import { DURATION } from './durations';
import { SEMVER } from './versions';

// The content security policy forbids `eval`, which zod would otherwise try for speed.
z.config({ jitless: true });

/** Decimal text as it is stored. Branded, so that no arithmetic takes a text nobody has checked. */
export const Decimal = z
  .string({ error: 'must be a decimal written as text, such as "0.5"' })
  .max(LONGEST_DECIMAL, 'has more digits than any amount')
  .regex(DECIMAL, 'must be a plain decimal such as 0.5: no trailing zero, comma or exponent')
  .brand<'Decimal'>();
export type Decimal = z.infer<typeof Decimal>;

export const Slug = z
  .string({ error: 'must be an id such as dose-iv' })
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be an id: lower-case letters, digits and hyphens, starting with a letter');

/** The key of a source within its document, such as `S16`. */
export const SourceKey = z
  .string({ error: 'must be the key of a source' })
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'must be the key of a source, such as S16');

export const Unit = z.custom<UnitCode>(
  (value) => typeof value === 'string' && isUnitCode(value),
  'must be a unit of the table, such as mg/kg, mL/h or mm[Hg]',
);

/** ISO 8601 of weeks alone, or days, hours, minutes and seconds; a leading minus for offsets before an anchor. */
export const Duration = z
  .string({ error: 'must be a duration such as PT40M' })
  .regex(DURATION, 'must be a duration such as PT40M, P3D or -PT15M; years and months are not allowed');

/** A calendar day that exists, as text; days are compared as text. */
export const Day = z
  .string({ error: 'must be a day such as 2031-04-30' })
  .refine(isDay, 'must be a day that exists, such as 2031-04-30');

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value); // refuses 2031-02-30
}

export const Version = z
  .string({ error: 'must be a version such as 1.0.0' })
  .regex(SEMVER, 'must be a version of three numbers, such as 1.0.0');

export const Words = z
  .string({ error: 'must be text' })
  .trim()
  .min(1, 'must not be empty')
  // It has no UTF-8, so it could be neither saved nor hashed.
  .refine((text) => !/\p{Surrogate}/u.test(text), 'holds half of a character; delete it and type the text again');

export const Coding = z.strictObject({ system: z.url('must be a URI'), code: Words, display: Words.optional() });
