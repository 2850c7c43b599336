import * as z from 'zod/mini';
import { proseInput, reasonInput, yearInput } from '@/lib/domain/inputs';
import { confirmedInput } from '@/lib/domain/year/open-points';

/** `seen`: the hash of the edition that the administrator was shown, of its number, kind and models. */
export const publishEditionInput = z.object({
  year: yearInput,
  seen: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  confirmed: confirmedInput,
  reason: proseInput,
});

/** Why it is published: a 訂正版 has to say it. */
export const editionReasonInput = {
  any: z.object({ reason: proseInput }),
  required: z.object({ reason: reasonInput }),
};
