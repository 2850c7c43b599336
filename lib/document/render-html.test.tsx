import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { buildDocument } from './model';
import { toPrintable } from './printable';
import { inputFromRead } from './read-input';
import { readPdf } from './read-pdf';
import { readText } from './read-text';
import { DocumentHtml } from './render-html';
import { renderPdf } from './render-pdf';

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error(read.refusal.code);
const model = toPrintable(buildDocument(inputFromRead(read.value)));
const html = renderToStaticMarkup(<DocumentHtml model={model} />);
const dense = (text: string) => text.replace(/\s/g, '');

it('says what the PDF says, in the same order', async () => {
  const { pages } = await readPdf(renderPdf(model));
  const caption = /<caption>([^<]*?)（単位：千円）<\/caption>/.exec(html)?.[1] ?? '';
  expect(caption).not.toBe('');
  expect(dense(html.replace(`<caption>${caption}`, '').replace(/<[^>]+>/g, ''))).toBe(dense(pages.join('')));
});

it('has headings in order and a table with heads for rows and columns', () => {
  const levels = Array.from(html.matchAll(/<h(\d)/g), ([, level]) => level).join('');
  expect(levels).toBe(`2${'3'}3${'455'.repeat(5)}`);
  expect(html.match(/<th scope="col"/g)).toHaveLength(6);
  expect(html.match(/<th scope="row"/g)).toHaveLength(3);
});
