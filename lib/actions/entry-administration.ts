'use server';

import { action } from '@/lib/server/action';
import { correctEntry } from '@/lib/server/entry-correction';
import { moveEntries } from '@/lib/server/entry-move';

export const correctEntryAction = action(correctEntry);
export const moveEntriesAction = action(moveEntries);
