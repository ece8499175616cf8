// What is mutated, which tests must notice, and how many of the planted faults they must notice, in per cent.
// Long property tests are left out of a group where shorter ones hold the same code: every mutant would wait for them.
export const GROUPS = {
  checker: {
    mutate: ['protocols/schema/check-*.ts', 'protocols/schema/due-times.ts'],
    tests: [
      'tests/protocols/{parse-protocol,one-pass,seven-rules,named-limits,compile-protocol,checker-boundaries}.test.ts',
    ],
    least: 85,
  },
  units: {
    mutate: ['protocols/units/*.ts'],
    tests: ['tests/protocols/unit-table.test.ts', 'tests/protocols/units/*.test.ts'],
    least: 85,
  },
  canonical: {
    mutate: ['protocols/authoring/canonical-json.ts'],
    tests: ['tests/protocols/authoring/canonical-json.test.ts'],
    least: 85,
  },
  'print-identity': {
    mutate: ['protocols/print-identity/*.ts'],
    tests: ['tests/protocols/print-identity/*.test.ts'],
    least: 85,
  },
  dose: {
    mutate: ['protocols/dose/*.ts'],
    tests: [
      'tests/protocols/dose/{refusals,clinic-values,clinic-records,sitting,bases,solutions,parse-entered,worked-examples}.test.ts',
    ],
    least: 90,
  },
  // Without the generator over the library: it takes half a minute, and these tests hold the same code.
  anchoring: {
    mutate: ['protocols/anchoring/*.ts'],
    tests: [
      'tests/protocols/anchoring/{place-note,place-notes,note-target,find-quote,meaning,sentences,close-matches}.test.ts',
    ],
    least: 90,
  },
};
