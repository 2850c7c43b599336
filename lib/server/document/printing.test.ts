import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { AskedForm } from '@/lib/document/print-job';
import { renderPdf } from '@/lib/document/render-pdf';
import { printedDocument } from '@/lib/document/source';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import { PROSE_LIMIT } from '@/lib/domain/entry/entry-field-table';
import { fail } from '@/lib/domain/result';
import { Printing } from './printing';
import { draftSource, type Source } from './source';

const LIMITS = { milliseconds: 60_000, memoryBytes: 1024 ** 3, idleMilliseconds: 60_000 };
const PATIENCE = { timeout: 120_000 };
const PDF = { format: 'pdf', page: 1, name: 'd1', draftAt: null } as const;
const picture = (page: number) => ({ ...PDF, format: 'svg', page }) as const;
const as = (form: AskedForm) => ({ document: 'document', form }) as const;
const pdfOf = (source: Source): Buffer => renderPdf(printedDocument(source.text, 'document'));
let printing: Printing | undefined;
const start = (limits: Partial<typeof LIMITS> = {}, count = 1): Printing => {
  printing = new Printing(count, { ...LIMITS, ...limits });
  return printing;
};
afterEach(() => printing?.stop());
/** For tests that stop nothing and count nothing: none of them prints what another does. */
const shared = new Printing(1, LIMITS);
afterAll(() => shared.stop());

const sourceOf = (name: string, count = 1): Source => {
  const entries = Array.from({ length: count }, (_, sortOrder) => ({
    ...ENTRY,
    id: `${sortOrder}`,
    name: `${name}${sortOrder}`,
    sortOrder,
    summary: `${name}${sortOrder}地域の企業や団体と連携して取組を進める。`.repeat(count > 1 ? 30 : 1),
  }));
  return draftSource({ ...INPUT, entries, carried: [] });
};

it('prints the same bytes as in this process, and one page as a picture', PATIENCE, async () => {
  const printer = shared;
  const file = await printer.print('a', sourceOf('事業'), as(PDF));
  const page = await printer.print('a', sourceOf('事業'), as(picture(1)));
  expect(
    file.ok && file.value.file instanceof Uint8Array && Buffer.from(file.value.file).equals(pdfOf(sourceOf('事業'))),
  ).toBe(true);
  expect(page).toMatchObject({ ok: true, value: { pageCount: 1, holes: [], file: expect.stringMatching(/^<svg/) } });
  const beyond = await printer.print('a', sourceOf('事業'), as(picture(2)));
  expect(beyond).toMatchObject({ ok: true, value: { pageCount: 1, file: null } });
  expect(await printer.print('a', sourceOf('事業'), as(picture(2)))).toEqual(beyond);
});

it(
  'says in a file of a draft that it is one, and of when, while the pages on the screen stay as they are',
  PATIENCE,
  async () => {
    const printer = shared;
    const drafts = ['05', '06'].map((minute) =>
      printer.print('a', sourceOf('案'), as({ ...PDF, format: 'txt', draftAt: `2026-11-26T05:${minute}:00.000Z` })),
    );
    const page = printer.print('a', sourceOf('案'), as(picture(1)));
    for (const [index, draft] of (await Promise.all(drafts)).entries()) {
      const text = draft.ok && typeof draft.value.file === 'string' ? draft.value.file : '';
      expect(text).toContain(`確定前の資料（令和8年11月26日 14:0${5 + index}現在）\n`);
    }
    expect(await page).toMatchObject({ ok: true, value: { pageCount: 1 } });
  },
);

it('hashes what it hands over', PATIENCE, async () => {
  const zip = await shared.print('a', sourceOf('全'), as({ ...PDF, format: 'zip' }));
  if (!zip.ok || !(zip.value.file instanceof Uint8Array)) throw new Error('no ZIP');
  const { file, bytes, sha256, pageCount } = zip.value;
  expect([bytes, sha256]).toEqual([file.length, createHash('sha256').update(file).digest('hex')]);
  expect(pageCount).toBe(1);
  const files = unzipSync(file);
  expect(zip.value.files).toEqual(
    Object.entries(files).map(([name, packed]) => ({
      name,
      bytes: packed.length,
      sha256: createHash('sha256').update(packed).digest('hex'),
    })),
  );
  expect(Object.keys(files)).toEqual(
    ['pdf', 'docx', 'xlsx', 'csv', 'cp932.csv', 'html', 'fragment.html', 'txt', 'json', 'schema.json'].map(
      (extension) => `d1.${extension}`,
    ),
  );
  expect(files['d1.pdf'] && Buffer.from(files['d1.pdf']).equals(pdfOf(sourceOf('全')))).toBe(true);
});

it('replaces an older document of a person by a newer one, running or not, and nobody else’s', PATIENCE, async () => {
  const printer = start();
  const running = printer.print('a', sourceOf('大', 400), as(PDF));
  const others = printer.print('b', sourceOf('乙'), as('pages'));
  const waiting = printer.print('c', sourceOf('丙'), as('pages'));
  const newer = printer.print('c', sourceOf('丁'), as('pages'));
  const newest = printer.print('a', sourceOf('甲'), as('pages'));
  expect(await running).toEqual(fail('print_replaced'));
  expect(await waiting).toEqual(fail('print_replaced'));
  for (const other of [others, newer, newest]) expect(await other).toMatchObject({ ok: true });
});

it.each(['differences', 'readThrough', 'placeKeys'] as const)('keeps %s of two tabs apart', PATIENCE, async (asked) => {
  const printer = shared;
  const tabs = ['甲', '乙', '丙'].map((name) => printer.print('a', sourceOf(name), asked));
  for (const tab of tabs) expect(await tab).toMatchObject({ ok: true });
});

