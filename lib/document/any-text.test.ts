import { describe, expect, it } from 'vitest';
import { randomFrom } from '@/scripts/bench/random';
import { readPdf } from '@/scripts/test/read-pdf';
import type { DocumentInput } from './document-input';
import { type PrintableModel, toPrintable } from './printable';
import { renderPdf } from './render-pdf';
import { buildAnnex } from './templates/annex';
import { buildD1 } from './templates/d1';
import { ENTRY } from './test-input';

/** Some in every run. `RANDOM_TEXTS=20000 npx vitest run --project unit lib/document/any-text.test.ts` tries many. */
const TEXTS = Number(process.env.RANDOM_TEXTS ?? 60);
const SEED = Number(process.env.RANDOM_SEED ?? 20261125);
const LONGEST = 20_000;

/** What took the document down once. */
const ONCE_FATAL: Readonly<Record<string, string>> = {
  dates: '4/1(10:00～12:00)、',
  addresses: 'https://www.city.example.lg.jp/minato/page/0000567890、',
  'half-width kana': 'ｱｶﾞﾊﾟｯｰ',
  'full stops': '。',
  digits: '0123456789',
  'long vowels': 'ー',
  emoji: '😀👨\u200d👩\u200d👧👍🏽🇯🇵1\ufe0f\u20e3❤\ufe0f',
};
const OTHERS: Readonly<Record<string, string>> = {
  prose: '区民の意見を踏まえ、地域の企業（団体を含む。）と連携して「まちづくり」を進める。',
  small: 'ぁっゃッャヵ々〻ゝ',
  brackets: '「（〈【】〉）」',
  dots: '…‥・—～',
  words: 'The quick brown fox ',
  letters: 'internationalization',
  markup: '#let x = $a^2$ *b* _c_ `d` // <e> @f \\ [g] {h} -- ...',
  spaces: ' \u3000\t\u00a0\u2003',
  lines: '一\n二\r\n\n三',
  marks: 'か\u3099は\u309aか\u309ae\u0301漢',
  forms: '辻\u{e0100}葛\u{e0100}葛\u{e01ef}☆\ufe0e',
  compatible: '①㈱⾼㍻ﬁ㎡℃Ⅳ',
  invisible: 'あ\u200b\u200d\u2060\u00ad\ufeffい\u202eう\u2066',
  'other scripts': 'العربية עברית ไทย हिन्दी 한국어 Ελληνικά Кириллица',
  controls: 'あ\u0001\u000b\u000c\u0085\u2028\u2029い',
  halves: 'あ\ud83dい\ude00',
  'rare kanji': '𠮷槗髙﨑𩸽',
};
const CLASSES = { ...ONCE_FATAL, ...OTHERS };

const repeated = (part: string, length: number): string => {
  const characters = [...part];
  return Array.from({ length }, (_, index) => characters[index % characters.length]).join('');
};

const FIELDS = [
  'title',
  'mark',
  'total label',
  'note',
  'annex note',
  'category',
  'explanation',
  'name',
  'summary',
  'innovation',
];

/** A document with an own text in every field that prints. */
function inputOf(text: (field: string) => string, count = 1): DocumentInput {
  const times = Array.from({ length: count }, (_, index) => index);
  return {
    year: 2022,
    wardName: '港区',
    isDraft: false,
    hasTotalsOnly: false,
    texts: {
      title: text('title'),
      mark: text('mark'),
      draftMark: text('draft mark'),
      totalLabel: text('total label'),
      personnelNote: text('note'),
      annexNote: text('annex note'),
      printsMarks: true,
    },
    categories: times.map((sortOrder) => ({
      id: 'b',
      name: text('category'),
      explanation: text('explanation'),
      sortOrder,
      totals: { 2022: null },
    })),
    entries: times.map((sortOrder) => ({
      ...ENTRY,
      name: text('name'),
      amount: null,
      lastYearAmount: Number.MAX_SAFE_INTEGER,
      isPriority: true,
      isNew: false,
      sortOrder,
      summary: text('summary'),
      innovation: text('innovation'),
      status: 'approved',
    })),
    carried: [],
  };
}

/** All that the model says, in the order of print. */
function printedTexts({ title, mark, sections }: PrintableModel): string[] {
  const blocks = sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => {
      if (block.kind === 'prose') return block.paragraphs;
      if (block.kind === 'amountTable') {
        const rows = block.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ text }) => text)]);
        return [block.unit, block.corner, ...block.columns, ...rows, block.note];
      }
      if (block.kind === 'listTable') {
        const cells = block.rows.flatMap((row) =>
          row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
        );
        return [block.unit, ...block.columns.map(({ label }) => label), ...cells, ...block.notes];
      }
      return block.entries.flatMap(({ heading: { name, figures }, parts }) => [
        name,
        ...figures,
        ...parts.flatMap(({ label, paragraphs }) => [label, ...paragraphs]),
      ]);
    }),
  ]);
  return [title, mark, ...blocks];
}

const POINTS_PER_MM = 72 / 25.4;
const RIGHT_MARGIN = (210 - 20) * POINTS_PER_MM;
const BOTTOM_MARGIN = 24 * POINTS_PER_MM;
/** The white half of a closing bracket hangs over. */
const OVERHANG = 15 / 2;

