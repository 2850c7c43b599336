'use server';

import { yearInput } from '@/lib/domain/inputs';
import { action } from '@/lib/server/action';
import { orderEntries } from '@/lib/server/entry-order';
import { getYearOrder } from '@/lib/server/entry-order-queries';
import { readAction } from '@/lib/server/read-action';

export const orderEntriesAction = action(orderEntries);

export const getYearOrderAction = readAction('entries.order', yearInput, getYearOrder);
