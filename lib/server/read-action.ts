import 'server-only';
import { headers } from 'next/headers';
import type * as z from 'zod/mini';
import { fieldErrors } from '@/lib/domain/field-errors';
import type { Operation } from '@/lib/domain/permissions';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { isOwnOrigin } from './origin';
import { type Reader, reading } from './reading';
import { orUnavailable } from './unavailable';

/** A query as a server action: own origin → session and role → input → query of the reader's ward. */
export const readAction =
  <Schema extends z.ZodMiniType, Output>(
    operation: Operation,
    input: Schema,
    query: (reader: Reader, input: z.output<Schema>) => Promise<Output | undefined>,
  ) =>
  (raw: unknown): Promise<Result<Output>> =>
    orUnavailable(async () => {
      if (!isOwnOrigin(await headers())) return fail('foreign_origin');
      const passed = await reading(operation);
      if (!passed.ok) return passed;
      const parsed = input.safeParse(raw);
      if (!parsed.success) return fail('invalid_input', fieldErrors(parsed.error.issues));
      const found = await query(passed.value, parsed.data);
      return found === undefined ? fail('not_found') : succeed(found);
    });
