import type { ExchangeFiles } from '../exchange/exchange-files';
import type { Handlers } from './handle';

/** Takes notes to a file a person chose, and reads notes from one. */
export function exchangeHandlers(
  files: ExchangeFiles,
): Handlers<
  'exchange:begin' | 'exchange:write' | 'exchange:finish' | 'exchange:open' | 'exchange:gather' | 'exchange:take'
> {
  return {
    'exchange:begin': (_sender, format) => files.begin(format),
    'exchange:write': (_sender, ticket, text) => files.write(ticket, text),
    'exchange:finish': (_sender, ticket) => files.finish(ticket),
    'exchange:open': () => files.open(),
    'exchange:gather': (_sender, ticket, revisions) => files.gather(ticket, revisions),
    'exchange:take': (_sender, ticket) => files.take(ticket),
  };
}
