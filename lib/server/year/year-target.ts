import 'server-only';
import type { Closed } from '@/lib/domain/year/open-points';
import {
  type DocumentTexts,
  documentTextsInput,
  type YearFields,
  yearFieldsInput,
} from '@/lib/domain/year/year-settings';
import { columnOf, listed, selectedOf } from '@/lib/server/database/columns';
import { type Statement, sql } from '@/lib/server/database/db';
import { closedYear, deadline, isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { CommandContext } from '@/lib/server/gate/command';
import type { FiscalYearModel } from '@/lib/server/generated/models';

const TEXTS = Object.keys(documentTextsInput.shape) as (keyof DocumentTexts)[];

/** What the document of the year `y` prints around its figures. */
export const selectedTexts = listed(TEXTS.map((field) => selectedOf('y', field)));
export const textColumns = listed(TEXTS.map(columnOf));
/** In the order of `textColumns`. */
export const textValues = (texts: DocumentTexts): Statement => listed(TEXTS.map((field) => sql`${texts[field]}`));

const FIELDS = Object.keys(yearFieldsInput(null).shape) as (keyof YearFields)[];

/** All that is set of the year `y` beside its categories. */
export const selectedFields = listed(FIELDS.map((field) => (field === 'deadline' ? deadline : selectedOf('y', field))));
export const assignedFields = (fields: YearFields): Statement =>
  listed(FIELDS.map((field) => sql`${columnOf(field)} = ${fields[field]}`));

/** Locks the year's row shared, so that it can't be closed while one of its entries changes. */
export async function loadYear({ tx, actor }: CommandContext, { year }: { year: number }) {
  const row = await tx.first<{ fiscalYearId: string; isOpen: boolean }>(sql`
    SELECT id AS "fiscalYearId", ${isOpenYear('y')} AS "isOpen"
    FROM fiscal_year y WHERE ward_id = ${actor.wardId} AND year = ${year} FOR SHARE`);
  return row && { wardId: actor.wardId, ...row };
}

type Read = YearFields & { fiscalYearId: string; isOpen: boolean; version: number; closed: Closed | null };
type Row = Selected<Read, FiscalYearModel, keyof DocumentTexts | 'version'>;

/** The year's row locked for its change: commands on its entries lock it shared. */
export async function loadYearSettings({ tx, actor }: CommandContext, { year }: { year: number }) {
  const row = await tx.first<Row>(sql`
    SELECT id AS "fiscalYearId", ${isOpenYear('y')} AS "isOpen", version, ${closedYear} AS closed, ${selectedFields}
    FROM fiscal_year y WHERE ward_id = ${actor.wardId} AND year = ${year} FOR NO KEY UPDATE`);
  if (!row) return undefined;
  const { fiscalYearId, isOpen, version, closed, ...fields } = row;
  return { wardId: actor.wardId, isOpen, fiscalYearId, version, closed, fields };
}
