import { type IpcMainInvokeEvent, type WebContents, ipcMain } from 'electron';
import { CALL_ARGUMENTS } from '../../protocols/contract/call-arguments';
import type { Calls } from '../../protocols/contract/calls';
import { CALL_NAMES, type CallName } from '../../protocols/contract/channels';
import { LARGEST_ARGUMENTS } from '../../protocols/contract/message-size';
import { log } from '../app/log';
import { PAGE_ORIGIN } from '../app/scheme';

/** Answers one call; gets the page that asked, then the parsed arguments. */
export type Handler<Name extends CallName> = (
  sender: WebContents,
  ...args: Parameters<Calls[Name]>
) => ReturnType<Calls[Name]> | Promise<ReturnType<Calls[Name]>>;

export type Handlers<Names extends CallName = CallName> = { readonly [Name in Names]: Handler<Name> };

/** The only caller of `ipcMain`: refuses a sender that is not our own page, parses the arguments, then calls the handler. */
export function handleCalls(handlers: Handlers): void {
  for (const name of CALL_NAMES) handleCall(name, handlers[name]);
}

function handleCall<Name extends CallName>(name: Name, handler: Handler<Name>): void {
  ipcMain.handle(name, async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    if (!isOurPage(event)) throw refusal(name, 'it did not come from the program’s own page');
    if (!isPlain(args)) throw refusal(name, 'its arguments are too large');
    const parsed = CALL_ARGUMENTS[name].safeParse(args);
    if (!parsed.success) throw refusal(name, 'its arguments are not what the call takes');
    try {
      return await handler(event.sender, ...(parsed.data as Parameters<Calls[Name]>));
    } catch (error) {
      log.error('the call', name, 'failed:', error); // the page hears of its message alone
      throw error;
    }
  });
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  // A frame within our page is not our page; a frame that is gone has no origin to check.
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === PAGE_ORIGIN;
}

function isPlain(args: readonly unknown[]): boolean {
  try {
    return (JSON.stringify(args) ?? '').length <= LARGEST_ARGUMENTS;
  } catch {
    return false; // cyclic, or a number JSON cannot hold: nothing the contract sends
  }
}

function refusal(name: string, reason: string): Error {
  log.warn('refused the call', name, reason);
  return new Error(`${name} was refused: ${reason}`);
}
