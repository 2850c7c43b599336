import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DocumentInput } from '@/lib/document/document-input';
import { toPrintable } from '@/lib/document/printable';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { renderPdf } from '@/lib/document/render-pdf';
import { buildD1 } from '@/lib/document/templates/d1';
import { readPdf } from '@/scripts/test/read-pdf';
import { screenText } from './screen-text';

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error(read.error.code);
const input = inputFromRead(read.value);
const draw = (of: DocumentInput) => {
  const model = toPrintable(buildD1(of));
  return {
    model,
    html: screenText(model)
      .parts.map(({ html }) => html)
      .join(''),
  };
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

it('has what people wrote as text and never as elements, wherever it stands', () => {
  const markup = '<img src=x onerror="a">&amp;';
  const [entry] = input.entries;
  if (!entry) throw new Error('no entry');
  const { title, mark, totalLabel, personnelNote, annexNote, draftMark, printsMarks } = input.texts;
  const texts = { title, mark, totalLabel, personnelNote, annexNote, draftMark };
  const drawn = draw({
    ...input,
    texts: {
      ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text + markup])),
      printsMarks,
    } as DocumentInput['texts'],
    categories: input.categories.map((of) => ({ ...of, name: of.name + markup, explanation: markup })),
    entries: [{ ...entry, name: markup, summary: markup, innovation: markup }],
  });
  const tags = new Set(Array.from(drawn.html.matchAll(/<\/?(\w+)/g), ([, name]) => name));
  expect(Array.from(tags).filter((name) => !/^(h[2-5]|p|span|caption|thead|tbody|tr|th|td)$/.test(name ?? ''))).toEqual(
    [],
  );
  expect(drawn.html.match(/ (?!scope|class)\w+="/g)).toBeNull();
  expect(drawn.html.split('&lt;img src=x onerror=&quot;a&quot;&gt;&amp;amp;').length).toBeGreaterThan(8);
});
