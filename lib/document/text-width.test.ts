import { expect, it } from 'vitest';
import type { TablePiece } from './pieces';
import { columnWidths, headLines, widthOf } from './text-width';

it('breaks a head behind the year, and nowhere else', () => {
  expect(headLines('令和４年度予算額（案）①')).toEqual(['令和４年度', '予算額（案）①']);
  expect(headLines('平成29年度')).toEqual(['平成29年度']);
  expect(headLines('増減①－②')).toEqual(['増減①－②']);
});

it('gives each column the room of its head and its figures, and the rest to the widest text', () => {
  const columns = [
    { label: '事業名', holds: 'text' },
    { label: '令和４年度予算額（案）①', holds: 'figure' },
  ] as const;
  const table = { columns, rows: [{ cells: ['事業', '2,178,837'] }] } as unknown as TablePiece;
  const [name = 0, amount = 0] = columnWidths(table, 100);
  expect(amount).toBeGreaterThan(widthOf('予算額（案）①'));
  expect(name + amount).toBe(100);
});

it('gives figures what no text needs: a font that is a third wider than ours doesn’t tear them', () => {
  const columns = [
    { label: '事業名', holds: 'text' },
    { label: '増減', holds: 'figure' },
  ] as const;
  const of = (name: string) =>
    columnWidths({ columns, rows: [{ cells: [name, '2,178,837'] }] } as unknown as TablePiece, 56)[1];
  expect(of('事業')).toBeGreaterThan(widthOf('2,178,837') * 1.33 + 2);
  expect(of('名'.repeat(60))).toBe(widthOf('2,178,837') + 3);
});
