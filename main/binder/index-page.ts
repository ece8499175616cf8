import type { Language, ProtocolSummary } from '../../protocols/contract/calls';
import { type Standing, toDay } from '../../protocols/text/in-force';
import { escapeHtml } from './binder-page';
import { BINDER_WORDS } from './words';

/** One page of the binder as its contents list it. */
export interface BinderEntry {
  readonly file: string;
  readonly sheet: 'emergency' | 'protocol';
  readonly summary: ProtocolSummary;
  readonly standing: Standing;
  /** The code at the foot of the page. */
  readonly code: string;
}

/** The contents: emergencies first, then every protocol, with what a page needs to be told from a later one. */
export function toIndexPage(
  entries: readonly BinderEntry[],
  { language, clinic, madeAt }: { readonly language: Language; readonly clinic: string; readonly madeAt: Date },
): string {
  const words = BINDER_WORDS[language];
  const list = (sheet: BinderEntry['sheet']): string =>
    toTable(
      entries.filter((entry) => entry.sheet === sheet),
      language,
    );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(words.title)}</title>
<link rel="stylesheet" href="assets/binder.css">
</head>
<body>
<main class="contents">
<h1>${escapeHtml(words.title)}</h1>
<p>${clinic === '' ? '' : `<strong>${escapeHtml(clinic)}</strong> · `}${escapeHtml(words.madeOn)} ${toDay(madeAt)}</p>
<p><strong>${escapeHtml(words.copy)}</strong></p>
<p>${escapeHtml(words.check)}</p>
<h2>${escapeHtml(words.emergencies)}</h2>
${list('emergency')}
<h2>${escapeHtml(words.protocols)}</h2>
${list('protocol')}
</main>
</body>
</html>
`;
}

function toTable(entries: readonly BinderEntry[], language: Language): string {
  const { columns, standing: standings } = BINDER_WORDS[language];
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const rows = entries.map(({ file, summary, standing, code }) => {
    const { title, version, effectivePeriod, reviewBy, contentHash } = summary;
    const link = `<a href="${escapeHtml(file)}" lang="${escapeHtml(summary.language)}">${escapeHtml(title)}</a>`;
    const hash = `<code>${contentHash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>`;
    const facts = [version, standings[standing], effectivePeriod.start, reviewBy, code].map(escapeHtml);
    return `<tr><th scope="row">${link}</th>${[...facts, hash].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="scroller"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}
