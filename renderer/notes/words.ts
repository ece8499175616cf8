import type { NoteTarget } from '../../protocols/notes/note';

export function toLanguage(locale: string): 'en' | 'fr' {
  return locale.startsWith('fr') ? 'fr' : 'en';
}

/** What a note's block is called where the block itself is not in view. */
export function toPlace({ protocolId, heading }: Pick<NoteTarget, 'protocolId' | 'heading'>): string {
  return heading === '' ? protocolId : `${protocolId}, ${heading}`;
}
