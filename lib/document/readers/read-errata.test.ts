import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderText } from '@/lib/document/formats/render-text';
import { toPrintable } from '@/lib/document/printable';
import { renderPdf } from '@/lib/document/render-pdf';
import { buildErrata, withErrata } from '@/lib/document/templates/errata';
import { DOCUMENTS } from '@/lib/document/templates/templates';
import { pdfText } from '@/scripts/tools/pdf-text';
import { inputFromRead } from './read-input';
import { readText } from './read-text';

const source = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!source.ok) throw new Error(source.error.code);
const FY2022 = inputFromRead(source.value);
const [first, ...others] = FY2022.entries;
if (!first) throw new Error('no entries');
const wrong = {
  ...FY2022,
  entries: [{ ...first, amount: 2_000, summary: '○誤り。〈令和４年度予算額：1千円〉' }, ...others],
};
const editionOf = (input: typeof FY2022, number: number, kind: 'first' | 'corrected') => ({
  edition: { year: 2022, number, kind },
  document: DOCUMENTS.document(input),
  annex: DOCUMENTS.annex(input),
});
const corrected = editionOf(FY2022, 2, 'corrected');
const errata = buildErrata(editionOf(wrong, 1, 'first'), corrected, '転記誤りのため');
const printed = toPrintable(withErrata(corrected.document, errata));

it.each([
  ['as text', () => renderText(printed)],
  ['as PDF', () => pdfText(renderPdf(printed))],
])('a 訂正版 reads as the document without its 正誤表, which is left over: %s', async (_, write) => {
  const read = readText(await write());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(DOCUMENTS.document(inputFromRead(read.value))).toEqual(corrected.document);
  expect(read.value.findings.map(({ code }) => code)).toEqual(['not_read']);
  expect(read.value.findings[0]?.places[0]?.excerpt).toBe('【正誤表】');
});

it('takes a 正誤表 alone for no document', () => {
  expect(readText(renderText(toPrintable(errata)))).toMatchObject({ ok: false });
});

it('ends the contents where their lines end, whatever stands behind', () => {
  const text = renderText(printed);
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.includes('【１'));
  const contents = ['目次', '【１ 区長（区ＣＭ）が関与する予算額】…………1', '○事業…………2'];
  const read = readText([...lines.slice(0, end), ...contents, ...lines.slice(end), '前の文…を除いて……………3'].join('\n'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(DOCUMENTS.document(inputFromRead(read.value))).toEqual(corrected.document);
});
