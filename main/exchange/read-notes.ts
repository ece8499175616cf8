import { readFile, stat } from 'node:fs/promises';
import type { ExchangeFailure } from '../../protocols/contract/exchange';
import { LARGEST_FILE, type ParsedAnnotations, parseAnnotations } from '../../protocols/exchange/parse-annotations';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { toMessage } from '../files/system-error';

/** Reads the notes of a file nobody has checked. */
export async function readNotes(file: string): Promise<Result<ParsedAnnotations, ExchangeFailure>> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return fail({ kind: 'too-large', found: size, most: LARGEST_FILE });
    const parsed = parseAnnotations(await readFile(file, 'utf8'));
    return parsed.ok ? ok(parsed.value) : fail({ kind: 'refused', file, failure: parsed.error });
  } catch (error) {
    return fail({ kind: 'unreadable', file, message: toMessage(error) });
  }
}
