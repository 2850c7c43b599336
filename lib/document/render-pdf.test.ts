import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { toPrintedWidth } from '@/lib/domain/printed-width';
import { type ReadPdf, readPdf, readTags, type Tag } from '@/scripts/test/read-pdf';
import type { DocumentEntry, DocumentInput } from './document-input';
import { toPrintable } from './printable';
import { countPages, renderPageSvg, renderPdf } from './render-pdf';
import { buildD1 } from './templates/d1';

const SOURCE = readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8');
const fy2022 = (): DocumentInput => {
  const read = readText(SOURCE);
  if (!read.ok) throw new Error(read.error.code);
  return inputFromRead(read.value);
};
const withEntries = (change: (entry: DocumentEntry, index: number) => Partial<DocumentEntry>): DocumentInput => {
  const input = fy2022();
  return { ...input, entries: input.entries.map((entry, index) => ({ ...entry, ...change(entry, index) })) };
};
const modelOf = (input: DocumentInput) => toPrintable(buildD1(input));
const print = async (input: DocumentInput): Promise<ReadPdf> => readPdf(renderPdf(modelOf(input)));
const dense = (text: string): string => text.replace(/\s/g, '');
const whole = ({ pages }: ReadPdf): string => dense(pages.join(''));

/** The file's own text in the order of print: two torn lines go back to their places, the slips are undone. */
function expectedText(): string {
  const once = (text: string, from: string, to: string): string => {
    expect(text.split(from), from).toHaveLength(2);
    return text.replace(from, () => to);
  };
  const title = dense('令和４年度 港区関連予算（案）概要 資料 D‐１');
  const note = '※人件費除く';
  let text = once(dense(SOURCE), title, '');
  text = once(text, note, '');
  text = once(text, '567,599', `567,599${note}`);
  text = once(text, '平成29年度', '区分平成29年度');
  text = once(text, '1,632千円令和３年度', '1,632千円、令和３年度');
  expect(text.split('、〉')).toHaveLength(3);
  return once(title, 'D', 'Ｄ') + text.replaceAll('、〉', '〉');
}

