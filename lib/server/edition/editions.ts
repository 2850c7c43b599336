import 'server-only';
import type { PlaceKey } from '@/lib/document/seen-places';
import { publishEditionInput } from '@/lib/domain/edition/publish-edition';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { unconfirmed, whyBlocked } from '@/lib/domain/year/open-points';
import { listed } from '@/lib/server/database/columns';
import { consistentRead, newId, sql } from '@/lib/server/database/db';
import { isCountedEntry } from '@/lib/server/database/facts';
import { inTurn } from '@/lib/server/document/in-turn';
import { type CommandContext, command } from '@/lib/server/gate/command';
import { recordAudit } from '@/lib/server/history/audit';
import { findPlaceKeys, readingOf } from '@/lib/server/read-through/read-through-queries';
import { openPointsOfYear } from '@/lib/server/year/open-points';
import { loadYearSettings } from '@/lib/server/year/year-target';
import { nextEditionOf, type PreparedEdition, prepareEdition } from './next-edition';
import { type PrintedDocument, printEdition } from './print-edition';

type Prepared = { edition: PreparedEdition; places: PlaceKey[]; documents: PrintedDocument[] };
export type PublishedEdition = { year: number; number: number };

async function insertDocuments(
  { tx, actor: { wardId } }: CommandContext,
  editionId: string,
  printed: PrintedDocument[],
) {
  const documents = printed.map((document) => ({ ...document, id: newId() }));
  await tx.run(sql`
    INSERT INTO edition_document (ward_id, edition_id, id, kind, template, template_version, model, model_sha256)
    VALUES ${listed(
      documents.map(
        ({ id, kind, template, templateVersion, model, modelSha256 }) =>
          sql`(${wardId}, ${editionId}, ${id}, ${kind}, ${template}, ${templateVersion}, ${model}, ${modelSha256})`,
      ),
    )}`);
  // As single values, bytes travel as they are.
  for (const { id: documentId, files } of documents)
    await tx.run(sql`
      INSERT INTO edition_file (ward_id, document_id, id, format, name, bytes, sha256)
      VALUES ${listed(
        files.map(
          ({ format, name, bytes, sha256 }) =>
            sql`(${wardId}, ${documentId}, ${newId()}, ${format}, ${name}, ${bytes}, ${sha256})`,
        ),
      )}`);
}

/** What the year came to, for the years that print it after it. */
async function insertFigures({ tx, actor: { wardId } }: CommandContext, editionId: string, fiscalYearId: string) {
  await tx.run(sql`
    INSERT INTO edition_entry (ward_id, edition_id, id, entry_id, project_id, category_id, department_id, name, amount, sort_order)
    SELECT ward_id, ${editionId}::uuid, gen_random_uuid(), id, project_id, category_id, department_id, name, amount, sort_order
    FROM entry e WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId} AND ${isCountedEntry}`);
  await tx.run(sql`
    INSERT INTO edition_category (ward_id, edition_id, id, category_id, name, annex_amount, recorded_total, sort_order)
    SELECT ward_id, ${editionId}::uuid, gen_random_uuid(), category_id, name, annex_amount, recorded_total, sort_order
    FROM category_year WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId}`);
}

/**
 * Publishes a year's document and annex as an edition. They are printed before the transaction; in it, with the year's row locked
 * and last year's shared, they must still be what was seen and printed.
 */
export const publishEdition = command({
  operation: 'edition.publish',
  input: publishEditionInput,
  async prepare({ actor }, { year, seen, reason, reasons }): Promise<Result<Prepared>> {
    const next = await inTurn(() => consistentRead((tx) => nextEditionOf(tx, actor.wardId, year)));
    if (!next) return fail('not_found');
    if (next.seen !== seen) return fail('conflict');
    if (next.kind === 'corrected' && reason === '') return fail('reason_required', { reason: 'required' });
    const edition = await prepareEdition(actor.wardId, next, { publishedAt: new Date(), reason, reasons });
    const places = await findPlaceKeys(`${actor.accountId} ${year}`, edition.source);
    if (!places.ok) return places;
    const printed = await printEdition(actor.accountId, edition);
    return printed.ok ? succeed({ edition, places: places.value, documents: printed.value }) : printed;
  },
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { year, confirmed: seen, reason }, { edition, places, documents }) {
    const { tx, actor } = context;
    const { wardId } = actor;
    await tx.first(sql`SELECT id FROM fiscal_year WHERE ward_id = ${wardId} AND year = ${year - 1} FOR SHARE`);
    const now = await nextEditionOf(tx, wardId, year);
    if (now?.seen !== edition.seen) return fail('conflict');
    const { number, kind, publishedAt } = edition;
    // Of the same data: so the places are the same, whoever has read them meanwhile.
    const { readers, unread } = await readingOf(tx, wardId, now, places);
    const isDraft = kind === 'draft';
    if (!isDraft && unread > 0) return fail('places_unread');
    const points = await openPointsOfYear(tx, wardId, year, unread);
    const blocked = whyBlocked(points, isDraft);
    if (blocked) return fail(blocked);
    if (unconfirmed(points, seen, isDraft).length > 0) return fail('points_unconfirmed');
    const id = newId();
    await tx.run(sql`
      INSERT INTO edition (ward_id, id, fiscal_year_id, number, kind, reason, confirmed, readers, published_by, publisher_name, published_at)
      VALUES (${wardId}, ${id}, ${fiscalYearId}, ${number}, ${kind}, ${reason || null},
        ${points.length > 0 ? JSON.stringify(points) : null}::jsonb,
        ${readers.length > 0 ? JSON.stringify(readers) : null}::jsonb, ${actor.accountId}, ${actor.name}, ${publishedAt})`);
    await insertDocuments(context, id, documents);
    await insertFigures(context, id, fiscalYearId);
    const record = await tx.first<{ after: object }>(
      sql`SELECT edition_record(e) AS after FROM edition e WHERE ward_id = ${wardId} AND id = ${id}`,
    );
    await recordAudit(context, { subject: 'edition', subjectId: id, ...record });
    return succeed<PublishedEdition>({ year, number });
  },
});
