import type { ProtocolSummary } from '../../protocols/contract/calls';
import type { SearchHit } from '../../protocols/search/answer';
import type { Standing } from '../../protocols/text/in-force';

/** A protocol as a result, where it was not the index that found it. */
export function toTitleHit({ id, version, title, status }: ProtocolSummary, standing: Standing | undefined): SearchHit {
  return {
    protocolId: id,
    version,
    sectionId: '',
    blockId: '',
    kind: 'protocol',
    itemId: '',
    title,
    heading: '',
    snippet: '',
    status,
    standing,
    score: 0,
    reasons: [],
    marks: { title: [], heading: [], snippet: [] },
  };
}
