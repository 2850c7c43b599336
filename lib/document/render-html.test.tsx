import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { readPdf } from '@/scripts/test/read-pdf';
import type { DocumentInput } from './document-input';
import { toPrintable } from './printable';
import { DocumentHtml } from './render-html';
import { renderPdf } from './render-pdf';
import { buildD1 } from './templates/d1';

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error(read.error.code);
const input = inputFromRead(read.value);
const draw = (of: DocumentInput) => {
  const model = toPrintable(buildD1(of));
  return { model, html: renderToStaticMarkup(<DocumentHtml model={model} Region={ScrollRegion} />) };
};
const { html } = draw(input);
/** Nobody's entries; and one of a project that is new, whose name is in another style, once the budget has passed. */
const totalsOnly: DocumentInput = { ...input, entries: [], hasTotalsOnly: true };
const passed: DocumentInput = {
  ...input,
  texts: { ...input.texts, draftMark: '' },
  entries: input.entries.slice(0, 1).map((entry) => ({ ...entry, name: '令和4年度の事業', isNew: true })),
};
const dense = (text: string) => text.replace(/\s/g, '');

it.each([
  ['of FY2022', input, ['【２重点的に取り組む事業】', '令和４年度（案）'], ['予算額：新規', '該当する']],
  ['of totals alone', totalsOnly, ['【１', '令和４年度（案）'], ['【２', '該当する事業はありません。']],
  ['of a new project', passed, ['○令和４年度の事業〈', '令和３年度予算額：新規〉'], ['令和４年度（案）', '令和4年度']],
])('says what the PDF says, in the same order: the document %s', async (_, of, said, unsaid) => {
  const drawn = draw(of);
  const { pages } = await readPdf(renderPdf(drawn.model));
  const caption = /<caption>([^<]*?)（単位：千円）<\/caption>/.exec(drawn.html)?.[1] ?? '';
  expect(caption).not.toBe('');
  const printed = dense(pages.join(''));
  expect(dense(drawn.html.replace(`<caption>${caption}`, '').replace(/<[^>]+>/g, ''))).toBe(printed);
  for (const text of said) expect(printed).toContain(text);
  for (const text of unsaid) expect(printed).not.toContain(text);
});

it('has headings in order and a table with heads for rows and columns', () => {
  const levels = Array.from(html.matchAll(/<h(\d)/g), ([, level]) => level).join('');
  expect(levels).toBe(`2${'3'}3${'455'.repeat(5)}`);
  expect(html.match(/<th scope="col"/g)).toHaveLength(7);
  expect(html.match(/<th scope="row"/g)).toHaveLength(3);
});
