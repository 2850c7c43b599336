'use server';

import { action } from '@/lib/server/action';
import { editCategory, orderCategory } from '@/lib/server/category-years';
import { editDocumentTexts } from '@/lib/server/year-texts';
import { closeYear, openYear, reopenYear } from '@/lib/server/years';

export const openYearAction = action(openYear);
export const closeYearAction = action(closeYear);
export const reopenYearAction = action(reopenYear);
export const editDocumentTextsAction = action(editDocumentTexts);
export const editCategoryAction = action(editCategory);
export const orderCategoryAction = action(orderCategory);
