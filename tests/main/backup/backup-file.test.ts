import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type MakeKey, newKey, openBackup, sealBackup } from '../../../main/backup/backup-file';
import { CHAIN_START, type JournalEntry, encodeEntry, sealEntry } from '../../../protocols/journal/entry';
import { JOURNAL_FORMAT, encodeHeader } from '../../../protocols/journal/segment';

const PASSPHRASE = 'three rooms and a pump';

const entries: JournalEntry[] = [];
for (let index = 0; index < 20; index += 1)
  entries.push(
    sealEntry(
      { kind: 'review', body: { text: `entry ${index}` } },
      { after: entries.at(-1) ?? CHAIN_START, writer: 'w', at: '2026-11-22T14:02:00+01:00' },
    ),
  );
const text =
  encodeHeader({ format: JOURNAL_FORMAT, writer: 'w', first: 1, previous: CHAIN_START.hash }) +
  entries.map(encodeEntry).join('');

/** As the real one, without being slow on purpose. */
const quickKey: MakeKey = async (passphrase, salt) =>
  createHash('sha256').update(passphrase.normalize('NFKC')).update(salt).digest();

describe('a backup', async () => {
  const sealed = await sealBackup(text, await newKey(PASSPHRASE, quickKey));
  const refused = { ok: false, error: { kind: 'not-opened' } };

  test('opens with its passphrase, however its letters are composed', async () => {
    expect(await openBackup(sealed, PASSPHRASE, quickKey)).toEqual({ ok: true, value: entries });
    const composed = await newKey('d\u00E9j\u00E0 vu, trois fois');
    const apart = await openBackup(await sealBackup(text, composed), 'de\u0301ja\u0300 vu, trois fois');
    expect(apart).toEqual({ ok: true, value: entries });
  }, 20_000); // the real key, slow on purpose

  test('holds no word of what it keeps', () => {
    expect(sealed.includes('entry')).toBe(false);
  });

  test('is never the same twice', async () => {
    const key = await newKey(PASSPHRASE, quickKey);
    const [one, two] = [await sealBackup(text, key), await sealBackup(text, key)];
    expect(one.equals(two)).toBe(false);
  });

  test('refuses a wrong passphrase', async () => {
    expect(await openBackup(sealed, `${PASSPHRASE} `, quickKey)).toEqual(refused);
  });

  test('refuses 1,000 files with one bit flipped, in the same words', async () => {
    for (let index = 0; index < 1000; index += 1) {
      const bit = Math.floor((index * sealed.length * 8) / 1000);
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await openBackup(flipped, PASSPHRASE, quickKey), `bit ${bit}`).toEqual(refused);
    }
  });

  test.each([0, 1, 8, 36, 52, 53, 100, 99999])('refuses a file cut short at %d bytes', async (length) => {
    const cut = sealed.subarray(0, Math.min(length, sealed.length - 1));
    expect(await openBackup(cut, PASSPHRASE, quickKey)).toEqual(refused);
  });

  test('refuses one that was made properly around a journal that is not sound', async () => {
    const key = await newKey(PASSPHRASE, quickKey);
    const spoilt = await sealBackup(text.replace('entry 7', 'entry 8'), key);
    expect(await openBackup(spoilt, PASSPHRASE, async () => key.key)).toEqual(refused);
  });
});
