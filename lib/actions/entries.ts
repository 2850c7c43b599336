'use server';

import { action } from '@/lib/server/action';
import { addEntry, saveEntry } from '@/lib/server/entries';

export const saveEntryAction = action(saveEntry);
export const addEntryAction = action(addEntry);
