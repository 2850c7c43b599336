import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderText } from '@/lib/document/formats/render-text';
import { toPrintable } from '@/lib/document/printable';
import { renderPdf } from '@/lib/document/render-pdf';
import { buildD1 } from '@/lib/document/templates/d1';
import { editionStatement, readFindingText } from '@/lib/text/document/document';
import { documentFileText } from '@/lib/text/document/document-files';
import { pdfText } from '@/scripts/tools/pdf-text';
import { readHeading } from './read-entries';
import { inputFromRead } from './read-input';
import { FINDING_CODES, type ReadEntry } from './read-result';
import { readErrorMessage, readText } from './read-text';

const SOURCE = readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8');
const LINES = SOURCE.split('\n');
const read = (text = SOURCE) => {
  const result = readText(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const replaced = (from: string, to: string): string => {
  expect(SOURCE.split(from)).toHaveLength(2);
  return SOURCE.replace(from, to);
};

describe('the FY2022 document', () => {
  it('gives its frame and six years of totals', () => {
    expect(read()).toMatchObject({
      year: 2022,
      title: '港区関連予算（案）概要',
      mark: '資料Ｄ‐１',
      years: [2017, 2018, 2019, 2020, 2021, 2022],
      totalLabel: '港区役所予算',
      personnelNote: '※ 人件費除く',
      annexNote: 'それぞれの事業別予算については、別紙をご参照ください。',
      categories: [
        {
          label: '区長自由経費',
          explanation:
            '区長自由経費は、区庁舎設備維持費や防災対策事業など、区へ財源配分され区が実施する事業の経費です。',
          totals: { 2017: 294827, 2018: 343206, 2019: 352487, 2020: 549859, 2021: 913073, 2022: 2497177 },
        },
        {
          label: '区ＣＭ自由経費',
          explanation:
            '区ＣＭ（シティ・マネージャー）自由経費は、スポーツ施設指定管理運営費や公園管理運営費など、区で調整を行いますが、局へ財源配分され局が実施する事業の経費です。',
          totals: { 2017: 582336, 2018: 615889, 2019: 608901, 2020: 607686, 2021: 591742, 2022: 567599 },
        },
      ],
    });
  });

  it('gives five entries with both amounts, their torn lines joined', () => {
    const { entries } = read();
    expect(entries.map(({ name, amountThousandYen: a, lastYearAmountThousandYen: b }) => [name, a, b])).toEqual([
      ['（仮称）区画整理記念・交流会館整備事業', 2178837, 450882],
      ['港区エリア別活性化プラン等の推進', 6004, 6013],
      ['産業振興・次世代人材育成支援事業', 1632, 1648],
      ['不登校児童生徒アウトリーチ型支援事業', 3898, 3592],
      ['児童虐待未然防止・早期発見強化事業', 4960, 4899],
    ]);
    expect(entries[1]).toMatchObject({
      summary:
        '令和２年度策定の「港区エリア別活性化プラン」に基づき、港区の各エリアの特性に応じた中長期的なまちづくりを推進していく。',
      innovation:
        '公・民・地域連携によるエリア活性化事業を発展させ、新技術や新産業の創出と地域資源の活用という新たな視点から、企業・地域・行政をつなぐプラットフォームの運営を軌道に乗せるとともに、このプラットフォームを活用した社会実験イベントの推進により、港区全域の活性化につながる取組を進める。',
    });
  });

  it('reports the three slips with the lines where they stand', () => {
    const { findings } = read();
    expect(findings.map(({ code, places }) => [code, places.map(({ line }) => line)])).toEqual([
      ['trailing_separator', [60, 74]],
      ['missing_separator', [60]],
      ['stray_space', [45, 60, 74, 85]],
    ]);
    for (const { places } of findings) {
      for (const { line, excerpt } of places) expect(LINES[line - 1]?.trim()).toBe(excerpt);
    }
  });

  it('has nothing to report once the slips are mended', () => {
    const mended = SOURCE.replaceAll('、〉', '〉').replaceAll(' 〈', '〈').replace('1,632千円 ', '1,632千円、');
    expect(read(mended)).toEqual({ ...read(), findings: [] });
  });

  it('keeps what stands before and behind a name out of it, as fields', () => {
    const marked = SOURCE.replace('○産業振興', '○≪新規≫産業振興')
      .replace('○不登校', '○≪拡充≫不登校')
      .replace('推進 〈', '推進【区長】 〈')
      .replace('令和３年度予算額：4,899千円', '令和３年度予算額：新規');
    const { entries } = read(marked);
    expect(entries.map(({ name }) => name)).toEqual(read().entries.map(({ name }) => name));
    expect(entries.map(({ mark, tag, isNew }) => [mark, tag, isNew])).toEqual([
      [null, null, false],
      [null, '区長', false],
      ['new', null, false],
      ['expanded', null, false],
      [null, null, true],
    ]);
    expect(inputFromRead(read(marked)).entries.map(({ categoryId }) => categoryId)).toEqual([
      '',
      '区長自由経費',
      '',
      '',
      '',
    ]);
  });
});

const MISSING = { 2017: null, 2018: null, 2019: null, 2020: null };

describe('our own PDF of FY2022', () => {
  const MODEL = { ...read(), findings: [] };
  const EXTRACTED = 'lib/document/readers/extracted';

  it.each(readdirSync(EXTRACTED))('gives the same model by %s', (name) => {
    expect(read(readFileSync(`${EXTRACTED}/${name}`, 'utf8'))).toEqual(MODEL);
  });

  it('gives the same model by PDF.js, as it is printed now', async () => {
    const pdf = renderPdf(toPrintable(buildD1(inputFromRead(MODEL))));
    expect(read(await pdfText(pdf))).toEqual(MODEL);
  });

  it.each<[string, Partial<typeof MODEL>]>([
    [
      'of a ward’s first year, with a category that it had not the year before',
      {
        categories: MODEL.categories.map((category, index) => ({
          ...category,
          totals: { ...MISSING, 2021: index === 0 ? 913073 : null, 2022: category.totals[2022] ?? null },
        })),
      },
    ],
    ['without priority entries', { entries: [] }],
    [
      'with 〈 in a name, wherever its heading is torn',
      {
        entries: Array.from({ length: 40 }, (_, index) => ({
          ...(MODEL.entries[4] as ReadEntry),
          name: `${'名'.repeat(index)}〈子ども〉の居場所〈こども食堂〉`,
          amountThousandYen: index,
          lastYearAmountThousandYen: index,
        })),
      },
    ],
  ])('goes out and in again %s', async (_, changes) => {
    const model = { ...MODEL, ...changes };
    const printed = toPrintable(buildD1(inputFromRead(model)));
    expect(read(await pdfText(renderPdf(printed)))).toEqual(model);
    expect(read(renderText(printed))).toEqual(model);
  });

  it('goes out and in again with marks, contents and many pages', async () => {
    const entries = Array.from({ length: 60 }, (_, index) => MODEL.entries[index % 5]).flatMap((entry, index) =>
      entry
        ? [
            {
              ...entry,
              name: `事業${index + 100}号`,
              amountThousandYen: index,
              lastYearAmountThousandYen: index % 7,
              mark: MARKED[index % 3] ?? null,
            },
          ]
        : [],
    );
    const many = { ...MODEL, entries };
    const text = await pdfText(renderPdf(toPrintable(buildD1(inputFromRead(many)))));
    expect(text).toContain('目次');
    expect(read(text)).toEqual(many);
  });
});

const MARKED = [null, 'new', 'expanded'] as const;

describe('a draft of our own', () => {
  const MODEL = { ...read(), findings: [] };
  const DRAFT = {
    ...toPrintable(buildD1(inputFromRead(MODEL))),
    watermark: '案・取扱注意',
    statement: documentFileText.draftOf(new Date('2026-11-26T05:05:00Z')),
  };

  it('gives the same model by PDF.js: what is printed across and below its pages is no text of it', async () => {
    expect(read(await pdfText(renderPdf(DRAFT)))).toEqual(MODEL);
  });

  it('gives the same model as a text', () => {
    expect(read(renderText(DRAFT))).toEqual(MODEL);
  });
});

describe('what is no text of the document', () => {
  const TORN = '活性化につながる取組';
  it.each([
    '－ ２ －',
    '2/2',
    '２／２',
    'P.2',
    'p. 2',
    '（２）',
    '(2)',
    '第２頁',
    '2ページ',
    '令和４年度 港区関連予算（案）概要',
    '令和４年度 港区関連予算（案）概要 資料 D‐１',
    '案・取扱注意',
    '確定前の資料（令和8年11月26日 14:05現在）',
    '１／２ 確定前の資料（令和8年11月26日 14:05現在）',
    editionStatement({ year: 2022, number: 2, kind: 'corrected' }, new Date(0), '0a1b2c3d4e'),
    `１／２ ${editionStatement({ year: 2019, number: 12, kind: 'first' }, new Date(0), '01234567')}`,
  ])('is never joined into one: %s', (line) => {
    expect(read(replaced(TORN, `${line}\n${TORN}`)).entries).toEqual(read().entries);
  });

  it.each(['問合せ先　総務課　電話 06-6576-9625', '【お問い合わせ先】', '担当：総務課', '電話：06-0000-0000'])(
    'ends one: %s',
    (line) => {
      const { entries, findings } = read(`${SOURCE}\n${line}\n総務課 予算担当`);
      expect(entries).toEqual(read().entries);
      expect(findings.at(-1)).toMatchObject({
        code: 'not_read',
        places: [{ excerpt: line }, { excerpt: '総務課 予算担当' }],
      });
    },
  );

  it('ends the section where a third begins', () => {
    const { entries, findings } = read(`${SOURCE}\n【３ 参考】\n○参考の事業\n参考の文。`);
    expect(entries).toEqual(read().entries);
    expect(findings.at(-1)?.places.map(({ excerpt }) => excerpt)).toEqual(['【３ 参考】', '○参考の事業', '参考の文。']);
  });
});

describe('explanations', () => {
  const [first = '', second = ''] = read().categories.map(({ explanation }) => explanation);
  const swapped = SOURCE.replace(/区長自由経費は、[^。]*。/, 'いち')
    .replace(/区ＣＭ（シティ[^。]*。/, first)
    .replace('いち', second);

  it('belong to the category that they name, whatever their order', () => {
    expect(swapped).not.toBe(SOURCE);
    expect(read(swapped).categories).toEqual(read().categories);
  });

  it('may have several sentences', () => {
    const text = replaced('区が実施する事業の経費です。', '区が実施する事業の経費です。\n人件費は含みません。');
    expect(read(text).categories[0]?.explanation).toBe(`${first}人件費は含みません。`);
  });

  it('are refused where one names no category', () => {
    expect(readText(replaced('区長自由経費は、区庁舎', '自由経費は、区庁舎'))).toMatchObject({
      ok: false,
      error: { code: 'no_explanation' },
    });
  });
});

describe('what somebody has to look at', () => {
  const codes = (text: string) => read(text).findings.map(({ code }) => code);
  const ENTRY = SOURCE.slice(SOURCE.indexOf(' ○児童虐待'));

  it('is an entry that stands twice', () => {
    expect(codes(`${SOURCE}\n${ENTRY}`)).toContain('repeated_entry');
    expect(codes(SOURCE)).not.toContain('repeated_entry');
  });

  it('is a name that is blank', () => {
    expect(codes(replaced('○児童虐待未然防止・早期発見強化事業 〈', '○〈'))).toContain('blank_name');
  });

  it('is a text that breaks off', () => {
    expect(codes(SOURCE.replace('早期発見や支援を行う。', '早期発見や支援を'))).toContain('text_cut_short');
    expect(codes(SOURCE)).not.toContain('text_cut_short');
  });

  it('has words', () => {
    for (const code of FINDING_CODES) expect(readFindingText[code]).toMatch(/。$/);
  });
});

it('reads a heading that goes over lines, wherever it is torn', () => {
  const heading = '○港区エリア別活性化プラン等の推進 〈令和４年度予算額：6,004千円、令和３年度予算額：6,013千円〉';
  for (let at = 2; at < heading.length - 1; at += 1) {
    const torn = replaced(heading, `${heading.slice(0, at)}\n${heading.slice(at)}`);
    const { entries } = read(torn);
    expect(entries.map(({ name, amountThousandYen }) => [name, amountThousandYen])).toEqual(
      read().entries.map(({ name, amountThousandYen }) => [name, amountThousandYen]),
    );
  }
});

it.each(['35\n2\n92千円', '3,5\n１２\n92千円'])('refuses a heading with a page’s number in its figure: %j', (torn) => {
  expect(readText(replaced('3,592千円', torn))).toEqual({ ok: false, error: { code: 'unreadable_heading', line: 74 } });
});

describe('a text that does not add up', () => {
  const FIGURES = LINES.flatMap((line, index) =>
    index < 12
      ? [...line.matchAll(/[\d,]{5,}/g)].map((match, column) => [index, match.index, match[0], column] as const)
      : [],
  );
  it('has 18 figures to try', () => expect(FIGURES).toHaveLength(18));

  it.each(FIGURES)('is refused with its column: line %i, %i: %s', (index, at, figure, column) => {
    const other = figure.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const line = LINES[index] ?? '';
    const text = LINES.with(index, line.slice(0, at) + other + line.slice(at + figure.length)).join('\n');
    expect(readText(text)).toEqual({ ok: false, error: { code: 'totals_differ', year: 2017 + column } });
  });

  it.each([
    ['2,178,837千円', '8,178,837千円', { code: 'entries_exceed_total', year: 2022 }],
    ['450,882千円', '1,504,882千円', { code: 'entries_exceed_total', year: 2021 }],
    ['【２ 重点的に取り組む事業】', '', { code: 'no_entries' }],
    ['令和４年度 港区関連予算（案）概要 資料 D‐１', '', { code: 'no_title' }],
    ['令和４年度 港区関連予算', '令和５年度 港区関連予算', { code: 'years_differ', line: 25 }],
    ['平成 29年度 平成 30年度 令和元年度', '', { code: 'torn_table', line: 7 }],
    ['平成 29年度 平成', '平成 28年度 平成', { code: 'torn_table', line: 5 }],
    ['港区役所予算 877,163 ', '港区役所予算 ', { code: 'torn_table', line: 7 }],
    ['それぞれの事業別予算については、別紙をご参照ください。', '', { code: 'no_explanation' }],
    ['※ 人件費除く', '', { code: 'no_explanation' }],
    ['〈令和４年度予算額：6,004千円', '〈令和３年度予算額：6,004千円', { code: 'years_differ', line: 45 }],
    ['6,004千円、', '6,0o4千円、', { code: 'unreadable_heading', line: 45 }],
    ['【工夫点】 公・民・地域', '公・民・地域', { code: 'incomplete_entry', line: 45 }],
    ['【概要】 令和２年度策定', '令和２年度策定', { code: 'incomplete_entry', line: 47 }],
    ['○産業振興', '◯産業振興', { code: 'unreadable_heading', line: 60 }],
    ['【工夫点】 公・民・地域', '【概要】 公・民・地域', { code: 'unexpected_line', line: 51 }],
    ['活性化につながる取組', '12\n活性化につながる取組', { code: 'unexpected_line', line: 56 }],
    ['区へ財源配分', '\n12\n区へ財源配分', { code: 'unexpected_line', line: 16 }],
    ['（単位：千円）', '（単位：円）', { code: 'no_unit' }],
    ['（単位：千円）', '（単位：千円）\n速報値です。', { code: 'unexpected_line', line: 4 }],
    ['1,157,545', '1,57,545', { code: 'unreadable_figure', line: 7, year: 2020 }],
    ['549,859', '－', { code: 'totals_differ', year: 2020 }],
    ['1,157,545', '－', { code: 'totals_differ', year: 2020 }],
    ['607,686', '6O7,686', { code: 'unreadable_figure', line: 11, year: 2020 }],
    ['608,901   607,686   ', '608,901607,686   ', { code: 'torn_table', line: 11 }],
  ])('%s → %s is refused', (from, to, error) => {
    expect(readText(replaced(from, to))).toEqual({ ok: false, error });
  });

  it('takes figures of any width, and leaves page numbers out', () => {
    expect(read(replaced('549,859', '５４９,859'))).toEqual(read());
    expect(read(replaced('活性化につながる取組', '－ ２ －\n活性化につながる取組')).entries).toEqual(read().entries);
  });

  it('says which column or line is meant', () => {
    expect(readErrorMessage({ code: 'unreadable_figure', line: 9, year: 2020 })).toBe(
      '9行目：令和２年度の列の金額を読み取れません。',
    );
    expect(readErrorMessage({ code: 'totals_differ', year: 2021 })).toBe(
      '令和３年度の列で、経費区分の合計が総額と一致しません。',
    );
    expect(readErrorMessage({ code: 'torn_table', line: 7 })).toMatch(/^7行目：/);
  });

  it('is refused, not thrown, wherever it is cut off', () => {
    for (let end = 0; end < LINES.length - 15; end += 1) {
      const cut = readText(LINES.slice(0, end).join('\n'));
      if (!cut.ok) expect(cut.error.code).toMatch(/^\w+$/);
      else expect(cut.value.entries.length).toBeGreaterThan(0);
    }
    expect(readText('')).toEqual({ ok: false, error: { code: 'no_entries' } });
  });
});

it('takes no longer than its text is long', () => {
  for (const unit of [' ', '　', '○', '予算額：', '〈', '令和', '1千円', '、', '年度 ']) {
    const started = process.cpuUsage();
    readText(`○${unit.repeat(100_000)}〈`);
    expect(process.cpuUsage(started).user / 1000, JSON.stringify(unit)).toBeLessThan(1000);
    for (const before of ['○', '○甲〈', '○甲〈令和４年度予算額：1千円'])
      expect(readHeading(`${before}${unit.repeat(100_000)}`)).toBeNull();
    expect(process.cpuUsage(started).user / 1000, JSON.stringify(unit)).toBeLessThan(2000);
  }
});
