import { expect, it } from 'vitest';
import { placesToCorrect } from './difference';

it('names a place once, however many differences stand there: a reason is of all of them', () => {
  const of = (place: string, before: string) => ({
    place,
    kind: 'changed' as const,
    before,
    after: '',
    excerpts: [],
  });
  const differences = [of('番号', '1-3'), of('番号', '1-1～1-2'), of('備考', '')];
  expect(
    placesToCorrect(['document', 'annex'].map((document) => ({ document: document as 'annex', differences }))),
  ).toEqual([
    { document: 'document', place: '番号' },
    { document: 'document', place: '備考' },
    { document: 'annex', place: '番号' },
    { document: 'annex', place: '備考' },
  ]);
});
