import { expect, type Page } from '@playwright/test';
import { readThroughText } from '@/lib/text/read-through/read-through';
import { readPdf } from '@/scripts/test/read-pdf';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const PERSON = '総務課 予算管理者';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/**
 * As Chromium prints it, without spaces: a page is laid out by a printer, not by us. Where two characters share a glyph, the
 * file doesn't say which of them it was.
 */
async function printed(page: Page): Promise<string[]> {
  const { pages, artifacts } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  return pages.map((text, n) => plain(`${text}${artifacts[n] ?? ''}`).replaceAll('∕', '/'));
}

test('every printed page says ward, year, what, when, who, its number and whether it is a draft', async ({
  app,
  openAs,
}) => {
  const admin = await openAs('admin');
  const entry = await pathOf(app, NAME);
  const open = '令和5年度(編成中)';
  const closed = '令和4年度(確定)';
  const screens: [path: string, year: string | null, what: string, isDraft: boolean][] = [
    ['/years/2023', open, '令和5年度のホーム', true],
    ['/years/2023/entries', open, '令和5年度の事業', true],
    ['/years/2022/entries', closed, '令和4年度の事業', false],
    [entry, open, NAME, true],
    [`${entry}/history`, open, NAME, true],
    ['/admin/audit', null, '操作記録', true],
  ];
  for (const [path, year, what, isDraft] of screens) {
    await admin.goto(path);
    const pages = await printed(admin);
    expect(pages[0], path).toContain(plain(what));
    for (const [n, text] of pages.entries()) {
      const said = [`港区予算編成${year ?? ''}`, `現在${plain(PERSON)}`, `${n + 1}/${pages.length}`];
      for (const part of said) expect(text, `${path} ${n + 1}`).toContain(part);
      expect(text, path).toMatch(/令和\d+年.{2,8}\d\d:\d\d現在/);
      expect(text.includes('取扱注意'), path).toBe(isDraft);
    }
  }
});

/** What is cut off at its side, what keeps to less than the width of the paper, and heads that stand beside their columns. */
const misprints = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const cut = all('main *').filter(
      (of) =>
        of.scrollWidth > of.clientWidth &&
        (of.localName === 'input' || /auto|scroll/.test(getComputedStyle(of).overflowX)),
    );
    const { width } = document.querySelector('main')?.getBoundingClientRect() ?? { width: 0 };
    const narrow = all('.editor > :not(nav), .sheet table').filter((of) => of.offsetWidth < width * 0.9);
    const left = (of: HTMLElement) => Math.round(of.getBoundingClientRect().left);
    const beside = all('.sheet tbody tr:first-child > *').filter(
      (of, nth) => left(of) !== left(all('.sheet thead th')[nth] as HTMLElement),
    );
    return [...cut, ...narrow, ...beside].map(({ localName, className }) => `${localName}.${className}`);
  });

test('a sheet, the settings and a form use the width of the paper, and nothing is cut off', async ({ app, openAs }) => {
  const drafter = await openAs('drafter');
  const admin = await openAs('admin');
  await app.rows("UPDATE entry SET name = repeat('長い', 50) WHERE name LIKE '児童虐待%'");
  for (const [page, path] of [
    [drafter, '/years/2023/sheet'],
    [drafter, `${await pathOf(app, NAME)}/edit`],
    [admin, '/admin/years/2023'],
  ] as const) {
    await page.goto(path);
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => misprints(page), path).toEqual([]);
    await page.emulateMedia({ media: null });
  }
  await admin.goto('/years/2023/read-through');
  await expect(admin.getByRole('region', { name: readThroughText.pages })).toBeVisible();
  await admin.emulateMedia({ media: 'print' });
  await expect(admin.getByRole('table', { name: readThroughText.list })).toBeVisible();
  for (const name of [readThroughText.pages, readThroughText.actions])
    await expect(admin.getByRole('region', { name })).toBeHidden();
  await admin.emulateMedia({ media: null });
  await admin.goto('/years/2023/document');
  // What the margins leave of A4.
  await admin.setViewportSize({ width: 680, height: 986 });
  await admin.emulateMedia({ media: 'print' });
  const bottom = () => admin.locator('main img').evaluate((picture) => picture.getBoundingClientRect().bottom);
  await expect.poll(bottom, 'a page of the document stands below its heading on one sheet').toBeLessThanOrEqual(986);
  await admin.emulateMedia({ media: null });
});

test('a name that looks like a style stays a name', async ({ app, openAs }) => {
  const name = `港"; } body { display: none } </style>\\区`;
  await app.rows(`UPDATE ward SET name = $1 WHERE code = '271071'`, [name]);
  const viewer = await openAs('viewer');
  await viewer.goto('/years/2023/entries');
  await expect(viewer.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await printed(viewer))[0]).toContain(plain(name));
  await app.rows(`UPDATE ward SET name = '港区' WHERE code = '271071'`);
});
