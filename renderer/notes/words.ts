import type { NoteTarget } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';

export function toLanguage(locale: string): 'en' | 'fr' {
  return locale.startsWith('fr') ? 'fr' : 'en';
}

/** What a note's block is called where the block itself is not in view. A protocol that is gone has only its id left. */
export function toPlace({ protocolId, heading }: NoteTarget, protocol: Protocol | undefined): string {
  return [protocol?.title ?? protocolId, heading].filter(Boolean).join(', ');
}
