import { type ReactElement, useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import type { SearchHit } from '../../protocols/search/answer';
import type { Command } from '../search/command';
import { SearchBox } from '../search/search-box';
import type { SearchClient } from '../search/search-client';
import type { SearchContent } from '../search/search-messages';
import { useLibrary } from './library-provider';
import { readProtocolParam, toDosePath, toProtocolPath, toSettingPath } from './routes';
import { revealNote } from './reveal-note';
import { toNoteId, useSearchItems } from './use-search-items';
import { useCommands } from './use-commands';
import { useRecents } from './use-recents';

const NONE: never[] = [];

/** The search box with all it can find and do, and where each result leads. */
export function HeaderSearch({
  content,
  client,
}: {
  content: SearchContent | undefined;
  client: SearchClient;
}): ReactElement {
  const intl = useIntl();
  const [location, navigate] = useLocation();
  const protocols = useLibrary()?.listing.protocols ?? NONE;
  const key = /^\/p\/([^/]+)/.exec(location)?.[1];
  const recents = useRecents(key === undefined ? undefined : readProtocolParam(key).id, protocols);
  const commands = useCommands(location);
  useSearchItems(client, content);
  const open = useCallback(
    (hit: SearchHit) => {
      navigate(toHitPath(hit));
      if (hit.kind === 'note') revealNote(toNoteId(hit.itemId));
    },
    [navigate],
  );
  const toDoseAction = useCallback(
    ({ protocolId: id, version, blockId, heading, title }: SearchHit): Command => ({
      id: 'app.command.calculate',
      title: intl.formatMessage({ id: 'app.command.calculate' }, { dose: `${heading}, ${title}` }),
      words: [],
      scope: 'anywhere',
      run: () => navigate(toDosePath({ id, version }, blockId)),
    }),
    [intl, navigate],
  );
  return <SearchBox {...{ content, client, protocols, recents, commands, toDoseAction }} onOpen={open} />;
}

/** A protocol found by its name opens at the top; anything else where it stands. */
function toHitPath({ protocolId, version, kind, blockId, sectionId, itemId }: SearchHit): string {
  if (kind === 'setting') return toSettingPath(itemId);
  return toProtocolPath({ id: protocolId, version }, kind === 'protocol' ? undefined : blockId || sectionId);
}
