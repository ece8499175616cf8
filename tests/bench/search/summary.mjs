import { percentile, round } from '../statistics.mjs';

const DIGITS = 3;
const SLOWEST = 5;

/** What one engine did at one size, in figures. Times in milliseconds, sizes in bytes. */
export function summarise(built, served) {
  const { queries, typing_ms, doses } = served;
  return {
    build_ms: round(built.build_ms, 0),
    bytes: built.bytes,
    shown_bytes: built.shown_bytes ?? 0,
    load_ms: served.load_ms === null ? null : round(served.load_ms, 1),
    memory_bytes: served.memory_bytes,
    query_ms: { n: queries.length, ...toPercentiles(queries.map(({ ms }) => ms)) },
    first_ms: toPercentiles(queries.map(({ first_ms }) => first_ms)),
    slowest: toSlowest(queries),
    typing_ms: { n: typing_ms.length, ...toPercentiles(typing_ms) },
    quality: { ...toQuality(queries), classes: byClass(queries) },
    ranks: Object.fromEntries(queries.map(({ query, rank }) => [query, rank])),
    class_of: Object.fromEntries(queries.map(({ query, name }) => [query, name])),
    dose_precision: { n: doses.length, mean: round(mean(doses.map(({ precision }) => precision)), DIGITS) },
    look_alikes: served.look_alikes,
  };
}

function toPercentiles(times) {
  const at = (share) => round(percentile(times, share), DIGITS);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** The queries to look into first. */
function toSlowest(queries) {
  const slow = queries.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  return slow.map(({ query, ms }) => ({ query, ms: round(ms, DIGITS) }));
}

function byClass(queries) {
  const names = [...new Set(queries.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b, 'en'));
  return Object.fromEntries(names.map((name) => [name, toQuality(queries.filter((query) => query.name === name))]));
}

/** MRR of the first ten, and the share that has an answer among the first three. */
export function toQuality(queries) {
  return {
    n: queries.length,
    mrr_10: round(mean(queries.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))), DIGITS),
    recall_3: round(mean(queries.map(({ rank }) => (rank > 0 && rank <= 3 ? 1 : 0))), DIGITS),
  };
}

function mean(numbers) {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
