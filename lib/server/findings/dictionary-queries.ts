import 'server-only';
import { DEFAULT_DICTIONARY, type DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import { type Db, db } from '@/lib/server/database/db';
import type { Reader } from '@/lib/server/gate/reading';

/** The words of the ward's house style. */
export const getDictionary = async (_tx: Db, _wardId: string): Promise<readonly DictionaryRule[]> => DEFAULT_DICTIONARY;

export const readDictionary = ({ wardId }: Reader) => getDictionary(db, wardId);
