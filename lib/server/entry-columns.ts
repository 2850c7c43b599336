import 'server-only';
import { byField, type EntryContent, type EntryField, FIELDS } from '@/lib/domain/entry-fields';
import { type Statement, sql } from './db';

/** Names come out of the table of fields alone, never from outside. */
const named = (text: (column: string, field: EntryField) => string): Record<EntryField, Statement> =>
  byField(FIELDS, (field) =>
    sql([
      text(
        field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        field,
      ),
    ]),
  );

const hasColumn = (field: EntryField): boolean => field !== 'lastYearProjectId';
const COLUMN = named((column) => column);
const SELECTED = named((column, field) =>
  hasColumn(field)
    ? `e.${column} AS "${field}"`
    : `CASE WHEN e.last_year = 'project' THEN e.project_id END AS "${field}"`,
);

const listed = (pieces: Statement[]): Statement => pieces.reduce((all, piece) => sql`${all}, ${piece}`);

/** Of the entry `e`, each under its field's name. */
export const selected = (fields = FIELDS): Statement => listed(fields.map((field) => SELECTED[field]));

export const columns = (fields = FIELDS): Statement => listed(fields.filter(hasColumn).map((field) => COLUMN[field]));

/** In the order of `columns`. */
export const valuesOf = (content: EntryContent): Statement =>
  listed(FIELDS.filter(hasColumn).map((field) => sql`${content[field]}`));

export const assigned = (content: Partial<EntryContent>): Statement =>
  listed(
    FIELDS.filter((field) => hasColumn(field) && field in content).map(
      (field) => sql`${COLUMN[field]} = ${content[field]}`,
    ),
  );
