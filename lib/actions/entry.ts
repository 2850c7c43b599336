'use server';

import { idInput, idsInput, yearInput } from '@/lib/domain/inputs';
import { sheetNewsInput } from '@/lib/domain/sheet/cells';
import { addEntry, saveEntry } from '@/lib/server/entry/entries';
import { correctEntry, moveEntries } from '@/lib/server/entry/entry-administration';
import { orderEntries } from '@/lib/server/entry/entry-order';
import { getYearOrder } from '@/lib/server/entry/entry-order-queries';
import { getEntryFields } from '@/lib/server/entry/entry-queries';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import { getLastYearAmounts, recordLastYear } from '@/lib/server/entry/last-year-amounts';
import { allowFinding } from '@/lib/server/findings/allow-finding';
import { action, eachAction, eachStepAction, readAction, stepAction } from '@/lib/server/gate/action';
import { getMarkedChecks } from '@/lib/server/marked/marked-queries';
import { getSheetNews } from '@/lib/server/sheet/sheet-queries';

export const saveEntryAction = action(saveEntry);
export const saveEntriesAction = eachAction(saveEntry);
export const addEntryAction = action(addEntry);

export const correctEntryAction = action(correctEntry);
export const moveEntriesAction = action(moveEntries);
export const moveEachEntryAction = eachAction(moveEntries);

export const getEntryFieldsAction = readAction('entry.read', idInput, getEntryFields);

export const orderEntriesAction = action(orderEntries);

export const recordLastYearAction = action(recordLastYear);
export const getLastYearAmountsAction = readAction('entry.recordLastYear', yearInput, getLastYearAmounts);

export const getYearOrderAction = readAction('entries.order', yearInput, getYearOrder);

export const allowFindingAction = action(allowFinding);

export const takeEntryStepAction = stepAction(stepCommands);
export const takeEntryStepsAction = eachStepAction(stepCommands);
export const getMarkedChecksAction = readAction('entry.read', idsInput, getMarkedChecks);
export const getSheetNewsAction = readAction('entry.edit', sheetNewsInput, getSheetNews);
