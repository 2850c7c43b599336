import 'server-only';
import { PROSE } from '@/lib/domain/entry/entry-fields';
import type { EntryView, LastYearTexts } from '@/lib/domain/entry/entry-view';
import { db, sql } from '@/lib/server/database/db';
import { isApprovedEntry } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { selected } from './entry-target';

type Row = Selected<LastYearTexts, EntryModel, Exclude<keyof LastYearTexts, 'isApproved'>>;

/** What last year's entry of the same project says; null: there is none. */
export async function getLastYearTexts(
  { wardId }: Reader,
  { id }: Pick<EntryView, 'id'>,
): Promise<LastYearTexts | null> {
  const found = await db.first<Row>(sql`
    SELECT ${selected(PROSE)}, ${isApprovedEntry} AS "isApproved"
    FROM entry this
    JOIN last_year_entry before ON before.ward_id = this.ward_id AND before.fiscal_year_id = this.fiscal_year_id
      AND before.project_id = this.project_id
    JOIN entry e ON e.ward_id = before.ward_id AND e.id = before.id
    WHERE this.ward_id = ${wardId} AND this.id = ${id}`);
  return found ?? null;
}
