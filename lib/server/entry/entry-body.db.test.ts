import { expect, it } from 'vitest';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { interrupted } from '@/scripts/test/interruption';
import { entrySteps } from '@/scripts/test/steps';
import { readEntryBody } from './entry-body-queries';
import { getEntry } from './entry-queries';
import { listReviewQueue } from './review-queue-queries';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
const DONE = { ok: true };
const WORD = '不登校';

async function shown() {
  const reader = readerOf(await actorOf(database.owner, 'approver'), 'approval.read');
  const { id } = await entryOf(database.owner, WORD);
  const entry = await getEntry(reader, 2023, id);
  if (!entry) throw new Error(`no entry ${WORD}`);
  const count = async (read: () => Promise<unknown>) => (await interrupted(0, async () => undefined, read)).statements;
  return {
    entry,
    body: await readEntryBody(reader, entry),
    statements: await count(() => readEntryBody(reader, entry)),
    ofQueue: await count(() => listReviewQueue(reader, 2023, id)),
  };
}

it('says what changed only once something was sent back, and is answered', async () => {
  expect(await save('drafter', WORD, { amount: '3,900' })).toMatchObject(DONE);
  expect(await take('submit', 'drafter', WORD)).toMatchObject(DONE);
  const first = await shown();
  expect(first.body).toMatchObject({ since: null, lastYear: { isApproved: true } });
  expect(first.entry).toMatchObject({ updatedWith: 'submit', updatedBy: '保健福祉課 起案者' });
  expect(first).toMatchObject({ statements: 3, ofQueue: 1 });

  expect(await take('return', 'approver', WORD, '理由')).toMatchObject(DONE);
  expect((await shown()).body.since).toBeNull();
  expect(await save('drafter', WORD, { summary: '直した概要。' })).toMatchObject(DONE);
  expect((await shown()).body.since).toMatchObject({ reason: '理由', changes: [{ field: 'summary' }] });
});

it('takes the same few statements, however long its history and the queue are', async () => {
  for (const summary of ['二', '三', '四']) expect(await save('drafter', WORD, { summary })).toMatchObject(DONE);
  for (const name of ['もう一つ', 'さらに一つ']) {
    expect(await add('drafter', name)).toMatchObject(DONE);
    expect(await take('submit', 'drafter', name)).toMatchObject(DONE);
  }
  expect(await shown()).toMatchObject({ statements: 5, ofQueue: 1 });
});
