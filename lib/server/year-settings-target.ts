import 'server-only';
import type { DocumentTexts } from '@/lib/domain/year-settings';
import type { CommandContext } from './command';
import { sql } from './db';
import type { YearTarget } from './year-target';

type Row = DocumentTexts & { fiscalYearId: string; yearIsOpen: boolean; version: number };

type YearSettingsTarget = YearTarget & { version: number; texts: DocumentTexts };

/** The year's row locked for its change: commands on its entries lock it shared. */
export async function loadYearSettings(
  { tx, actor }: CommandContext,
  { year }: { year: number },
): Promise<YearSettingsTarget | undefined> {
  const row = await tx.first<Row>(sql`
    SELECT id AS "fiscalYearId", status = 'open' AS "yearIsOpen", version, title, mark, draft_mark AS "draftMark", total_label AS "totalLabel",
      personnel_note AS "personnelNote", annex_note AS "annexNote"
    FROM fiscal_year WHERE ward_id = ${actor.wardId} AND year = ${year} FOR NO KEY UPDATE`);
  if (!row) return undefined;
  const { fiscalYearId, yearIsOpen, version, ...texts } = row;
  return { wardId: actor.wardId, yearIsOpen, fiscalYearId, version, texts };
}
