import { lowerDifference, round } from '../statistics.mjs';

const OURS = 'handrail';
const MINI = 'minisearch';
const LARGE = 100_000;
const MAIN = 10_000;
const HALF_FRAME_120 = 1000 / 120 / 2;
const FRAME_60 = 1000 / 60;
const LEAST_SHARED = 30; // queries; below, a comparison says little

/** Which classes stand for what the goals name. */
const GROUPS = {
  abbreviation: ['abbreviation'],
  synonym: ['brand', 'lay words', 'French'],
  typo: ['one typo', 'two typos'],
};

/**
 * Every goal with its figure and whether it is met. A ratio is of figures of the same run; a figure that was not measured makes no
 * line, so that it is never taken for met.
 */
export function toGoals(rows, painted = null) {
  const main = rows.find(({ asked_for }) => asked_for === MAIN) ?? rows.at(-1);
  const large = rows.find(({ asked_for }) => asked_for === LARGE);
  return [
    ...(main ? toSpeed(main) : []),
    ...(large ? toLargeSpeed(large) : []),
    ...(rows.length > 1 ? [toGrowth(rows[0], rows.at(-1))] : []),
    ...(main ? [...toQualityGoals(main), ...toSize(main), ...toSafety(main)] : []),
    ...(painted === null ? [] : toPainted(painted)),
  ];
}

function toSpeed({ asked_for, engines, corpus }) {
  const { [OURS]: ours, [MINI]: mini, fuse, 'fuse titles': titles } = engines;
  const at = `at ${asked_for}`;
  return [
    atMost(
      `query p95 against plain Fuse.js ${at} (n = ${fuse.query_ms.n})`,
      ours.query_ms.p95 / fuse.query_ms.p95,
      1 / 1000,
    ),
    atMost(
      `query p95 against Fuse.js tokens, titles only ${at} (n = ${titles.query_ms.n})`,
      ours.query_ms.p95 / titles.query_ms.p95,
      1 / 200,
    ),
    atMost(
      `query p95 against tuned MiniSearch ${at} (n = ${mini.query_ms.n})`,
      ours.query_ms.p95 / mini.query_ms.p95,
      1 / 15,
    ),
    atMost(`typing p95 against tuned MiniSearch ${at}`, ours.typing_ms.p95 / mini.typing_ms.p95, 1 / 15),
    atMost(`typing p99, ms: half a 120 Hz frame ${at}`, ours.typing_ms.p99, HALF_FRAME_120),
    atMost(`worst query against one pass over all postings ${at}`, ours.query_ms.max / corpus.pass_ms, 3),
    atMost(`hostile query, worst, ms ${at}`, ours.hostile.worst_ms, 100),
  ];
}

function toLargeSpeed({ engines, corpus }) {
  const { [OURS]: ours, [MINI]: mini } = engines;
  return [
    atMost(
      `query p95 against tuned MiniSearch at 100000 (n = ${mini.query_ms.n})`,
      ours.query_ms.p95 / mini.query_ms.p95,
      1 / 50,
    ),
    atMost('query p95, ms: half a 120 Hz frame at 100000', ours.query_ms.p95, HALF_FRAME_120),
    ...toSize({ asked_for: LARGE, engines, corpus }),
  ];
}

function toGrowth(small, large) {
  const growth = large.engines[OURS].query_ms.p95 / small.engines[OURS].query_ms.p95;
  return below(`query p95, growth ${small.asked_for} to ${large.asked_for}`, growth, 20);
}

function toSize({ asked_for, engines, corpus }) {
  const { [OURS]: ours, [MINI]: mini } = engines;
  if (ours.bytes === null || mini.bytes === null) return [];
  return [
    atMost(`load against MiniSearch at ${asked_for}`, ours.load_ms / mini.load_ms, 1 / 20),
    atMost(
      `index bytes against MiniSearch, on neither side the texts a result shows, at ${asked_for}`,
      (ours.bytes - ours.shown_bytes) / mini.bytes,
      0.4,
    ),
    atMost(
      `the same with them on both sides (ours kept, the plain texts counted for MiniSearch), at ${asked_for}`,
      ours.bytes / (mini.bytes + corpus.text_bytes),
      0.4,
    ),
  ];
}

