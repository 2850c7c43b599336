import 'server-only';
import type { DocumentTexts } from '@/lib/domain/year-settings';
import { type Db, sql } from './db';
import type { YearTarget } from './year-target';

type Row = DocumentTexts & { fiscalYearId: string; status: string; version: number };

export type YearSettingsTarget = YearTarget & { texts: DocumentTexts };

/** The year's row locked for its change: commands on its entries lock it shared. */
export async function loadYearSettings(tx: Db, wardId: string, year: number): Promise<YearSettingsTarget | undefined> {
  const row = await tx.first<Row>(sql`
    SELECT id AS "fiscalYearId", status, version, title, mark, total_label AS "totalLabel",
      personnel_note AS "personnelNote", annex_note AS "annexNote"
    FROM fiscal_year WHERE ward_id = ${wardId} AND year = ${year} FOR NO KEY UPDATE`);
  if (!row) return undefined;
  const { fiscalYearId, status, version, ...texts } = row;
  return { wardId, yearIsOpen: status === 'open', fiscalYearId, version, texts };
}
