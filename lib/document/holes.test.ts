import { expect, it } from 'vitest';
import { documentText } from '@/lib/text/document/document';
import { compileWithHoles } from './holes';
import { type PrintableModel, toPrintable } from './printable';
import { buildD1 } from './templates/d1';
import { ENTRY, INPUT } from './test-input';

const names = Array.from({ length: 40 }, (_, index) => `事業${index + 10}号`);
const model = toPrintable(
  buildD1({
    ...INPUT,
    categories: [{ id: 'b', name: '経費', explanation: '説明', sortOrder: 1, totals: { 2023: 1 } }],
    entries: names.map((name, sortOrder) => ({ ...ENTRY, name, sortOrder })),
  }),
);
/** A compiler that fails at certain words. */
const failsAt = (...words: string[]) => {
  let runs = 0;
  const compile = (of: PrintableModel): string => {
    runs += 1;
    const text = JSON.stringify(
      of.sections.map(({ blocks }) =>
        blocks.map((block) => ('entries' in block ? block.entries.map(({ heading }) => heading) : block)),
      ),
    );
    if (words.some((word) => text.includes(word))) throw new Error('does not compile');
    return `${of.watermark} ${text}`;
  };
  return { compile, runs: () => runs };
};

it('prints a document without holes as it is', () => {
  const { compile, runs } = failsAt('nothing');
  const { compiled, holes } = compileWithHoles(model, compile);
  expect([holes, runs(), compiled.startsWith('null')]).toEqual([[], 1, true]);
});

it('leaves out the entries that fail, names them, prints the rest as a draft', () => {
  const { compile, runs } = failsAt('事業17号', '事業41号');
  const { compiled, holes } = compileWithHoles(model, compile);
  expect(holes).toEqual([{ entry: 7 }, { entry: 31 }]);
  expect(compiled.split(documentText.unprintedEntry)).toHaveLength(3);
  expect(compiled.startsWith(documentText.watermark)).toBe(true);
  for (const name of names) expect(compiled.includes(name)).toBe(name !== '事業17号' && name !== '事業41号');
  expect(runs()).toBeLessThan(40);
});

it('leaves out a text of the year or of a category', () => {
  const { compiled, holes } = compileWithHoles(model, failsAt('説明').compile);
  expect(holes).toEqual(['text']);
  expect(compiled).toContain(documentText.unprintedText);
});

it('fails where nothing that was written is at fault', () => {
  expect(() =>
    compileWithHoles(model, () => {
      throw new Error('broken');
    }),
  ).toThrow('broken');
});
