// They turn the order of what stands around them, so that "10 mg" may read as "01 mg"; nobody sees them.
const BIDIRECTIONAL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text with every character that turns the reading direction shown by its number instead of obeyed. */
export function toVisibleText(text: string): string {
  return text.replaceAll(
    BIDIRECTIONAL,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
