import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { JournalEntry } from '../../protocols/journal/entry';
import { decodeSegment } from '../../protocols/journal/segment';
import { type Result, fail, ok } from '../../protocols/schema/result';

// The form of a backup: 8 bytes of name, 1 of version, 16 of salt, 12 of nonce; then AES-256-GCM over the compressed journal,
// with all of those bytes authenticated; then 16 bytes of tag. The version settles how the key is made of the passphrase.
const NAME = Buffer.from('HRBACKUP', 'ascii');
const VERSION = 1;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const HEADER = NAME.length + 1 + SALT + NONCE;
// 128 MB and some tenths of a second for each guess.
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 2 ** 20 };
/** Largest journal taken out of a backup, and the largest file looked at for one: a file may say of itself that it holds anything. */
export const LARGEST = 512 * 2 ** 20;

const compress = promisify(gzip);
const expand: (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer> = promisify(gunzip);

/** What a passphrase becomes; the salt stands in every file made with it. */
export interface BackupKey {
  readonly salt: Buffer;
  readonly key: Buffer;
}

export type MakeKey = (passphrase: string, salt: Buffer) => Promise<Buffer>;

/** Turns a passphrase into a key, slowly on purpose. The same letters give the same key however they were typed. */
export const makeKey: MakeKey = (passphrase, salt) =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

export async function newKey(passphrase: string, toKey: MakeKey = makeKey): Promise<BackupKey> {
  const salt = randomBytes(SALT);
  return { salt, key: await toKey(passphrase, salt) };
}

/** The bytes of a backup of a journal's text. */
export async function sealBackup(text: string, { salt, key }: BackupKey): Promise<Buffer> {
  const nonce = randomBytes(NONCE);
  const header = Buffer.concat([NAME, Buffer.of(VERSION), salt, nonce]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(header);
  const body = cipher.update(await compress(text, { level: 6 }));
  return Buffer.concat([header, body, cipher.final(), cipher.getAuthTag()]);
}

/**
 * The entries of a backup, all checked, or `not-opened`: a wrong passphrase and an altered file cannot be told apart, and
 * are not.
 */
export async function openBackup(
  bytes: Buffer,
  passphrase: string,
  toKey: MakeKey = makeKey,
): Promise<Result<readonly JournalEntry[], { readonly kind: 'not-opened' }>> {
  const refused = fail({ kind: 'not-opened' as const });
  if (bytes.length < HEADER + TAG) return refused;
  const header = bytes.subarray(0, HEADER);
  if (!header.subarray(0, NAME.length).equals(NAME) || header[NAME.length] !== VERSION) return refused;
  const salt = header.subarray(NAME.length + 1, NAME.length + 1 + SALT);
  try {
    const key = await toKey(passphrase, salt);
    const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(HEADER - NONCE), { authTagLength: TAG });
    decipher.setAAD(header).setAuthTag(bytes.subarray(bytes.length - TAG));
    const body = decipher.update(bytes.subarray(HEADER, bytes.length - TAG));
    const text = await expand(Buffer.concat([body, decipher.final()]), { maxOutputLength: LARGEST });
    const segment = decodeSegment(text.toString('utf8'));
    return segment.kind === 'read' && segment.bad === undefined ? ok(segment.entries) : refused;
  } catch {
    return refused; // which of the two it was, nobody can know
  }
}
