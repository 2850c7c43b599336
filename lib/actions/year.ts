'use server';

import * as z from 'zod/mini';
import { yearInput } from '@/lib/domain/inputs';
import { action, readAction } from '@/lib/server/gate/action';
import { addCategory, editCategory, endCategory, orderCategory } from '@/lib/server/year/categories';
import { getEarlierTotals, recordTotals, removeEarlierYear } from '@/lib/server/year/earlier-totals';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { editDocumentTexts } from '@/lib/server/year/year-settings';
import { closeYear, openYear, reopenYear } from '@/lib/server/year/years';

export const openYearAction = action(openYear);
export const closeYearAction = action(closeYear);
export const reopenYearAction = action(reopenYear);
export const editDocumentTextsAction = action(editDocumentTexts);
export const editCategoryAction = action(editCategory);
export const addCategoryAction = action(addCategory);
export const endCategoryAction = action(endCategory);
export const getYearSettingsAction = readAction('year.manage', yearInput, getYearSettings);
export const orderCategoryAction = action(orderCategory);
export const recordTotalsAction = action(recordTotals);
export const removeEarlierYearAction = action(removeEarlierYear);
export const getEarlierTotalsAction = readAction('year.manage', z.undefined(), (reader) => getEarlierTotals(reader));
