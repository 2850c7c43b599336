import 'server-only';
import type { EditionName } from '@/lib/domain/edition/edition';
import type { RevisionAction } from '@/lib/domain/entry/entry-history-view';
import { WITHDRAWN, WORKFLOW_ACTIONS } from '@/lib/domain/entry/entry-workflow';
import { hasRoleFor, type Operation } from '@/lib/domain/permissions';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EditionModel } from '@/lib/server/generated/models';

/** Steps that leave what an entry prints as it was, withdrawals apart: by whomever, or one that is taken back. */
const PRINTING_NOTHING: RevisionAction[] = [...WORKFLOW_ACTIONS, 'allowFinding'];
const WITHDRAWS = sql`ARRAY[s.before->>'status', s.after->>'status'] && ${WITHDRAWN}::text[]`;
const PRINTED_SETTINGS: Operation[] = [
  'documentTexts.edit',
  'category.add',
  'category.edit',
  'category.end',
  'category.order',
  'earlierTotals.record',
  'earlierTotals.remove',
  'entries.order',
];

/** What documents of later years print of a year that has no edition itself. */
const PRINTED_LATER = { entry: ['amount', 'categoryId'], category: ['annexAmount', 'recordedTotal'] };

/** The year's final edition, where what it prints was changed after it was published, of this year or one before it, for those who publish. Nothing is drawn for it. */
export async function getChangedEdition(reader: Reader, year: number): Promise<EditionName | null> {
  if (!hasRoleFor(reader, 'edition.publish')) return null;
  const found = await db.first<Selected<Omit<EditionName, 'year'>, EditionModel, 'number' | 'kind'>>(sql`
    SELECT n.number, n.kind FROM newest_edition n
    JOIN fiscal_year y ON y.ward_id = n.ward_id AND y.id = n.fiscal_year_id
    WHERE n.ward_id = ${reader.wardId} AND y.year = ${year} AND (
      EXISTS (SELECT FROM entry e JOIN entry_step s ON s.ward_id = e.ward_id AND s.entry_id = e.id
        WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id AND e.updated_at > n.published_at
          AND s.at > n.published_at AND (s.action <> ALL (${PRINTING_NOTHING}) OR ${WITHDRAWS}))
      OR EXISTS (SELECT FROM audit_event a WHERE a.ward_id = y.ward_id AND a.at > n.published_at
        AND a.operation = ANY (${PRINTED_SETTINGS}) AND coalesce(a.after, a.before) - 'deadline' <> '{}' AND (a.subject_id = y.id OR a.subject_id IN (
          SELECT c.id FROM category_year c WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id)))
      OR EXISTS (SELECT FROM fiscal_year b LEFT JOIN newest_edition l ON l.ward_id = b.ward_id AND l.fiscal_year_id = b.id
        WHERE b.ward_id = y.ward_id AND b.year > ${year - TABLE_YEARS} AND b.year < ${year}
          AND CASE WHEN l.id IS NOT NULL THEN l.published_at > n.published_at ELSE
            EXISTS (SELECT FROM entry e JOIN entry_step s ON s.ward_id = e.ward_id AND s.entry_id = e.id
              WHERE e.ward_id = b.ward_id AND e.fiscal_year_id = b.id AND e.updated_at > n.published_at
                AND s.at > n.published_at AND (${WITHDRAWS} OR s.after ?| ${PRINTED_LATER.entry}::text[]))
            OR EXISTS (SELECT FROM audit_event a JOIN category_year c ON c.ward_id = a.ward_id AND c.id = a.subject_id
              WHERE a.ward_id = b.ward_id AND c.fiscal_year_id = b.id AND a.at > n.published_at
                AND a.after ?| ${PRINTED_LATER.category}::text[]) END))`);
  return found ? { year, ...found } : null;
}
