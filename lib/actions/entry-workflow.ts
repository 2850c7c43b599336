'use server';

import { action } from '@/lib/server/action';
import {
  approveEntry,
  pullBackEntry,
  reopenEntry,
  returnEntry,
  submitEntry,
  withdrawApprovedEntry,
  withdrawEntry,
} from '@/lib/server/entry-workflow';

export const submitEntryAction = action(submitEntry);
export const pullBackEntryAction = action(pullBackEntry);
export const approveEntryAction = action(approveEntry);
export const returnEntryAction = action(returnEntry);
export const withdrawEntryAction = action(withdrawEntry);
export const reopenEntryAction = action(reopenEntry);
export const withdrawApprovedEntryAction = action(withdrawApprovedEntry);
