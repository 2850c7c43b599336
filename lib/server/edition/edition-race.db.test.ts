import { setImmediate } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { modelsOfTexts, readSource } from '@/lib/document/source';
import type { Actor } from '@/lib/domain/actor';
import { correctEntry } from '@/lib/server/entry/entry-administration';
import { findPlaceKeys } from '@/lib/server/read-through/read-through-queries';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { reopenYear } from '@/lib/server/year/years';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { getEditionModels, listEditions } from './edition-queries';
import { publishEdition } from './editions';
import { getNextEdition, type PreparedEdition } from './next-edition';

const database = testDatabase();
const PATIENCE = { timeout: 120_000 };
const query = (text: string, values: unknown[] = []) => database.owner.query(text, values);
let admin: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  return () => globalThis.yosanPrinting?.stop();
});

const modelsOf = (edition: PreparedEdition | undefined) => readSource(edition?.source.text ?? '').models;
const reader = () => readerOf(admin, 'edition.publish');
const as = () => ({ actor: admin, address: null });
const waiting = () =>
  expect
    .poll(
      async () => {
        await query('SELECT pg_stat_clear_snapshot()');
        return (
          await query(`SELECT 1 FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'`)
        ).rowCount;
      },
      { timeout: 60_000 },
    )
    .toBe(1);

it('of two who publish the same year at once one does', PATIENCE, async () => {
  const input = await publishInputOf(admin, 2022);
  const answers = await Promise.all([publishEdition.execute(as(), input), publishEdition.execute(as(), input)]);
  expect(answers.map((answer) => (answer.ok ? answer.value.number : answer.code)).sort()).toEqual([1, 'conflict']);
  expect(await listEditions(reader())).toHaveLength(1);
});

it('a year that is reopened while its edition is printed isn’t published', PATIENCE, async () => {
  const input = await publishInputOf(admin, 2022, { reason: '理由' });
  await query('BEGIN');
  await query(`UPDATE fiscal_year SET status = 'open' WHERE ward_id = $1 AND year = 2022`, [admin.wardId]);
  const publishing = publishEdition.execute(as(), input);
  await Promise.race([publishing, waiting()]);
  await query('COMMIT');
  expect(await publishing).toMatchObject({ code: 'conflict' });
  await query(`UPDATE fiscal_year SET status = 'closed' WHERE ward_id = $1 AND year = 2022`, [admin.wardId]);
});

it('what is corrected while an edition is published is in none, or stops it', PATIENCE, async () => {
  await query(`UPDATE entry SET status = 'approved', amount = coalesce(amount, 1)`);
  const input = await publishInputOf(admin, 2023);
  const seen = await getNextEdition(reader(), 2023);
  const entry = await entryOf(database.owner, '児童虐待');
  const [published, corrected] = await Promise.all([
    publishEdition.execute(as(), input),
    correctEntry.execute(as(), { ...saveInputOf(entry, { summary: '別の文。' }), reason: '誤字のため。' }),
  ]);
  expect(corrected.ok).toBe(true);
  const models = modelsOfTexts(await getEditionModels(reader(), 2023, 1));
  expect(models).toEqual(published.ok ? modelsOf(seen) : {});
  if (!published.ok) expect(published.code).toBe('conflict');
  const again = await publishEdition.execute(as(), await publishInputOf(admin, 2023));
  expect(again).toMatchObject({ value: { number: published.ok ? 2 : 1 } });
  expect(JSON.stringify(await getEditionModels(reader(), 2023, published.ok ? 2 : 1))).toContain('別の文。');
});

it('publishing and reopening at once end, and the edition is what was seen', PATIENCE, async () => {
  const seen = await getNextEdition(reader(), 2022);
  const input = await publishInputOf(admin, 2022, { reason: '理由' });
  const version = (await getYearSettings(reader(), 2022))?.version ?? 0;
  const [published, reopened] = await Promise.all([
    publishEdition.execute(as(), input),
    reopenYear.execute(as(), { year: 2022, version, reason: '理由' }),
  ]);
  expect(reopened.ok).toBe(true);
  if (!published.ok) return expect(published.code).toBe('conflict');
  const models = [modelsOfTexts(await getEditionModels(reader(), 2022, 2)), modelsOf(seen)];
  const [stored, printed] = models.map(({ document, annex }) => [
    document?.sections.filter(({ kind }) => kind !== 'errata'),
    annex,
  ]);
  expect(stored).toEqual(printed);
});

it('is replaced by nothing that the same person looks at meanwhile: not by another year', PATIENCE, async () => {
  const other = await getNextEdition(reader(), 2023);
  const input = await publishInputOf(admin, 2022, { reason: '別の理由' });
  let isDone = false;
  const publishing = publishEdition.execute(as(), input).finally(() => {
    isDone = true;
  });
  while (other && !isDone) {
    await findPlaceKeys(admin.accountId, other.source);
    await setImmediate();
  }
  expect(await publishing).toMatchObject({ ok: true });
});
