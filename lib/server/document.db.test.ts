import type pg from 'pg';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { actorOf, readerOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import { pool } from './db';
import { getDocument } from './document';
import type { Reader } from './reading';

const database = testDatabase();
let reader: Reader;
const own: { pool?: pg.Pool } = {};

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'document.read');
  own.pool = pool();
});
afterEach(() => {
  globalThis.yosanPool = own.pool;
});

/** Has `work` done and committed by somebody else just before the given statement of each connection that is taken. */
function interrupt(at: number, work: () => Promise<unknown>): { statements: () => number } {
  const realPool = pool();
  let statements = 0;
  const connect = async () => {
    const client = await realPool.connect();
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const interrupted = async (...args: unknown[]) => {
      statements += 1;
      if (statements === at) await work();
      return query(...args);
    };
    return Object.assign(Object.create(client), { query: interrupted, release: client.release.bind(client) });
  };
  // What doesn't ask for a connection of its own goes past it, and is missing in the count.
  globalThis.yosanPool = Object.assign(Object.create(realPool), { connect, query: realPool.query.bind(realPool) });
  return { statements: () => statements };
}

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
it.each([3, 4, 5, 6])('is of one moment, whatever is committed before its statement %d', async (at) => {
  const before = await getDocument(reader, 2023);
  const { statements } = interrupt(at, changeEverything);
  const during = await getDocument(reader, 2023);
  globalThis.yosanPool = own.pool;
  // BEGIN, the year, its categories, the totals, the entries, COMMIT
  expect(statements()).toBe(6);
  expect(during).toEqual(before);
  const after = await getDocument(reader, 2023);
  expect(after?.model.title).not.toBe(before?.model.title);
  expect(after?.model.sections[0]).not.toEqual(before?.model.sections[0]);
  expect(after?.model.sections[1]).not.toEqual(before?.model.sections[1]);
});
