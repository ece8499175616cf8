import { expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { toSkeleton } from '../../../protocols/authoring/skeleton';
import { toFrenchSkeleton } from '../../../protocols/authoring/skeleton-french';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { listHumanTexts } from '../../../protocols/linting/human-texts';

const TYPES = ['dosing-protocol', 'reference', 'checklist-set', 'response-guide', 'operations'] as const;

test.each(TYPES)('a new %s is begun in French, sound and with no English word left', (type) => {
  const english = toSkeleton({ type, id: 'own-essai', title: 'Essai', today: '2031-04-30' });
  const french = toFrenchSkeleton(english);
  expect(compileProtocol(toAuthored(french))).toMatchObject({ ok: true, value: { language: 'fr', title: 'Essai' } });
  const words = (document: object): readonly string[] => [...listHumanTexts(document)].map(({ text }) => text);
  const [before, after] = [words(english), words(french)];
  expect(after).toHaveLength(before.length);
  const same = before.filter((text, index) => text === after[index]);
  // The same word in both languages, and the title somebody typed.
  expect(same.filter((text) => text !== 'Dose' && text !== 'Essai')).toEqual([]);
});
