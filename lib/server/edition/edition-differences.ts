import 'server-only';
import type { DocumentDifferences } from '@/lib/domain/edition/difference';
import type { Edition, EditionName } from '@/lib/domain/edition/edition';
import { type Result, succeed } from '@/lib/domain/result';
import { printing } from '@/lib/server/document/export';
import { type Source, sourceOf } from '@/lib/server/document/source';
import type { Reader } from '@/lib/server/gate/reading';
import { findEditionModels, listEditionsOfYear } from './edition-queries';
import type { PreparedEdition } from './next-edition';

/** Compared beside the server, as somebody apart: nothing that the same person looks at meanwhile replaces it. */
async function compare({ accountId }: Reader, source: Source): Promise<Result<DocumentDifferences[]>> {
  const found = await printing().print(`differences ${accountId}`, source, 'differences');
  return found.ok ? succeed(JSON.parse(`${found.value.file}`)) : found;
}

export type ChangesSince = { previous: EditionName; documents: Result<DocumentDifferences[]> };

/** What the year's data, as the next edition would print them, have that the edition before it has not. */
export async function getChangesSince(
  reader: Reader,
  { previous, source }: PreparedEdition,
): Promise<ChangesSince | null> {
  return previous && { previous, documents: await compare(reader, source) };
}

type Compared = { from: Edition; to: Edition; documents: Result<DocumentDifferences[]> };

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
  const [old, models] = [await findEditionModels(reader.wardId, from), await findEditionModels(reader.wardId, to)];
  const previous = { edition: { year, number: from.number, kind: from.kind }, models: old };
  const documents = await compare(
    reader,
    sourceOf({ of: { models }, edition: null, previous, reason: '', reasons: [] }),
  );
  return { editions, compared: { from, to, documents } };
}
