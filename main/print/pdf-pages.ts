/**
 * Counts the pages of a PDF made by Chromium, which writes its page objects uncompressed. A count that differs from
 * what was laid out refuses the print, so a Chromium that writes them otherwise cannot pass unnoticed.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}
