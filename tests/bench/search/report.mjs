import { round } from '../statistics.mjs';

const MEGA = 2 ** 20;

/** The result for a person to read. */
export function toReport({ rows, window, goals, met, machine }) {
  return [
    `Search: Node ${machine.node}, ${machine.cpus} CPUs, ${machine.mem}; times are of the processor, to be compared only within this run`,
    ...rows.flatMap(toSizeLines),
    ...(window === null ? [] : toWindowLines(window)),
    'Goals',
    ...goals.map(
      (goal) =>
        `  ${goal.met ? 'met   ' : 'MISSED'} ${goal.goal}: ${toFigure(goal.figure)} ${goal.sign} ${toFigure(goal.limit)}`,
    ),
    met ? 'Every goal is met.' : `${goals.filter((goal) => !goal.met).length} of ${goals.length} goals are missed.`,
  ].join('\n');
}

function toSizeLines({ sections, corpus, engines }) {
  const head = [
    'engine',
    'build s',
    'load ms',
    'index MB',
    'held MB',
    'n',
    'query p50',
    'p95',
    'p99',
    'max',
    'typing p50',
    'p95',
    'p99',
    'max',
    'MRR@10',
    'recall@3',
    'dose P@5',
    'hostile ms',
    'look-alikes',
  ];
  const body = Object.entries(engines).map(([name, engine]) => [
    name,
    round(engine.build_ms / 1000, 1),
    engine.load_ms ?? 'none',
    engine.bytes === null ? 'none' : round(engine.bytes / MEGA, 1),
    round(engine.memory_bytes / MEGA, 1),
    engine.query_ms.n,
    ...toTimes(engine.query_ms),
    ...toTimes(engine.typing_ms),
    engine.quality.mrr_10,
    engine.quality.recall_3,
    engine.dose_precision.mean,
    engine.hostile.all ? engine.hostile.worst_ms : `over ${engine.hostile.worst_ms}`,
    `${engine.look_alikes.first}, ${engine.look_alikes.unlabelled} unsaid`,
  ]);
  const names = [...new Set(Object.values(engines).flatMap(({ quality }) => Object.keys(quality.classes)))].toSorted(
    (a, b) => a.localeCompare(b, 'en'),
  );
  const classes = names.map((name) => [
    name,
    ...Object.values(engines).map(({ quality: { classes: of } }) =>
      of[name] ? `${of[name].mrr_10} / ${of[name].recall_3} (${of[name].n})` : 'not asked',
    ),
  ]);
  return [
    `${sections} sections, ${corpus.protocols} documents, ${corpus.records} texts, ${corpus.words} words; one pass over ${corpus.postings} postings ${round(corpus.pass_ms, 2)} ms`,
    ...toColumns([head, ...body]),
    `  slowest of ours: ${engines.handrail.slowest.map(({ query, ms }) => `${query} (${round(ms, 2)} ms)`).join(', ')}`,
    `  each asked for the first time: ${Object.entries(engines)
      .map(([name, { first_ms }]) => `${name} p50 ${round(first_ms.p50, 2)}, p95 ${round(first_ms.p95, 2)} ms`)
      .join('; ')}`,
    '  MRR@10 / recall@3 (queries) by class',
    ...toColumns([['class', ...Object.keys(engines)], ...classes]),
  ];
}

function toWindowLines({ sections, keys, keys_a_second, key_to_paint_ms, plain, ...frames }) {
  const toPaint = ({ p50, p95, max }) => `p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`;
  const toLine = (of) => `${of.frames_over_25} of ${of.frames} frames over 25 ms, longest ${of.longest_frame_ms} ms`;
  return [
    `In the window, ${sections} sections, ${keys} keys at ${keys_a_second} a second; times are the clock`,
    `  key to painted results ${toPaint(key_to_paint_ms)}; to the painted letter in a plain field: ${toPaint(plain.key_to_paint_ms)}`,
    `  ${toLine(frames)}; the same keys into a plain field: ${toLine(plain)}`,
  ];
}

function toTimes({ p50, p95, p99, max }) {
  return [p50, p95, p99, max].map((time) => (time === undefined ? 'none' : round(time, 2)));
}

function toFigure(number) {
  return number > 0 && number <= 0.1 ? `1/${round(1 / number, 0)}` : String(round(number, 3));
}

function toColumns(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => String(line[column]).length)));
  return lines.map(
    (line) =>
      `  ${line
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join('  ')
        .trimEnd()}`,
  );
}
