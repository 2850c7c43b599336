import 'server-only';
import type * as z from 'zod/mini';
import { fieldErrors } from '@/lib/domain/field-errors';
import type { Operation } from '@/lib/domain/permissions';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { noted, passedTheDoor } from './action';
import { type Reader, reading } from './reading';
import { orUnavailable } from './unavailable';

/** A query as a server action: own origin (at the front door) → session and role → input → query of the reader's ward. */
export const readAction = <Schema extends z.ZodMiniType, Output>(
  operation: Operation,
  input: Schema,
  query: (reader: Reader, input: z.output<Schema>) => Promise<Output | undefined>,
) => {
  const read = async (raw: unknown): Promise<Result<Output>> => {
    const passed = await reading(operation);
    if (!passed.ok) return passed;
    const parsed = input.safeParse(raw);
    if (!parsed.success) return fail('invalid_input', fieldErrors(parsed.error.issues));
    const found = await query(passed.value, parsed.data);
    return found === undefined ? fail('not_found') : succeed(found);
  };
  return async (raw: unknown): Promise<Result<Output>> => {
    passedTheDoor(operation);
    return noted(await orUnavailable(() => read(raw)));
  };
};
