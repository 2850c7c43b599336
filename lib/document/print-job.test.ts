import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { EditionDocumentKind } from '@/lib/domain/edition/edition';
import { type AskedForm, type AskedOfAll, printJob } from './print-job';
import { renderPdf } from './render-pdf';
import { type DocumentSource, printedDocument } from './source';
import { TEMPLATES } from './templates/templates';
import { ENTRY, INPUT } from './test-input';

const FIRST = { year: 2023, number: 1, kind: 'first' } as const;
const SECOND = { year: 2023, number: 2, kind: 'corrected', publishedAt: '2026-11-26T05:00:00.000Z' } as const;
const input = { ...INPUT, entries: [{ ...ENTRY, id: 'one' }], carried: [] };
const source = (changes: Partial<DocumentSource> = {}): string =>
  JSON.stringify({ of: { input }, edition: null, previous: null, reason: '', reasons: [], ...changes });
const made = async (text: string, document: EditionDocumentKind, form: AskedForm) =>
  JSON.parse(`${(await printJob({ source: text, asked: { document, form } })).file}`);
const ofAll = async (text: string, asked: AskedOfAll) =>
  JSON.parse(`${(await printJob({ source: text, asked })).file}`);

const models = async () => ({
  document: JSON.stringify(await made(source(), 'document', 'model')),
  annex: JSON.stringify(await made(source(), 'annex', 'model')),
});
const corrected = async () => {
  const entries = input.entries.map((entry) => ({ ...entry, summary: '正しい文。' }));
  const previous = { edition: FIRST, models: await models() };
  return source({ of: { input: { ...input, entries } }, edition: SECOND, previous, reason: '転記の誤り' });
};

it.each(['document', 'annex', 'errata'] as const)(
  'makes %s by the template that an edition names',
  async (document) => {
    const { template, paper } = await made(await corrected(), document, 'model');
    expect({ id: template, paper }).toEqual({ id: TEMPLATES[document].id, paper: TEMPLATES[document].paper });
  },
);

it('tells the hash of the PDF with the number of pages, of an edition as it was published', async () => {
  const stored = source({ of: { models: await models() }, edition: { ...FIRST, publishedAt: SECOND.publishedAt } });
  const { pageCount, sha256 } = await printJob({ source: stored, asked: { document: 'document', form: 'pages' } });
  const pdf = renderPdf(printedDocument(stored, 'document'));
  expect([pageCount, sha256]).toEqual([1, createHash('sha256').update(pdf).digest('hex')]);
  expect(printedDocument(stored, 'document').statement).toContain('第１版（初版）');
});

it('puts what a 訂正版 corrects behind its document, and says how many places that are', async () => {
  const text = await corrected();
  expect((await made(text, 'document', 'model')).sections.map(({ kind }: { kind?: string }) => kind)).toEqual([
    undefined,
    undefined,
    'errata',
  ]);
  const [inDocument, inAnnex] = await ofAll(text, 'differences');
  expect(inDocument.differences).toMatchObject([{ kind: 'changed', after: '正しい文。' }]);
  expect(inDocument.differences[0].excerpts).not.toEqual([]);
  expect(inAnnex.differences).toEqual([]);
});

it('finds the places that people read, the same by their keys alone', async () => {
  const places = await ofAll(source(), 'readThrough');
  expect(places).toContainEqual(expect.objectContaining({ key: 'document:entry:one:summary', value: ENTRY.summary }));
  const keys = places.map(({ key, source: from, seen }: Record<string, unknown>) => ({ key, source: from, seen }));
  expect(await ofAll(source(), 'placeKeys')).toEqual(keys);
});
