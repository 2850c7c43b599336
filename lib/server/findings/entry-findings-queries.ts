import 'server-only';
import { unprintableIn } from '@/lib/document/printable';
import { type EntryField, TEXT_FIELDS } from '@/lib/domain/entry/entry-fields';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { checkEntry, type EntryFinding } from '@/lib/domain/findings/check';
import type { CheckedEntry } from '@/lib/domain/findings/finding';
import { type Db, sql } from '@/lib/server/database/db';
import { isNewProject, joinLastYear, lastYearAmount } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { selected } from '@/lib/server/entry/entry-target';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { getDictionary, readDictionary } from './dictionary-queries';

export type CheckedRow = Selected<
  CheckedEntry,
  EntryModel,
  Exclude<keyof CheckedEntry, 'year' | 'lastYearAmount' | 'isNew'>
>;
const CHECKED_FIELDS: EntryField[] = [...TEXT_FIELDS, 'amount', 'mark'];
/** What the rules look at of the entry `e` of the year `y`, beside last year's. */
export const CHECKED = sql`y.year, ${selected(CHECKED_FIELDS)}, ${lastYearAmount} AS "lastYearAmount", ${isNewProject} AS "isNew"`;

/** What is found in an entry as it is stored. */
export async function findEntryFindings(tx: Db, wardId: string, entryId: string): Promise<EntryFinding[]> {
  const entry = await tx.first<CheckedRow>(sql`
    SELECT ${CHECKED} FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id ${joinLastYear}
    WHERE e.ward_id = ${wardId} AND e.id = ${entryId}`);
  return entry ? checkEntry(entry, await getDictionary(tx, wardId)) : [];
}

/** The same of an entry that is shown, and the words that it was held against. */
export async function getEntryChecks(reader: Reader, entry: EntryView) {
  const dictionary = await readDictionary(reader);
  return { dictionary, findings: checkEntry(entry, dictionary) };
}

/** The same with what the document's fonts lack. */
export async function getPrintedChecks(reader: Reader, entry: EntryView): Promise<EntryFinding[]> {
  const { findings } = await getEntryChecks(reader, entry);
  return findings.map((finding) =>
    finding.rule === 'outside_cp932' && unprintableIn([finding.found]).length > 0
      ? { ...finding, detail: 'unprintable' }
      : finding,
  );
}
