import { z } from 'zod';
import { type UnitCode, isUnitCode } from '../units/unit-table';

// The content security policy forbids `eval`, which zod would otherwise try for speed.
z.config({ jitless: true });

/** Decimal text as it is stored: `0.5`, `35`, `-15`; never `.5`, `0.50`, `1,000` or `1e3`. */
export const Decimal = z
  .string({ error: 'must be a decimal written as text, such as "0.5"' })
  .regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/, 'must be a plain decimal such as 0.5: no trailing zero, comma or exponent');

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

const DURATION = /^-?P(?:(\d+)W|(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;

/** ISO 8601 of weeks alone, or days, hours, minutes and seconds; a leading minus for offsets before an anchor. */
export const Duration = z
  .string({ error: 'must be a duration such as PT40M' })
  .regex(DURATION, 'must be a duration such as PT40M, P3D or -PT15M; years and months are not allowed');

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

/** A calendar day that exists, as text; days are compared as text. */
export const Day = z
  .string({ error: 'must be a day such as 2031-04-30' })
  .refine(isDay, 'must be a day that exists, such as 2031-04-30');

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value); // refuses 2031-02-30
}

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

export const Version = z
  .string({ error: 'must be a version such as 1.0.0' })
  .regex(SEMVER, 'must be a version of three numbers, such as 1.0.0');

/** Orders two versions that passed `Version`. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [a, b].map((version) => version.split('.').map((part) => BigInt(part)));
  for (const [index, left] of (as ?? []).entries()) {
    const right = bs?.[index] ?? 0n;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

export const Words = z
  .string({ error: 'must be text' })
  .trim()
  .min(1, 'must not be empty')
  // It has no UTF-8, so it could be neither saved nor hashed.
  .refine((text) => !/\p{Surrogate}/u.test(text), 'holds half of a character; delete it and type the text again');

export const Coding = z.strictObject({ system: z.url('must be a URI'), code: Words, display: Words.optional() });
