'use server';

import { yearInput } from '@/lib/domain/inputs';
import { action } from '@/lib/server/action';
import { editCategory, orderCategory } from '@/lib/server/category-years';
import { readAction } from '@/lib/server/read-action';
import { getYearSettings } from '@/lib/server/year-settings-queries';
import { editDocumentTexts } from '@/lib/server/year-texts';
import { closeYear, openYear, reopenYear } from '@/lib/server/years';

export const openYearAction = action(openYear);
export const closeYearAction = action(closeYear);
export const reopenYearAction = action(reopenYear);
export const editDocumentTextsAction = action(editDocumentTexts);
export const editCategoryAction = action(editCategory);
export const getYearSettingsAction = readAction('year.manage', yearInput, getYearSettings);
export const orderCategoryAction = action(orderCategory);
