import { describe, expect, it } from 'vitest';
import type { Draft, DraftEvent } from '@/lib/domain/draft/draft';
import type { Problem } from '@/lib/domain/result';
import { type CellField, type Cells, cellName, cellOfName, cellsOf, wrongCells } from './cells';
import {
  changeSheet,
  heardRows,
  isLocked,
  isRewritten,
  isUnsavable,
  isUnsaved,
  newSheet,
  problemOfAll,
  rowsWhere,
  type Sheet,
  type SheetEvent,
  stepSize,
  turnedCells,
  typedIn,
  unsendableCells,
} from './sheet';

const CELLS: Cells = { name: '事業', mark: '', rank: '1', amount: '10' };
const ROW = { version: 1, status: 'draft', isWritable: true, cells: CELLS } as const;
const START = newSheet(['a', 'b', 'c'].map((id) => ({ id, ...ROW })));
const typed = (rowId: string, text: string, field: CellField = 'amount'): SheetEvent => ({
  kind: 'typed',
  cell: { rowId, field, text },
});
const filled = (...texts: [rowId: string, text: string][]): SheetEvent => ({
  kind: 'filled',
  cells: texts.map(([rowId, text]) => ({ rowId, field: 'amount', text })),
});
const left: SheetEvent = { kind: 'left' };
const undone: SheetEvent = { kind: 'undone' };
const redone: SheetEvent = { kind: 'redone' };
const due: SheetEvent = { kind: 'due', rowId: 'a' };
const row = (rowId: string, event: DraftEvent<Cells>): SheetEvent => ({ kind: 'row', rowId, event });
const sent = row('a', { kind: 'sent', wrong: [] });
const saved = (version: number) => row('a', { kind: 'saved', version, at: new Date(0) });
const failed = (rowId: string, problem: Problem) => row(rowId, { kind: 'failed', problem });
const conflict = (rowId: string, cells: Partial<Cells>, isLocked = false) =>
  row(rowId, { kind: 'conflict', stored: { version: 2, fields: { ...CELLS, ...cells }, isLocked } });

const told = (...events: SheetEvent[]): Sheet => events.reduce(changeSheet, START);
const draftOf = (sheet: Sheet, rowId: string): Draft<Cells> => sheet.rows[rowId] as Draft<Cells>;
const amounts = ({ rows }: Sheet): string =>
  Object.values(rows)
    .map(({ mine }) => mine.amount)
    .join(' ');

describe('what one undo takes back', () => {
  it.each<[string, SheetEvent[], string]>([
    ['nothing', [undone], '10 10 10'],
    ['a cell, whatever was typed in it', [typed('a', '2'), typed('a', '25'), undone], '10 10 10'],
    ['the last cell alone', [typed('a', '2'), left, typed('b', '3'), undone], '2 10 10'],
    ['the same cell, entered again', [typed('a', '2'), left, typed('a', '3'), undone], '2 10 10'],
    ['one cell after the other, without a word of leaving', [typed('a', '2'), typed('b', '3'), undone], '2 10 10'],
    ['a paste as a whole', [filled(['a', '2'], ['b', '3']), undone], '10 10 10'],
    ['each in its turn', [filled(['a', '2'], ['b', '3']), typed('c', '4'), undone, undone], '10 10 10'],
    ['what a paste changed alone', [typed('a', '2'), left, filled(['a', '2'], ['b', '3']), undone], '2 10 10'],
    [
      'no cell that was typed back',
      [typed('a', '2'), left, typed('b', '3'), typed('b', '10'), left, undone],
      '10 10 10',
    ],
    ['nothing where a paste changed nothing', [typed('a', '2'), left, filled(['b', '10']), undone], '10 10 10'],
    ['and it comes again', [filled(['a', '2'], ['b', '3']), undone, redone], '2 3 10'],
    ['in the order in which it went', [typed('a', '2'), left, typed('b', '3'), undone, undone, redone], '2 10 10'],
    ['not after something else was typed', [typed('a', '2'), undone, typed('b', '3'), redone], '10 3 10'],
  ])('%s', (_, events, expected) => {
    expect(amounts(told(...events))).toBe(expected);
  });
});

