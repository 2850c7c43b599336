import 'server-only';
import { DEFAULT_DICTIONARY, type DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import type { Db } from '@/lib/server/database/db';

/** The words of the ward's house style. */
export const getDictionary = async (_tx: Db, _wardId: string): Promise<readonly DictionaryRule[]> => DEFAULT_DICTIONARY;
