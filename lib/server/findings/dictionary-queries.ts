import 'server-only';
import type { DictionaryRow } from '@/lib/domain/findings/dictionary-rule';
import { DEFAULT_DICTIONARY, type DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import { type Db, db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { DictionaryRuleModel } from '@/lib/server/generated/models';

type Row = Selected<DictionaryRow, DictionaryRuleModel, keyof DictionaryRow>;

/** The program's words with the ward's in their place, and the ward's own. */
async function listRules(tx: Db, wardId: string): Promise<DictionaryRow[]> {
  const rows = await tx.rows<Row>(sql`
    SELECT id, wrong, "right", "except", good, bad, is_used AS "isUsed", version
    FROM dictionary_rule WHERE ward_id = ${wardId} ORDER BY id`);
  const changed = new Set(rows.map(({ id }) => id));
  const untouched = DEFAULT_DICTIONARY.filter(({ id }) => !changed.has(id)).map((rule) => ({
    ...rule,
    isUsed: true,
    version: 0,
  }));
  return [...untouched, ...rows].sort((one, other) => one.id.localeCompare(other.id));
}

/** The words of the ward's house style that texts are held against. */
export const getDictionary = async (tx: Db, wardId: string): Promise<DictionaryRule[]> =>
  (await listRules(tx, wardId))
    .filter(({ isUsed }) => isUsed)
    .map(({ wrong, right, except, good, bad }) => ({ wrong, right, except, good, bad }));

export const readDictionary = ({ wardId }: Reader): Promise<DictionaryRule[]> => getDictionary(db, wardId);

/** All of them, for those who change them. */
export const listDictionary = ({ wardId }: Reader): Promise<DictionaryRow[]> => listRules(db, wardId);

export const findDictionaryRule = async (tx: Db, wardId: string, ruleId: string): Promise<DictionaryRow | undefined> =>
  (await listRules(tx, wardId)).find(({ id }) => id === ruleId);

export const getDictionaryRule = ({ wardId }: Reader, ruleId: string) => findDictionaryRule(db, wardId, ruleId);
