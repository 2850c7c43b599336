import 'server-only';
import type { DocumentDifferences } from '@/lib/domain/edition/difference';
import type { Edition, EditionName } from '@/lib/domain/edition/edition';
import { type Result, succeed } from '@/lib/domain/result';
import { printing } from '@/lib/server/document/export';
import { type Source, sourceOf } from '@/lib/server/document/source';
import type { Reader } from '@/lib/server/gate/reading';
import { findEditionModels, listEditions } from './edition-queries';
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

type Asked = Pick<EditionName, 'year' | 'number'> | undefined;

/**
 * Two editions of any years: those asked for, else the year's newest and the one before that. `compared` is null where there are no
 * two, undefined where one isn't there.
 */
export async function getEditionDifferences(
  reader: Reader,
  year: number,
  asked: { from: Asked; to: Asked },
): Promise<{ editions: Edition[]; compared: Compared | null } | undefined> {
  const editions = await listEditions(reader);
  const find = (one: NonNullable<Asked>) => editions.find((of) => of.year === one.year && of.number === one.number);
  const newest = editions.find((of) => of.year === year);
  if (!newest || editions.length < 2) return { editions, compared: null };
  const to = asked.to ? find(asked.to) : newest;
  const before = to && (editions[editions.indexOf(to) + 1] ?? editions[editions.indexOf(to) - 1]);
  const from = asked.from ? find(asked.from) : before;
  if (!from || !to) return undefined;
  const [old, models] = [await findEditionModels(reader.wardId, from), await findEditionModels(reader.wardId, to)];
  const previous = { edition: { year: from.year, number: from.number, kind: from.kind }, models: old };
  const documents = await compare(
    reader,
    sourceOf({ of: { models }, edition: null, previous, reason: '', reasons: [] }),
  );
  return { editions, compared: { from, to, documents } };
}
