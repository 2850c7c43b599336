import * as z from 'zod/mini';
import { idInput, reasonInput, requiredChoice, versionInput } from '@/lib/domain/inputs';
import { TEXT_FIELDS } from './entry-fields';
import { inputsOf } from './entry-input';
import type { EntryStatus } from './entry-workflow';
import { knownUndecidableInput } from './undecidable';

const expected = { entryId: idInput, version: versionInput };

/** The texts of an approved entry, corrected without a new approval. Amounts are decided anew. */
const correction = { ...inputsOf(TEXT_FIELDS), reason: reasonInput };
export const correctionInput = z.object(correction);
export type CorrectionText = z.input<typeof correctionInput>;
export const correctEntryInput = z.object({ ...expected, ...correction });

/** More than a year's entries of any 課. */
const MOVED_AT_ONCE = 1000;

/** All of them or none. What is left out stays as it is. */
export const moveEntriesInput = z.object({
  entries: z.array(z.object(expected)).check(z.minLength(1), z.maxLength(MOVED_AT_ONCE)),
  departmentId: z.optional(requiredChoice),
  categoryId: z.optional(requiredChoice),
  reason: reasonInput,
  knownUndecidable: knownUndecidableInput,
});

const placement = { departmentId: requiredChoice, categoryId: requiredChoice, reason: reasonInput };
/** What the form of one entry asks. */
export const placementInput = z.object(placement);
export type PlacementText = z.input<typeof placementInput>;

/** What the form of a whole 課 asks. */
export const handOverInput = z.object({ departmentId: requiredChoice, reason: reasonInput });
export type HandOverText = z.input<typeof handOverInput>;

/** An entry of a 課 in an open year, as it is handed over. Amounts in 千円. */
export type HandedOver = {
  entryId: string;
  version: number;
  year: number;
  name: string;
  status: EntryStatus;
  amount: number | null;
};