it.each(['pdf', 'zip'] as const)('lets what is short not wait behind a long %s', PATIENCE, async (format) => {
  const printer = start();
  let isOver = false;
  const long = printer.print('a', sourceOf('大', 400), as({ ...PDF, format })).then(() => {
    isOver = true;
  });
  expect(await printer.print('b', sourceOf('小'), as(PDF))).toMatchObject({ ok: true });
  expect(isOver).toBe(false);
  printer.stop();
  await long;
});

it('lets a person have a document and its annex at once', PATIENCE, async () => {
  const printer = shared;
  const annex = printer.print('a', sourceOf('乙'), { document: 'annex', form: 'pages' });
  const both = [printer.print('a', sourceOf('甲'), as('pages')), annex];
  for (const one of both) expect(await one).toMatchObject({ ok: true });
});

it('compiles equal documents once, and forms of one document don’t replace each other', PATIENCE, async () => {
  const printer = start();
  const all = await Promise.all(
    ['a', 'b', 'c'].flatMap((person) => [
      printer.print(person, sourceOf('同'), as(PDF)),
      printer.print(person, sourceOf('同'), as('pages')),
    ]),
  );
  expect(all.every(({ ok }) => ok)).toBe(true);
  const [first, , second] = all;
  expect(first?.ok && second?.ok && first.value === second.value).toBe(true);
  const [pid = 0] = printer.pids;
  process.kill(pid, 'SIGKILL');
  expect(await printer.print('d', sourceOf('同'), as(PDF))).toEqual(first);
});

it('lets nobody wait behind all the pages that another person asks for', PATIENCE, async () => {
  const printer = start();
  let pages = 0;
  const many = Array.from({ length: 10 }, (_, page) =>
    printer.print('a', sourceOf('大'), as(picture(1000 + page))).then(() => {
      pages += 1;
    }),
  );
  expect(await printer.print('b', sourceOf('小'), as('pages'))).toMatchObject({ ok: true });
  expect(pages).toBeLessThan(3);
  await Promise.all(many);
});

it('refuses what would wait too long, and takes more once something is done', PATIENCE, async () => {
  const printer = start();
  const ask = (person: string, page: number) => printer.print(person, sourceOf('混'), as(picture(page)));
  const many = Array.from({ length: 11 }, (_, page) => ask('a', page + 1));
  expect(await many[10]).toEqual(fail('print_busy'));
  const others = Array.from({ length: 91 }, (_, person) =>
    printer.print(`other${person}`, sourceOf('混'), as('pages')),
  );
  expect(await others[90]).toEqual(fail('print_busy'));
  for (const answer of [...many.slice(0, 10), ...others.slice(0, 90)]) expect(await answer).toMatchObject({ ok: true });
  for (const person of ['a', 'other90']) expect(await ask(person, 12)).toMatchObject({ ok: true });
});

it.each([
  // On a busy machine its time is over before its work is too much.
  ['takes too long', { milliseconds: 200 }, /^print_(too_large|failed)$/],
  ['takes too much memory', { memoryBytes: 1024 }, /^print_too_large$/],
] as const)('ends a process that %s, and goes on with another', PATIENCE, async (_, limits, code) => {
  const printer = start(limits);
  const answer = printer.print('a', sourceOf('大', 400), as(PDF));
  const [first = 0] = printer.pids;
  expect(await answer).toMatchObject({ ok: false, code: expect.stringMatching(code) });
  await expect.poll(() => existsSync(`/proc/${first}`)).toBe(false);
  void printer.print('a', sourceOf('小'), as('pages'));
  expect(printer.pids[0]).not.toBe(first);
});

it('goes on with another process when one dies', PATIENCE, async () => {
  const printer = start();
  const answer = printer.print('a', sourceOf('大', 400), as(PDF));
  const [pid = 0] = printer.pids;
  process.kill(pid, 'SIGKILL');
  expect(await answer).toEqual(fail('print_failed'));
  expect(await printer.print('a', sourceOf('小'), as('pages'))).toMatchObject({ ok: true });
});

it('starts another process when an idle one was killed', PATIENCE, async () => {
  const printer = start();
  expect(await printer.print('a', sourceOf('小'), as('pages'))).toMatchObject({ ok: true });
  const [pid = 0] = printer.pids;
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  expect(await printer.print('a', sourceOf('大'), as('pages'))).toMatchObject({ ok: true });
});

it('ends a process that has nothing to do', PATIENCE, async () => {
  const printer = start({ idleMilliseconds: 100 });
  expect(await printer.print('a', sourceOf('小'), as('pages'))).toMatchObject({ ok: true });
  await expect.poll(() => printer.pids).toEqual([]);
});

it('prints 400 entries whose texts are as long as the form takes them', PATIENCE, async () => {
  const prose = '区民と地域が連携して取り組む。'.repeat(PROSE_LIMIT).slice(0, PROSE_LIMIT);
  const entries = Array.from({ length: 400 }, (_, sortOrder) => ({
    ...{ ...ENTRY, id: `${sortOrder}`, name: `事業${sortOrder}`, sortOrder },
    ...{
      summary: `${sortOrder}${prose}`.slice(0, PROSE_LIMIT),
      innovation: `${prose}${sortOrder}`.slice(-PROSE_LIMIT),
    },
  }));
  const printed = await start({ milliseconds: 20_000 }).print(
    'a',
    draftSource({ ...INPUT, entries, carried: [] }),
    as(PDF),
  );
  expect(printed).toMatchObject({ ok: true });
});