it('leaves the rows that nothing happened to as they are, so that they aren’t drawn again', () => {
  const sheet = told(typed('a', '2'));
  expect(draftOf(sheet, 'b')).toBe(draftOf(START, 'b'));
  expect(draftOf(changeSheet(sheet, conflict('a', { name: '別' })), 'c')).toBe(draftOf(START, 'c'));
});

it('knows in which cell somebody is typing until it is left', () => {
  expect(typedIn(told(typed('a', '2')), 'a')).toBe('amount');
  expect(typedIn(told(typed('a', '2')), 'b')).toBeNull();
  expect(typedIn(told(typed('a', '2'), left), 'a')).toBeNull();
  expect(typedIn(told(filled(['a', '2'])), 'a')).toBeNull();
  expect(typedIn(told(typed('a', '2'), typed('a', '10')), 'a'), 'Escape takes back no other act').toBeNull();
});

describe('what of a row is sent', () => {
  it.each<[string, SheetEvent[], CellField[] | null]>([
    ['nothing while it is as it is stored', [], null],
    ['nothing that is stored already, written otherwise', [typed('a', '１０千円')], null],
    ['what was typed', [typed('a', '2')], []],
    ['all but what can’t be read', [typed('a', '約2'), typed('a', '名', 'name')], ['amount']],
    ['nothing where nothing else was typed', [typed('a', '約2')], null],
    ['nothing twice', [typed('a', '2'), sent], null],
    ['nothing while two values are to be chosen from', [typed('a', '2'), conflict('a', { amount: '3' })], null],
    ['what was typed beside what another changed', [typed('a', '2'), conflict('a', { name: '別' })], []],
    ['nothing of what is approved meanwhile', [typed('a', '2'), conflict('a', {}, true)], null],
  ])('%s', (_, events, expected) => {
    expect(unsendableCells(draftOf(told(...events), 'a'))).toEqual(expected);
  });
});

