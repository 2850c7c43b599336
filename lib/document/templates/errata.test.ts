import { expect, it } from 'vitest';
import { compareModels } from '@/lib/document/comparison/compare-models';
import type { DocumentInput } from '@/lib/document/document-input';
import { unprintableIn } from '@/lib/document/printable';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import type { EditionKind } from '@/lib/domain/edition/edition';
import { errataText } from '@/lib/text/document/errata';
import { buildErrata, withErrata } from './errata';
import { DOCUMENTS } from './templates';

const editionOf = (input: DocumentInput, number: number, kind: EditionKind) => ({
  edition: { year: input.year, number, kind },
  document: DOCUMENTS.document(input),
  annex: DOCUMENTS.annex(input),
});
const FIRST = editionOf(INPUT, 1, 'first');
const corrected = (change: Partial<DocumentInput['entries'][number]>) =>
  editionOf({ ...INPUT, entries: [{ ...ENTRY, ...change }] }, 2, 'corrected');
const errataOf = (change: Partial<DocumentInput['entries'][number]>, reason = '転記誤りのため') =>
  buildErrata(FIRST, corrected(change), reason);
const rowsOf = (errata: ReturnType<typeof buildErrata>) =>
  errata.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'listTable' ? block.rows.map(({ cells }) => cells) : [])),
  );

it('says which edition corrects which, and of each change where, what, into what, and why', () => {
  const errata = errataOf({ amount: 3_989, remarks: '国の補助' });
  expect(errata).toMatchObject({
    title: '令和５年度 概要の正誤表',
    mark: '正誤表',
    paper: 'portrait',
    watermark: null,
  });
  expect(errata.sections[0]?.blocks[0]).toEqual({
    kind: 'prose',
    paragraphs: ['第１版（初版）を第２版（訂正版）で次のとおり訂正します。'],
  });
  expect(rowsOf(errata).slice(0, 4)).toEqual([
    ['1', '【２ 重点的に取り組む事業】　○事業　令和５年度予算額', '3,898千円', '3,989千円', '転記誤りのため'],
    ['2', '別紙　【１ 甲】　1-1 事業　令和５年度予算額（案）①', '3,898', '3,989', '同上'],
    ['3', '別紙　【１ 甲】　1-1 事業　増減①－②', '306', '397', '同上'],
    ['4', '別紙　【１ 甲】　1-1 事業　備考', '（空欄）', '国の補助', '同上'],
  ]);
});

it('says of each place why, where somebody has said it', () => {
  const second = corrected({ amount: 3_989, remarks: '国の補助' });
  const place = '【１ 甲】　1-1 事業　備考';
  const errata = buildErrata(FIRST, second, '転記誤りのため', [
    { document: 'annex', place, reason: '補助の決定のため' },
    { document: 'document', place, reason: '別の資料の箇所' },
  ]);
  expect(rowsOf(errata).map((cells) => cells[4])).toEqual([
    '転記誤りのため',
    '同上',
    '同上',
    '補助の決定のため',
    ...rowsOf(errata)
      .slice(4)
      .map((_, index) => (index === 0 ? '転記誤りのため' : '同上')),
  ]);
});

it('says what was not there or is gone', () => {
  const rows = rowsOf(errataOf({ isPriority: false }));
  expect(rows.map(([, place, before, after]) => [place, before, after])).toEqual([
    ['【２ 重点的に取り組む事業】', '（記載なし）', '該当する事業はありません。'],
    [
      '【２ 重点的に取り組む事業】　○事業',
      expect.stringMatching(/^○事業〈令和５年度予算額：3,898千円/),
      '（記載なし）',
    ],
  ]);
});

it('says so where nothing differs', () => {
  const errata = errataOf({});
  expect(errata.sections[0]?.blocks).toEqual([
    { kind: 'prose', paragraphs: ['第１版（初版）と第２版（訂正版）に、相違箇所はありません。'] },
  ]);
});

it('spreads a long wording over rows of one number', () => {
  const rows = rowsOf(errataOf({ summary: '新'.repeat(650) }));
  expect(rows.map(([number, place]) => [number, place])).toEqual(
    ['１', '２', '３', '４'].map((part) => ['1', `【２ 重点的に取り組む事業】　○事業　【概要】（${part}／４）`]),
  );
  expect(rows.map((cells) => cells[3]).join('')).toBe('新'.repeat(650));
});

it('stands behind the document that it corrects, and is no part of what is compared with the next one', () => {
  const second = corrected({ amount: 3_989 });
  const errata = buildErrata(FIRST, second, '誤記');
  const document = withErrata(second.document, errata);
  expect(document.sections.map(({ heading, kind }) => [heading, kind])).toEqual([
    ['【１ 区長（区ＣＭ）が関与する予算額】', undefined],
    ['【２ 重点的に取り組む事業】', undefined],
    ['【正誤表】', 'errata'],
  ]);
  expect(compareModels(document, second.document)).toEqual([]);
  expect(buildErrata(FIRST, { ...second, document }, '誤記')).toEqual(errata);
});

it('has no word that the fonts lack', () => {
  const words = Object.values(errataText).flatMap((text) => (typeof text === 'string' ? [text] : []));
  expect(unprintableIn([...words, ...Object.values(errataText.columns)])).toEqual([]);
});