describe('FY2022', () => {
  it('prints every sentence and figure of the seed, and nothing else', async () => {
    expect(whole(await print(fy2022()))).toBe(expectedText());
  });

  it('gives the tree that it always gave', async () => {
    const tree = `${JSON.stringify(buildD1(fy2022()), null, 1)}\n`;
    await expect(tree).toMatchFileSnapshot('./templates/d1-of-fy2022.snap');
  });

  it('is the same bytes each time', () => {
    const first = Buffer.from(renderPdf(modelOf(fy2022())));
    renderPdf(modelOf(withEntries(() => ({ amount: 1 }))));
    expect(renderPdf(modelOf(fy2022())).equals(first)).toBe(true);
    expect(first.toString('latin1')).not.toMatch(/20[23]\d-\d\d-\d\dT|\/CreationDate\s*\(D:20[2-9]/);
  });

  it('is tagged, titled, in Japanese, with numbered pages as artifacts and no watermark', async () => {
    const pdf = renderPdf(modelOf(fy2022()));
    const read = await readPdf(pdf);
    expect(pdf.toString('latin1')).toContain('pdfuaid');
    expect(read).toMatchObject({ title: '令和４年度 港区関連予算（案）概要', language: 'ja-JP', isMarked: true });
    expect(read.artifacts.map(dense)).toEqual(['１／２', '令和４年度港区関連予算（案）概要資料Ｄ‐１２／２']);
    const roles: string[] = [];
    const walk = ({ role, children }: Tag): void => {
      roles.push(role);
      children.forEach(walk);
    };
    (await readTags(pdf)).flat().forEach(walk);
    const count = (role: string) => roles.filter((of) => of === role).length;
    expect(['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD'].map((role) => [role, count(role)])).toEqual([
      ['H1', 1],
      ['H2', 2],
      ['H3', 5],
      ['Table', 1],
      ['TR', 4],
      ['TH', 7],
      ['TD', 21],
    ]);
  });
});

describe('typography', () => {
  const PITCH = 18;

  it('sets every line of the entries on one grid', async () => {
    const { lines } = await print(fy2022());
    for (const page of lines) {
      const own = page.slice(page.findIndex(({ text }) => text.startsWith('○')));
      const steps = own.map(({ y }) => ((own[0]?.y ?? 0) - y) / PITCH);
      expect(steps.length).toBeGreaterThan(9);
      for (const step of steps) expect(Math.abs(step - Math.round(step))).toBeLessThan(0.02);
    }
  });

  it('tears no figure, and puts both into the next line where the first has no room for them', async () => {
    const read = await print(fy2022());
    const headings = read.lines.flat().filter(({ text }) => text.includes('予算額：'));
    expect(headings).toHaveLength(5);
    for (const { text } of headings)
      expect(dense(text)).toMatch(/〈令和４年度予算額：[\d,]+千円、令和３年度予算額：[\d,]+千円〉$/);
    for (const { text } of headings.slice(1)) expect(text).toMatch(/^○/);
    expect(headings[0]?.text).not.toContain('○');
  });

  it('leaves no last line of fewer than five characters', async () => {
    const ends = ['終り。', '終りだ。', 'の終りだ。', '末の終りだ。'];
    for (let length = 36; length < 48; length += 1) {
      const read = await print(withEntries(() => ({ innovation: '工'.repeat(length) + (ends[length % 4] ?? '') })));
      const last = read.lines.flat().filter(({ text }) => text.endsWith('。') && !text.includes('工工'));
      for (const { text } of last) if (/[終末]/.test(text)) expect([...dense(text)].length).toBeGreaterThanOrEqual(5);
    }
  });

  it('gives a comma less room than a digit, so that columns still align', async () => {
    const { lines } = await print(fy2022());
    const row = lines.flat().find(({ text }) => text.startsWith('港区役所予算'));
    expect(dense(row?.text ?? '')).toBe('港区役所予算877,163959,095961,3881,157,5451,504,8153,064,776');
  });

  it('gives a long mark a line of its own', async () => {
    const input = fy2022();
    const mark = '議案第123号関係資料その４（別冊）';
    const { lines } = await print({ ...input, texts: { ...input.texts, mark: mark.repeat(2) } });
    const first = lines[0] ?? [];
    expect(first[0]?.text).toBe('令和４年度 港区関連予算（案）概要');
    expect(dense(first[1]?.text ?? '')).toBe(mark.repeat(2));
  });

  it('numbers the pages, heads them from the second on, and lists from ten pages on where what stands', async () => {
    const input = fy2022();
    const entries = Array.from({ length: 60 }, (_, index) => input.entries[index % 5]).flatMap((entry, sortOrder) =>
      entry ? [{ ...entry, name: `事業${sortOrder + 100}号`, sortOrder }] : [],
    );
    const read = await print({ ...input, entries });
    const count = read.pages.length;
    expect(count).toBeGreaterThan(10);
    expect(read.artifacts.map(dense).slice(1)).toEqual(
      Array.from({ length: count - 1 }, (_, index) =>
        expect.stringMatching(
          new RegExp(`^令和４年度港区関連予算（案）概要資料Ｄ‐１.*${toPrintedWidth(`${index + 2}`)}／${count}$`),
        ),
      ),
    );
    const listed = read.lines.flat().filter(({ text }) => /^○事業\d+号[^〈]*$/.test(text));
    expect(listed).toHaveLength(60);
    for (const { text } of listed) {
      const [, name = '', page = ''] = /^(○事業\d+号)\D*?([\d０-９]+)$/.exec(dense(text)) ?? [];
      expect(dense(read.pages[Number(page.normalize('NFKC')) - 1] ?? '')).toContain(`${name}〈`);
    }
  });

  it('says who publishes it and what it is about', async () => {
    expect(await print(fy2022())).toMatchObject({ author: '港区役所', subject: '港区の令和４年度予算' });
  });
});

it('prints markup of Typst literally', async () => {
  const literal =
    '#let x = 1 $a^2$ *b* _c_ `d` // e /* f */ @g <h> = i - j \\ k "l" \'m\' ~ #sys.inputs [n] {o} -- ... https://p.example';
  const read = await print(
    withEntries((_, index) =>
      index === 0 ? { name: literal, summary: literal, innovation: `= ${literal}\n- 次の段落` } : {},
    ),
  );
  expect(whole(read).split(dense(literal))).toHaveLength(3);
  expect(whole(read)).toContain(dense(toPrintedWidth(literal)));
  expect(whole(read)).toContain('-次の段落');
});

describe('a character', () => {
  const nameOf = async (name: string): Promise<string> => {
    const text = whole(await print(withEntries((_, index) => (index === 0 ? { name } : {}))));
    return /○(.*?)〈/u.exec(text)?.[1] ?? '';
  };

  it('that no font has prints as 〓, so that the document still comes out', async () => {
    expect(await nameOf('髙﨑😀①㈱\u200b𠮷か\u3099')).toBe('髙﨑〓①㈱〓が');
  });

  it('keeps its variant form where the fonts have it', async () => {
    expect(await nameOf('辻\u{e0100}葛\u{e0100}葛\u{e01ef}')).toBe('辻\u{e0100}葛\u{e0100}葛');
    const svg = (name: string) => renderPageSvg(modelOf(withEntries(() => ({ name }))), 1).svg;
    expect(svg('辻\u{e0100}') === svg('辻')).toBe(false);
    expect(svg('葛\u{e01ef}') === svg('葛')).toBe(true);
  });
});

describe('a run without a place for a line end', () => {
  const RIGHT_MARGIN = 595.2756 - (20 / 25.4) * 72;
  /** The white half of a closing bracket hangs over. */
  const HALF_A_CHARACTER = 10.5 / 2 + 0.01;
  const runs = ['…', 'ー', '0', 'Ab', '〓', '」', '「', '々', 'っ', '￥', '－-', 'あー'].map((part) => part.repeat(60));

  it.each([...runs, `https://www.example.jp/${'page0123456789'.repeat(8)}`])('stays on the paper: %s', async (run) => {
    const input = withEntries(() => ({ name: run, summary: `説明${run}`, innovation: run }));
    const categories = input.categories.map((category) => ({ ...category, name: run, explanation: run }));
    const read = await print({ ...input, categories });
    expect(Math.max(...read.rightEnds)).toBeLessThan(RIGHT_MARGIN + HALF_A_CHARACTER);
    expect(whole(read).split(run)).toHaveLength(1 + 3 * input.entries.length + 2 * categories.length);
  });
});

it('carries the watermark on every page, as an artifact, while it is a draft', async () => {
  const read = await print({ ...fy2022(), isDraft: true });
  expect(whole(read)).toBe(expectedText());
  for (const text of read.artifacts) expect(dense(text)).toMatch(/^案・取扱注意.*[１２]／２$/);
});

describe('page breaks', () => {
  // Names with a single digit would print it in full width.
  const sentence = (index: number, length: number) => `${'文'.repeat(length)}終${index}了`;
  const long = (lengths: number[]): DocumentInput => {
    const input = fy2022();
    const [model] = input.entries;
    if (!model) throw new Error('no entry');
    const entries = lengths.map((length, index) => ({
      ...model,
      sortOrder: index,
      name: `始${index + 100}頭`,
      innovation: sentence(index, length),
    }));
    return { ...input, entries };
  };
  const pagesOf = ({ pages }: ReadPdf, text: string) =>
    pages.flatMap((page, at) => (dense(page).includes(text) ? [at] : []));

  it('split an entry only for a third of a page, and leave two of its lines on both', async () => {
    const lengths = Array.from({ length: 40 }, (_, index) => (index * 137) % 900);
    const read = await print(long(lengths));
    expect(read.pages.length).toBeGreaterThan(10);
    const [top, bottom] = [24, 24].map((millimetres) => (millimetres / 25.4) * 72);
    const room = 841.89 - (top ?? 0) - (bottom ?? 0);
    const isSplit = (index: number) =>
      pagesOf(read, `○始${index + 100}頭〈`)[0] !== pagesOf(read, `終${index}了`).at(-1);
    expect(lengths.filter((_, index) => isSplit(index)).length).toBeGreaterThan(0);
    expect(lengths.filter((_, index) => isSplit(index)).length).toBeLessThan(lengths.length / 3);
    // The last page ends where the document does.
    for (const [page, lines] of read.lines.slice(0, -1).entries()) {
      const heads = lines.filter(({ text }) => text.includes('〈令和'));
      if (heads.length === 0) continue;
      expect(read.bottoms[page]).toBeLessThan((bottom ?? 0) + room / 3);
      expect(lines.indexOf(heads.at(-1) ?? { y: 0, text: '' })).toBeLessThanOrEqual(lines.length - 3);
      expect([0, 2, 3]).toContain(
        Math.min(
          3,
          lines.findIndex(({ text }) => text.includes('〈令和')),
        ),
      );
    }
  });

  it.each([100, 700, 2000])('keep headings with their text, wherever the page ends (%i characters)', async (length) => {
    for (let lines = 12; lines < 34; lines += 3) {
      const input = long([length]);
      const [first, ...others] = input.categories;
      if (!first) throw new Error('no category');
      const explanation = Array.from({ length: lines }, () => '説明。').join('\n');
      const read = await print({ ...input, categories: [{ ...first, explanation }, ...others] });
      const [page] = pagesOf(read, '【２重点的に');
      expect([pagesOf(read, '○始100頭'), pagesOf(read, '【概要】')]).toEqual([[page], [page]]);
    }
  });

  it('split one that is longer than a page and lose nothing', async () => {
    const read = await print(long([100, 2000, 100]));
    expect(pagesOf(read, '終1了')[0]).toBeGreaterThan(pagesOf(read, '○始101頭')[0] ?? 99);
    expect(whole(read).split('文')).toHaveLength(2200 + 1);
  });
});

describe('a page as a picture', () => {
  it('comes one at a time, with its own glyphs only', () => {
    const model = modelOf(fy2022());
    const [first, second] = [renderPageSvg(model, 1), renderPageSvg(model, 2)];
    expect([first.pageCount, countPages(model)]).toEqual([2, 2]);
    for (const { svg } of [first, second]) {
      const defined = Array.from(svg?.matchAll(/<symbol id="(\w+)"/g) ?? [], ([, id]) => id);
      const used = new Set(Array.from(svg?.matchAll(/href="#(\w+)"/g) ?? [], ([, id]) => id));
      expect(new Set(defined)).toEqual(used);
      expect(defined.length).toBeGreaterThan(100);
      expect(svg?.slice(0, 200)).toMatch(/^<svg [^>]*viewBox="0 0 595\.28 841\.89"/);
    }
    expect(first.svg === second.svg).toBe(false);
    expect(first.svg?.length).toBeLessThan(700_000);
  });

  it('is nothing beyond the last page', () => {
    for (const page of [0, 3, -1, 1.5, Number.NaN]) {
      expect(renderPageSvg(modelOf(fy2022()), page)).toEqual({ svg: null, pageCount: 2 });
    }
  });
});