function toQualityGoals({ engines }) {
  const ours = engines[OURS];
  const all = bestPeer(engines, () => true);
  const goals = [
    atLeast(`MRR@10 against the best peer (${all.name}, n = ${all.n})`, all.ours / all.theirs, 1.12),
    above('MRR@10, lower 95 % bound of the paired difference', all.lower, 0.03),
  ];
  for (const [group, factor] of [
    ['abbreviation', 1.25],
    ['synonym', 1.35],
    ['typo', 0.97],
  ]) {
    const of = inClasses(ours, GROUPS[group]);
    const peer = bestPeer(engines, of);
    goals.push(
      atLeast(`${group} MRR@10 against the best peer (${peer.name}, n = ${peer.n})`, peer.ours / peer.theirs, factor),
    );
  }
  for (const name of Object.keys(ours.quality.classes)) {
    const peer = bestPeer(engines, inClasses(ours, [name]));
    goals.push(
      atLeast(`${name}: MRR@10 against the best peer (${peer.name}, n = ${peer.n})`, peer.ours / peer.theirs, 1),
    );
  }
  return goals;
}

function toSafety({ asked_for, engines }) {
  const { [OURS]: ours, ...peers } = engines;
  const best = Math.max(...Object.values(peers).map(({ dose_precision }) => dose_precision.mean));
  return [
    // No precision is above 1: where ours is 1, what the peer finds decides whether so large a factor can be reached.
    atLeast(
      `exact dose, precision of the first five, against the best peer at ${asked_for} (${ours.dose_precision.mean} to ${best}; at most ${round(1 / best, 2)} for any engine)`,
      ours.dose_precision.mean / best,
      2.3,
    ),
    atLeast(`exact dose, precision of the first five at ${asked_for}`, ours.dose_precision.mean, 1),
    atMost(`look-alike drug first without a word, of ${ours.look_alikes.pairs}`, ours.look_alikes.unlabelled, 0),
  ];
}

function toPainted({ sections, keys_a_second, key_to_paint_ms, never_painted, frames_over_25, longest_task_ms }) {
  const where = `in the window, ${sections} sections`;
  return [
    atMost(`key to painted results p95, ms: a 60 Hz frame, ${where}`, key_to_paint_ms.p95 ?? Infinity, FRAME_60),
    atMost(`keys whose results were never painted, ${where}`, never_painted, 0),
    atMost(`frames over 25 ms, typing ${keys_a_second} keys a second, ${where}`, frames_over_25, 0),
    atMost(`longest task of the page, ms (0: none over 50), ${where}`, longest_task_ms, 50),
  ];
}

/** Says of a query whether it is in one of the classes. */
function inClasses(engine, names) {
  const wanted = new Set(names);
  return (query) => wanted.has(engine.class_of[query]);
}

/** The peer with the best MRR over the queries it was asked, and ours over the very same ones. */
function bestPeer(engines, wanted) {
  const { [OURS]: ours, ...peers } = engines;
  const reciprocal = (rank) => (rank === 0 ? 0 : 1 / rank);
  const compared = Object.entries(peers).map(([name, { ranks }]) => {
    const shared = Object.keys(ranks).filter((query) => query in ours.ranks && wanted(query));
    const of = (engine) => shared.map((query) => reciprocal(engine.ranks[query]));
    return { name, shared, own: of(ours), other: of(peers[name]) };
  });
  const most = Math.max(...compared.map(({ shared }) => shared.length));
  const fair = compared.filter(({ shared }) => shared.length >= Math.min(LEAST_SHARED, most));
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const best = fair.toSorted((a, b) => mean(b.other) - mean(a.other))[0];
  let state = 1;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  return {
    name: best.name,
    n: best.shared.length,
    ours: mean(best.own),
    theirs: mean(best.other),
    lower: lowerDifference(best.own, best.other, random),
  };
}

const atMost = (goal, figure, limit) => toGoal(goal, figure, '≤', limit, figure <= limit);
const atLeast = (goal, figure, limit) => toGoal(goal, figure, '≥', limit, figure >= limit);
const above = (goal, figure, limit) => toGoal(goal, figure, '>', limit, figure > limit);
const below = (goal, figure, limit) => toGoal(goal, figure, '<', limit, figure < limit);

function toGoal(goal, figure, sign, limit, met) {
  return { goal, figure: round(figure, 5), sign, limit: round(limit, 5), met };
}
