import { beforeAll, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import type { Reader } from '@/lib/server/gate/reading';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { interrupted } from '@/scripts/test/interruption';
import { getDocument } from './document';

const database = testDatabase();
let reader: Reader;

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'document.read');
});

/** Changes every block of the document: the texts, the totals, the explanations and the entries. */
async function changeEverything() {
  for (const statement of [
    `UPDATE fiscal_year SET title = title || '改' WHERE year = 2023`,
    `UPDATE category_year SET explanation = explanation || '改', annex_amount = coalesce(annex_amount, 0) + 1`,
    `UPDATE category_year SET recorded_total = recorded_total + 1`,
    `UPDATE entry SET amount = coalesce(amount, 0) + 1, summary = summary || '改'`,
  ])
    await database.owner.query(statement);
}

// 1 is BEGIN, and the moment that counts is that of the first read.
it.each([3, 4, 5, 6, 7])('is of one moment, whatever is committed before its statement %d', async (at) => {
  const before = await getDocument(reader, 2023);
  const { value: during, statements } = await interrupted(at, changeEverything, () => getDocument(reader, 2023));
  // BEGIN, the year, its categories, the totals, the entries, what is carried, COMMIT
  expect(statements).toBe(7);
  expect(during).toEqual(before);
  const after = await getDocument(reader, 2023);
  expect(modelIn(after)?.title).not.toBe(modelIn(before)?.title);
  expect(modelIn(after)?.sections[0]).not.toEqual(modelIn(before)?.sections[0]);
  expect(modelIn(after)?.sections[1]).not.toEqual(modelIn(before)?.sections[1]);
});
