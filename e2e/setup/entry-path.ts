import type { App } from './app';

/** Where the entry of that name stands in the year that is being drafted. */
export async function pathOf(app: App, name: string): Promise<string> {
  const [entry] = await app.rows<{ id: string }>(
    `SELECT e.id FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE e.name = $1 AND y.year = 2023`,
    [name],
  );
  return `/years/2023/entries/${entry?.id}`;
}
