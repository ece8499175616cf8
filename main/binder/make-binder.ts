import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type {
  BinderFailure,
  Language,
  MadeBinder,
  PrintFailure,
  PrintJob,
  ProtocolSummary,
} from '../../protocols/contract/calls';
import { toContentCode } from '../../protocols/print-identity/content-code';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { findPresentEdition } from '../../protocols/text/editions';
import { toDay, toStanding } from '../../protocols/text/in-force';
import { syncFolder, writeFlushed } from '../files/flushed';
import { toNotWritten } from '../files/replace-file';
import type { Library } from '../library/library';
import { notLaidOut } from '../print/print-page';
import type { PrintPages } from '../print/print-pages';
import { findPrintable } from '../print/print-sheet';
import { type PlainPage, toPlainPage, toPlainStyle } from './binder-page';
import { BINDER_STYLE } from './binder-style';
import { type BinderEntry, toIndexPage } from './index-page';
import { BINDER_WORDS } from './words';

/** What making a binder needs to know of the rest of main. */
export interface BinderContext {
  readonly library: Promise<Pick<Library, 'find' | 'listing'>>;
  readonly pages: PrintPages;
  readonly window: () => BrowserWindow | undefined;
  /** The folder of the built page, with its styles and fonts. */
  readonly bundle: string;
  readonly clinicName: () => string;
}

/** Puts the whole library, with the clinic's notes in force, into a new folder of plain pages; whole or not at all. */
export async function makeBinder(
  folder: string,
  language: Language,
  context: BinderContext,
): Promise<Result<MadeBinder, BinderFailure>> {
  if (await isThere(folder)) return fail({ kind: 'exists', folder });
  const madeAt = new Date();
  const editions = listPresent((await context.library).listing.protocols, toDay(madeAt));
  if (editions.length === 0) return fail({ kind: 'no-protocols' });
  const part = join(dirname(folder), `.handrail-${randomUUID()}.part`);
  try {
    await mkdir(join(part, 'assets'), { recursive: true });
    const entries: BinderEntry[] = [];
    const styles = new Set<string>();
    for (const sheet of ['emergency', 'protocol'] as const)
      for (const summary of editions) {
        const job: PrintJob = { sheet, key: toKey(summary), paper: 'A4', language };
        const printable = await findPrintable(job, context);
        // Not every protocol has emergencies, and what is out of use prints only to be read.
        if (!printable.ok && sheet === 'emergency') continue;
        const page = printable.ok ? await readPage(job, summary, context) : printable;
        if (!page.ok) {
          await remove(part);
          return fail({ kind: 'page', key: toKey(summary), failure: page.error });
        }
        const file = sheet === 'emergency' ? `emergency-${summary.id}.html` : `${summary.id}-${summary.version}.html`;
        await writeFlushed(join(part, file), page.value.html);
        for (const style of page.value.styles) styles.add(style);
        const standing = toStanding(summary, toDay(madeAt));
        entries.push({ file, sheet, summary, standing, code: page.value.code });
      }
    await copyStyles(context.bundle, [...styles], join(part, 'assets'));
    await writeFlushed(
      join(part, 'index.html'),
      toIndexPage(entries, { language, clinic: context.clinicName(), madeAt }),
    );
    // A stick is pulled out as soon as the program says that the binder is made.
    await syncFolder(part);
    await rename(part, folder);
    // The binder is there; where the folder it is in cannot be flushed, its name is as safe as the disk keeps names.
    await syncFolder(dirname(folder)).catch(() => undefined);
    return ok({ folder, protocols: editions.length, files: entries.length });
  } catch (error) {
    await remove(part);
    return fail(toNotWritten(folder, error));
  }
}

/** Of every protocol the edition to go by, by title. */
function listPresent(all: readonly ProtocolSummary[], today: string): ProtocolSummary[] {
  return [...new Set(all.map(({ id }) => id))]
    .flatMap((id) => findPresentEdition(all, id, today) ?? [])
    .toSorted((a, b) => a.title.localeCompare(b.title));
}

/** Lays a sheet out as for paper and takes the document that stands then. Its code must be that of its content. */
function readPage(
  job: PrintJob,
  { contentHash }: ProtocolSummary,
  { pages }: BinderContext,
): Promise<Result<PlainPage & { readonly code: string }, PrintFailure>> {
  return pages.withPage({ job, isBinder: true }, undefined, async ({ webContents }, { local, code }) => {
    if (code === undefined || toContentCode({ ...job, contentHash, local }) !== code)
      return notLaidOut('its code is not that of its content');
    const html: unknown = await webContents.executeJavaScript('document.documentElement.outerHTML');
    const { contents, copy } = BINDER_WORDS[job.language];
    return ok({ ...toPlainPage(String(html), { contents, notice: copy }), code });
  });
}

async function copyStyles(bundle: string, styles: readonly string[], assets: string): Promise<void> {
  await writeFlushed(join(assets, 'binder.css'), BINDER_STYLE);
  const named = new Set<string>();
  for (const style of styles) {
    const { css, fonts } = toPlainStyle(await readFile(join(bundle, 'assets', style), 'utf8'));
    await writeFlushed(join(assets, style), css);
    for (const font of fonts) named.add(font);
  }
  for (const font of named) await writeFlushed(join(assets, font), await readFile(join(bundle, 'assets', font)));
  await syncFolder(assets);
}

function toKey({ id, version }: ProtocolSummary): { id: string; version: string } {
  return { id, version };
}

async function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

async function remove(part: string): Promise<void> {
  // Where no part could be made there is none to remove.
  await rm(part, { recursive: true, force: true }).catch(() => undefined);
}
