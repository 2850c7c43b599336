import 'server-only';
import { type Statement, sql } from './db';

/** A field's column is its name in snake case. Names come out of the program's own tables of fields, never from outside. */
export const columnOf = (field: string): Statement =>
  sql([field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]);

/** The column of the table that is called so, under its field's name. */
export const selectedOf = (table: string, field: string): Statement =>
  sql`${sql([table])}.${columnOf(field)} AS ${sql([`"${field}"`])}`;

export const listed = (pieces: Statement[]): Statement => pieces.reduce((all, piece) => sql`${all}, ${piece}`);
