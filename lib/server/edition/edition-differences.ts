import 'server-only';
import { compareModels } from '@/lib/document/comparison/compare-models';
import { toPrintable } from '@/lib/document/printable';
import { buildErrata, withErrata } from '@/lib/document/templates/errata';
import type { DocumentDifferences, PlaceReason } from '@/lib/domain/edition/difference';
import type { Edition, EditionName } from '@/lib/domain/edition/edition';
import type { Reader } from '@/lib/server/gate/reading';
import { findEditionModels, getEditionModels, listEditionsOfYear } from './edition-queries';
import type { NextEdition } from './next-edition';
import type { EditionModels } from './print-edition';

/** The documents of a 訂正版 with the list of what it corrects, which stands behind the document as well. */
export async function withCorrections(
  wardId: string,
  next: NextEdition,
  reason: string,
  reasons: readonly PlaceReason[],
): Promise<EditionModels> {
  const { kind, previous, models } = next;
  if (kind !== 'corrected' || !previous) return models;
  const { document, annex } = await findEditionModels(wardId, previous);
  if (!document || !annex) return models;
  const errata = buildErrata({ edition: previous, document, annex }, { edition: next, ...models }, reason, reasons);
  return { ...models, document: toPrintable(withErrata(models.document, errata)), errata: toPrintable(errata) };
}

const differencesOf = (before: EditionModels, after: EditionModels): DocumentDifferences[] =>
  (['document', 'annex'] as const).flatMap((kind) => {
    const [old, now] = [before[kind], after[kind]];
    return old && now ? [{ document: kind, differences: compareModels(old, now) }] : [];
  });

/** What the year's data, as the next edition would print them, have that the edition before it has not. */
export async function getChangesSince(
  { wardId }: Reader,
  { previous, models }: NextEdition,
): Promise<{ previous: EditionName; documents: DocumentDifferences[] } | null> {
  if (!previous) return null;
  return { previous, documents: differencesOf(await findEditionModels(wardId, previous), models) };
}

type Compared = { from: Edition; to: Edition; documents: DocumentDifferences[] };

/** Two editions of a year: those asked for, else the newest and the one before it. `compared` is null where there are no two. */
export async function getEditionDifferences(
  reader: Reader,
  year: number,
  asked: { from: number | undefined; to: number | undefined },
): Promise<{ editions: Edition[]; compared: Compared | null } | undefined> {
  const editions = await listEditionsOfYear(reader, year);
  const [newest, before] = editions;
  const numbered = (number: number | undefined, otherwise: Edition | undefined) =>
    number === undefined ? otherwise : editions.find((edition) => edition.number === number);
  if (!newest || !before) return { editions, compared: null };
  const to = numbered(asked.to, newest);
  const from = numbered(asked.from, before);
  if (!from || !to) return undefined;
  const [old, now] = await Promise.all([from, to].map(({ number }) => getEditionModels(reader, year, number)));
  return { editions, compared: { from, to, documents: differencesOf(old ?? {}, now ?? {}) } };
}
