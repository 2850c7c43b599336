import 'server-only';
import { cache } from 'react';
import type { WardYear } from '@/lib/domain/year/ward-years';
import { db, sql } from '@/lib/server/database/db';
import { isOpenYear } from '@/lib/server/database/facts';
import type { Reader } from '@/lib/server/gate/reading';

export type Shell = {
  /** Newest first. */
  years: WardYear[];
  /** How many wards the account is a member of. */
  wardCount: number;
};

/** What the bar of every page shows, in one query. Read once per request. */
export const getShell = cache(
  async (reader: Reader): Promise<Shell> =>
    (await db.first<Shell>(sql`
      SELECT (SELECT coalesce(json_agg(json_build_object('year', year, 'isOpen', ${isOpenYear('y')}) ORDER BY year DESC), '[]')
          FROM fiscal_year y WHERE ward_id = ${reader.wardId}) AS years,
        (SELECT count(*) FROM membership WHERE account_id = ${reader.accountId}) AS "wardCount"`)) ?? {
      years: [],
      wardCount: 1,
    },
);
