'use server';

import { action } from '@/lib/server/action';
import { orderEntries } from '@/lib/server/entry-order';

export const orderEntriesAction = action(orderEntries);
