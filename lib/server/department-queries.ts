import 'server-only';
import type { DepartmentRow } from '@/lib/domain/department';
import { db, sql } from './db';
import type { Reader } from './reading';

/** In the order that lists show them; retired ones last. */
export const listDepartments = (reader: Reader): Promise<DepartmentRow[]> =>
  db.rows<DepartmentRow>(sql`
    SELECT d.id, d.name, d.version, d.retired_at IS NOT NULL AS "isRetired",
      (SELECT count(*) FROM membership m WHERE m.ward_id = d.ward_id AND m.department_id = d.id) AS "memberCount",
      (SELECT count(*) FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
        WHERE e.ward_id = d.ward_id AND e.department_id = d.id AND y.status = 'open' AND e.status <> 'withdrawn') AS "openEntryCount"
    FROM department d WHERE d.ward_id = ${reader.wardId}
    ORDER BY d.retired_at IS NOT NULL, d.sort_order, d.id`);
