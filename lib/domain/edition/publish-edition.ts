import * as z from 'zod/mini';
import { proseInput, reasonInput, yearInput } from '@/lib/domain/inputs';
import { confirmedInput } from '@/lib/domain/year/open-points';
import { EDITION_DOCUMENTS } from './edition';

const PLACES_LIMIT = 2000;
const placeReasonInput = z.object({
  document: z.enum(EDITION_DOCUMENTS),
  place: z.string().check(z.maxLength(2000)),
  reason: proseInput,
});

/** `seen`: the hash of the edition that the administrator was shown, of its number, kind and models. */
export const publishEditionInput = z.object({
  year: yearInput,
  seen: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  confirmed: confirmedInput,
  reason: proseInput,
  reasons: z._default(z.array(placeReasonInput).check(z.maxLength(PLACES_LIMIT)), []),
});

/** Why it is published: a 訂正版 has to say it. */
export const editionReasonInput = {
  any: z.object({ reason: proseInput }),
  required: z.object({ reason: reasonInput }),
};
