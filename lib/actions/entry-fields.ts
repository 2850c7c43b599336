'use server';

import { idInput } from '@/lib/domain/inputs';
import { getEntryFields } from '@/lib/server/entry-queries';
import { readAction } from '@/lib/server/read-action';

export const getEntryFieldsAction = readAction('entry.read', idInput, getEntryFields);
