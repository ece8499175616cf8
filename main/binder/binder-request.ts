import { z } from 'zod';
import type { Language } from '../../protocols/contract/calls';
import { type Result, fail, ok } from '../../protocols/schema/result';

const SWITCH = '--binder=';
const Request = z.strictObject({ folder: z.string().min(1), language: z.enum(['en', 'fr']) });

/** A binder asked for at the start of the program. */
export interface BinderRequest {
  readonly folder: string;
  readonly language: Language;
}

/** The switch that asks a program start for this binder. */
export function toBinderSwitch(request: BinderRequest): string {
  return SWITCH + JSON.stringify(request);
}

/** The binder a program start asks for by its switch; undefined when it asks for none. */
export function findBinderRequest(argv: readonly string[]): Result<BinderRequest, string> | undefined {
  const asked = argv.findLast((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length);
  if (asked === undefined) return undefined;
  try {
    return ok(Request.parse(JSON.parse(asked)));
  } catch {
    return fail('This binder cannot be read.');
  }
}
