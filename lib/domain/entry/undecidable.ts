import * as z from 'zod/mini';
import { idInput } from '@/lib/domain/inputs';

/** An entry that waits for a decision, with nobody left who could take it. */
export type UndecidableEntry = { id: string; year: number; name: string; departmentName: string };

/** What a command would leave so, and who had no hand in any of it and could be made an approver. */
export type Undecidable = { entries: UndecidableEntry[]; possibleDeciders: string[] };

/** How many are named before it is said how many more there are. */
export const UNDECIDABLE_SHOWN = 10;

/** Entries that the administrator was shown and accepts: nobody will be left to decide about them. */
export const knownUndecidableInput = z._default(z.array(idInput), []);