const CONTENTS = /目次.*?(?=【１ 区長（区ＣＭ）が関与する予算額】（単位)/s;
const dense = (text: string): string => text.replace(/\s/g, '');
const MARK = '[ﾞﾟ\u3099\u309a]';
const marksIn = (text: string): number => text.match(new RegExp(MARK, 'g'))?.length ?? 0;
/**
 * PDF.js knows no ActualText: of a base that stands with a mark anywhere, it reads mark and base wherever one of both stands.
 * Such bases are compared once in a row and without marks, and the marks counted.
 */
function readAlike(text: string, bases: ReadonlySet<string | undefined>): string {
  const withoutMarks = dense(text).replace(new RegExp(MARK, 'g'), '');
  return withoutMarks.replace(/(.)\1+/gu, (run, one: string) => (bases.has(one) ? one : run));
}
const sorted = (text: string): string => Array.from(text).sort().join('');

/** Cells that are longer than a page stand beside each other on several: then it is the characters that are compared. */
async function expectPrinted(input: DocumentInput): Promise<void> {
  const model = toPrintable(buildD1(input));
  const read = await readPdf(renderPdf(model));
  // Contents, from ten pages on, say again what stands further on.
  const all = [read.pages.join('').replace(CONTENTS, ''), printedTexts(model).join('')] as const;
  const bases = new Set(Array.from(dense(all[1]).matchAll(new RegExp(`(.)${MARK}`, 'gu')), ([, base]) => base));
  const [found, expected] = [readAlike(all[0], bases), readAlike(all[1], bases)];
  expect(marksIn(all[0])).toBeGreaterThanOrEqual(marksIn(all[1]));
  const { texts, categories } = input;
  const beside = [texts.title, texts.mark, texts.totalLabel, ...categories.map(({ name }) => name)];
  if (beside.every(({ length }) => length < 400)) expect(found).toBe(expected);
  else expect(sorted(found)).toBe(sorted(expected));
  expect(Math.max(...read.rightEnds)).toBeLessThan(RIGHT_MARGIN + OVERHANG);
  expect(Math.min(...read.bottoms)).toBeGreaterThan(BOTTOM_MARGIN - OVERHANG);
}

const LIMITS: Readonly<Record<string, number>> = {
  mark: 40,
  'draft mark': 20,
  category: 60,
  explanation: 1000,
  summary: 1000,
  innovation: 1000,
};

it.each(Object.entries(CLASSES))(
  '%s print in every field as long as can be saved',
  { timeout: 120_000 },
  async (_, part) => {
    await expectPrinted(inputOf((field) => repeated(part, LIMITS[field] ?? 120)));
  },
);

it('a mixture prints in every field, whatever it is', { timeout: 0 }, async () => {
  const random = randomFrom(SEED);
  const parts = Object.values(CLASSES);
  const mixture = (limit: number): string => {
    const length = Math.ceil(limit ** random.next());
    const chosen = Array.from({ length: random.integer(1, 4) }, () => random.of(parts));
    let text = '';
    while (text.length < length)
      text += repeated(random.of(chosen), random.integer(1, random.next() < 0.5 ? 4 : length));
    return [...text].slice(0, length).join('');
  };
  for (let tried = 0; tried < TEXTS; ) {
    const giant = tried % 200 === 0 ? random.of(FIELDS) : undefined;
    const texts: string[] = [];
    const input = inputOf((field) => {
      const text = mixture(field === giant ? LONGEST : (LIMITS[field] ?? 120));
      texts.push(text);
      return text;
    }, 3);
    await expectPrinted(input).catch((error: unknown) => {
      throw new Error(`seed ${SEED}, text ${tried}: ${JSON.stringify(texts).slice(0, 5000)}`, { cause: error });
    });
    tried += texts.length;
  }
});

it.each(Object.entries(CLASSES))(
  '%s print in every cell of the list of entries',
  { timeout: 60_000 },
  async (_, part) => {
    const input = inputOf((field) => repeated(part, Math.min(60, LIMITS[field] ?? 60)), 3);
    const entries = input.entries.map((entry) => ({
      ...entry,
      lastYearAmount: 1,
      departmentName: entry.name,
      remarks: entry.name,
    }));
    const model = toPrintable(buildAnnex({ ...input, entries }));
    const read = await readPdf(renderPdf(model));
    const marks = new RegExp(MARK, 'g');
    const sortedOnce = (text: string) => Array.from(new Set(dense(text).replace(marks, ''))).sort();
    expect(sortedOnce(read.pages.join(''))).toEqual(sortedOnce(printedTexts(model).join('')));
    expect(Math.max(...read.rightEnds)).toBeLessThan((297 - 15) * POINTS_PER_MM + OVERHANG);
    expect(Math.min(...read.bottoms)).toBeGreaterThan(18 * POINTS_PER_MM - OVERHANG);
  },
);

describe.runIf(TEXTS > 1000)('twenty thousand characters of one kind', () => {
  const cases = Object.entries(CLASSES).flatMap(([name, part]) => FIELDS.map((field) => ({ name, part, field })));
  it.each(cases)('$name in $field', { timeout: 300_000 }, async ({ part, field }) => {
    await expectPrinted(inputOf((of) => (of === field ? repeated(part, LONGEST) : of)));
  });
});
