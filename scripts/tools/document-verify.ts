// npm run document:verify -- FILE: which edition of which year a file is, by its bytes alone; of a ZIP each file in it. Ends with 0
// where all of it was published, 2 where something wasn't, 1 where it can't be tried.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type pg from 'pg';
import { connect } from '@/lib/server/database/connection';
import { type PublishedFile, documentVerifyText as text } from '@/lib/text/edition/document-verify';
import { explain } from './backup-arguments';

const NOT_PUBLISHED = 2;
/** What a file of ours inside a ZIP is never larger than. */
const LARGEST = 100_000_000;

async function publishedAs(client: pg.ClientBase, sha256: string): Promise<PublishedFile[]> {
  const { rows } = await client.query(
    `SELECT w.name AS "wardName", y.year, e.number, e.kind, d.kind AS document, f.format,
       e.publisher_name AS "publisherName", e.published_at AS "publishedAt"
     FROM edition_file f JOIN edition_document d ON d.ward_id = f.ward_id AND d.id = f.document_id
     JOIN edition e ON e.ward_id = d.ward_id AND e.id = d.edition_id JOIN ward w ON w.id = e.ward_id
     JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE f.sha256 = $1 AND encode(sha256(f.bytes), 'hex') = $1 ORDER BY w.code, y.year, e.number, d.kind, f.format`,
    [sha256],
  );
  return rows as PublishedFile[];
}

type Named = { name: string; bytes: Uint8Array };

/** An Office file is a ZIP too: its parts are no files of ours. One whose files can't all be looked at is taken as it is. */
function filesIn({ name, bytes }: Named): Named[] {
  try {
    const names: string[] = [];
    const files = unzipSync(bytes, {
      filter: ({ name: inside, originalSize }) => names.push(inside) > 0 && originalSize <= LARGEST,
    });
    const found = Object.entries(files);
    if (found.length < names.length) return [];
    return found.map(([inside, content]) => ({ name: text.inside(name, inside), bytes: content }));
  } catch {
    return [];
  }
}

async function verify(client: pg.ClientBase, file: Named): Promise<boolean> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const found = await publishedAs(client, sha256);
  const inside = found.length === 0 && /\.zip$/i.test(file.name) ? filesIn(file) : [];
  if (inside.length > 0) {
    let isAll = true;
    for (const one of inside) isAll = (await verify(client, one)) && isAll;
    return isAll;
  }
  console.log(
    [text.file(file.name, sha256), ...(found.length > 0 ? found.map(text.isPublished) : [text.none])].join('\n'),
  );
  return found.length > 0;
}

const [asked, ...others] = process.argv.slice(2);
if (!asked || others.length > 0) {
  console.error(text.usage);
  process.exit(1);
}
try {
  const bytes = await readFile(path.resolve(process.env.INIT_CWD ?? '.', asked));
  const client = await connect(process.env.DATABASE_URL);
  const isPublished = await verify(client, { name: path.basename(asked), bytes }).finally(() => client.end());
  process.exitCode = isPublished ? 0 : NOT_PUBLISHED;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