describe('what others have made of a row', () => {
  const heard = (version: number, cells: Partial<Cells>, isWritable = true): SheetEvent => ({
    kind: 'heard',
    row: {
      id: 'a',
      version,
      status: isWritable ? 'draft' : 'in_review',
      cells: { ...CELLS, ...cells },
      isWritable,
      lastChange: { by: '起案者', isOwn: false, at: '' },
    },
  });
  it.each<[string, SheetEvent[], Partial<Cells>]>([
    ['comes into a row that is as it is stored', [heard(2, { amount: '20' })], { amount: '20' }],
    ['comes beside what is typed', [typed('a', '約3'), heard(2, { name: '別' })], { amount: '約3', name: '別' }],
    ['is asked about where both changed', [typed('a', '約3'), heard(2, { amount: '4' })], { amount: '約3' }],
    ['waits while the row is being stored', [typed('a', '3'), sent, heard(2, { amount: '4' })], { amount: '3' }],
    ['is too old after an own save', [typed('a', '3'), sent, saved(3), heard(2, { amount: '4' })], { amount: '3' }],
    ['comes before the row is locked', [heard(2, { amount: '20' }, false)], { amount: '20' }],
    [
      'stays where what was taken back stood before it',
      [filled(['a', '3']), sent, saved(3), heard(4, { amount: '4' }), undone],
      { amount: '4' },
    ],
    [
      'stays where what is done again stood before it',
      [filled(['a', '3']), undone, heard(2, { amount: '4' }), redone],
      { amount: '4' },
    ],
  ])('%s', (_, events, expected) => {
    expect(draftOf(told(...events), 'a').mine).toEqual({ ...CELLS, ...expected });
  });

  it('is upon its version, and is asked about once', () => {
    const sheet = told(heard(2, { amount: '20' }));
    expect(draftOf(sheet, 'a')).toMatchObject({ version: 2, taken: { fields: ['amount'] }, conflict: null });
    expect(changeSheet(sheet, heard(2, { amount: '20' }))).toBe(sheet);
    const both = told(typed('a', '約3'), heard(2, { amount: '4' }));
    expect(draftOf(both, 'a').conflict?.fields).toEqual(['amount']);
    const takenBack = { conflict: null, taken: { fields: ['amount'] }, mine: { amount: '4' } };
    const dueAfter = (event: SheetEvent) => draftOf([event, due].reduce(changeSheet, both), 'a');
    for (const event of [undone, typed('a', '10')]) expect(dueAfter(event)).toMatchObject(takenBack);
    expect(unsendableCells(dueAfter(undone))).toBeNull();
    expect(dueAfter(typed('a', '４'))).toMatchObject({ conflict: null, taken: null });
    expect(dueAfter(typed('a', '5'))).toMatchObject({
      conflict: { fields: ['amount'], choices: {} },
      mine: { amount: '5' },
    });
  });

  it('is asked for but where a row is being stored, and in any case where it can’t be written', () => {
    const busy = told(typed('a', '3'), sent, heard(1, {}, false));
    expect(heardRows(busy).map(({ id }) => id)).toEqual(['b', 'c']);
    const locked = told(heard(1, {}, false));
    expect([isLocked(locked, 'a'), locked.statuses.a]).toEqual([true, 'in_review']);
    expect(heardRows(locked)[0]).toEqual({ id: 'a', version: 0, status: 'in_review' });
    expect(changeSheet(locked, heard(1, {}, false))).toBe(locked);
    const closed = newSheet([{ id: 'a', ...ROW, isWritable: false }]);
    expect(heardRows(closed)).toEqual([{ id: 'a', version: 0, status: 'draft' }]);
  });

  it('is a status alone where a row was submitted and returned between two askings', () => {
    const { row } = heard(1, {}) as Extract<SheetEvent, { kind: 'heard' }>;
    const sheet = told(typed('a', '3'), { kind: 'heard', row: { ...row, status: 'returned' } });
    expect(heardRows(sheet)[0]).toEqual({ id: 'a', version: 1, status: 'returned' });
    expect(draftOf(sheet, 'a')).toMatchObject({ conflict: null, taken: null, mine: { amount: '3' } });
  });

  it('unlocks a row that was pulled back or returned, and what was kept there can be stored', () => {
    const kept = told(heard(2, { name: '別' }, false), typed('a', '3'), left);
    const back = changeSheet(kept, heard(2, { name: '別' }));
    expect([isLocked(back, 'a'), back.statuses.a]).toEqual([false, 'draft']);
    expect(draftOf(back, 'a').mine).toMatchObject({ name: '別', amount: '3' });
    expect([unsendableCells(draftOf(kept, 'a')), unsendableCells(draftOf(back, 'a'))]).toEqual([null, []]);
    const both = changeSheet(kept, heard(3, { amount: '4' }));
    expect(draftOf(both, 'a').conflict).toMatchObject({ fields: ['amount'], isLocked: false });
    // Refused before anything was heard of it: what another has stored in it is nothing that was typed here.
    const locked = draftOf(told(typed('a', '3'), conflict('a', { name: '別' }, true)), 'a');
    expect(locked).toMatchObject({ version: 2, conflict: { fields: ['amount'] }, mine: { name: '別', amount: '3' } });
    const refused = told(typed('a', '3'), conflict('a', { name: '別' }, true), heard(2, { name: '別' }));
    expect(draftOf(refused, 'a')).toMatchObject({ version: 2, conflict: null, mine: { name: '別', amount: '3' } });
  });

  it.each<[string, SheetEvent[], ReturnType<typeof heard>, boolean]>([
    ['another text', [], heard(2, { amount: '4' }), true],
    ['no other text where it locks the row alone', [typed('a', '3')], heard(1, {}, false), false],
    ['no text that is asked about', [typed('a', '3')], heard(2, { amount: '4' }), false],
  ])('puts %s into the row', (_, events, event, expected) => {
    if (event.kind === 'heard') expect(isRewritten(told(...events), event.row)).toBe(expected);
  });
});

