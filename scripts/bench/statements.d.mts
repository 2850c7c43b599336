import type pg from 'pg';

export type Save = {
  wardId: string;
  entryId: string;
  version: number;
  accountId: string;
  text: string;
  newId: () => string;
};

export function saveOnce(client: pg.ClientBase, save: Save): Promise<void>;
