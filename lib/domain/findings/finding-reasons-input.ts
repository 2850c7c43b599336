import * as z from 'zod/mini';
import { idInput, proseInput, reasonInput, versionInput } from '@/lib/domain/inputs';

const FINDINGS_LIMIT = 500;
const code = z.string().check(z.maxLength(40));
const about = { rule: code, place: code, flagged: z.string().check(z.maxLength(2000)) };
export const findingReasonsInput = z
  .array(z.object({ ...about, reason: proseInput }))
  .check(z.maxLength(FINDINGS_LIMIT));
export const allowFindingInput = z.object({
  entryId: idInput,
  version: versionInput,
  ...about,
  reason: reasonInput,
});
