/** A page of the binder, and the style sheets it names, by the file names of the built program. */
export interface PlainPage {
  readonly html: string;
  readonly styles: readonly string[];
}

/** Where the way back to the contents stands in front of a page; screens only. */
export interface PageTop {
  readonly contents: string;
  readonly notice: string;
}

/** Makes a page that stood in the program one that stands by itself: nothing runs in it, and it names only files beside it. */
export function toPlainPage(html: string, { contents, notice }: PageTop): PlainPage {
  const styles: string[] = [];
  const plain = html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replaceAll(/<link\b[^>]*>/gi, (link) => {
      const file = /\bhref="[^"]*\/([\w.-]+\.css)"/.exec(link)?.[1];
      if (file === undefined || !/\brel="stylesheet"/.test(link)) return '';
      if (styles.includes(file)) return '';
      styles.push(file);
      return `<link rel="stylesheet" href="assets/${file}">`;
    })
    .replace('</head>', '<link rel="stylesheet" href="assets/binder.css"></head>')
    .replace(
      /<body[^>]*>/,
      (body) =>
        `${body}<nav class="binder"><a href="index.html">${escapeHtml(contents)}</a> <span>${escapeHtml(notice)}</span></nav>`,
    );
  return { html: `<!doctype html>\n${plain}\n`, styles };
}

/** The fonts a style sheet of the program names, and the sheet without the older form of each. */
export function toPlainStyle(css: string): { readonly css: string; readonly fonts: readonly string[] } {
  const plain = css.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g, '');
  const fonts = [...plain.matchAll(/url\(["']?(?:[^)"']*\/)?([\w.-]+\.woff2)["']?\)/g)].map(([, file]) => file ?? '');
  return { css: plain, fonts: [...new Set(fonts)] };
}

/** Text as it may stand in HTML, in quotes too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