it('writes nothing into a row that can’t be stored any more', () => {
  const sheet = told(typed('a', '2'), left, conflict('a', {}, true), filled(['a', '5'], ['b', '5']));
  expect(amounts(sheet)).toBe('2 5 10');
});

it('keeps what is typed into a row that can’t be stored, counts it, takes it back and does it again', () => {
  const kept = told(conflict('a', {}, true), typed('a', '2'), typed('a', '25'), left);
  expect([amounts(kept), rowsWhere(kept, isUnsavable)]).toEqual(['25 10 10', ['a']]);
  const back = changeSheet(kept, undone);
  expect([amounts(back), rowsWhere(back, isUnsaved)]).toEqual(['10 10 10', []]);
  expect(amounts(changeSheet(back, redone))).toBe('25 10 10');
  const restored = {
    kind: 'restored',
    base: CELLS,
    fields: { ...CELLS, rank: '7' },
    unanswered: [],
    change: null,
  } as const;
  const settled = newSheet([{ id: 'a', ...ROW, isWritable: false }]);
  const again = changeSheet(settled, row('a', restored));
  expect([draftOf(again, 'a').mine.rank, rowsWhere(again, isUnsavable)]).toEqual(['7', ['a']]);
});

it('takes back nothing that can’t be stored any more, and says of how many cells', () => {
  const sheet = told(filled(['a', '2'], ['b', '3']), conflict('a', { amount: '2' }, true));
  expect([stepSize(sheet, 'undone'), turnedCells(sheet, 'undone').map(({ rowId }) => rowId)]).toEqual([2, ['b']]);
  const back = changeSheet(sheet, undone);
  expect(amounts(back)).toBe('2 10 10');
  expect(amounts(changeSheet(back, redone))).toBe('2 3 10');
  expect(stepSize(back, 'undone')).toBe(0);
});

it('tells what keeps every row from being stored from what is one row’s', () => {
  const two = filled(['a', '2'], ['b', '3']);
  expect(problemOfAll(told(two, failed('a', 'forbidden')))).toBeNull();
  const signedOut = told(two, failed('a', 'forbidden'), failed('b', 'signed_out'));
  expect(problemOfAll(signedOut)).toBe('signed_out');
  // Nothing is left to be stored, and nothing would tell that it is over.
  expect(problemOfAll(changeSheet(signedOut, undone))).toBeNull();
  expect(problemOfAll(told(two, failed('b', 'unreachable')))).toBe('unreachable');
});

it('sends what was taken back where what it takes back may be stored', () => {
  const lost = told(filled(['a', '2']), sent, failed('a', 'unreachable'), undone);
  expect([unsendableCells(draftOf(lost, 'a')), problemOfAll(lost)]).toEqual([[], 'unreachable']);
  const refused = told(filled(['a', '2']), sent, failed('a', 'signed_out'), undone);
  expect([unsendableCells(draftOf(refused, 'a')), problemOfAll(refused)]).toEqual([null, null]);
});

it('counts the rows that aren’t stored', () => {
  expect(rowsWhere(told(typed('a', '2'), filled(['b', '3'])), isUnsaved)).toEqual(['a', 'b']);
  expect(rowsWhere(told(typed('a', '2'), sent, saved(2), filled(['b', '3'])), isUnsaved)).toEqual(['b']);
});

it('reads and names cells', () => {
  expect(cellOfName(cellName('a', 'rank'))).toEqual({ rowId: 'a', field: 'rank' });
  expect([cellOfName('a'), cellOfName('a.summary'), cellOfName('')]).toEqual([null, null, null]);
  expect(cellsOf({ name: '名', mark: null, rank: 3, amount: 1234 })).toEqual({
    ...CELLS,
    name: '名',
    rank: '3',
    amount: '1,234',
  });
  expect(wrongCells({ name: ' ', mark: '拡大', rank: '0', amount: '約5' })).toEqual({
    name: 'required',
    mark: 'not_in_list',
    rank: 'not_up_to_999',
    amount: 'not_an_amount',
  });
});
