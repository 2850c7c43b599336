import { describe, expect, it } from 'vitest';
import { entryFieldsInput } from '@/lib/domain/entry/entry-input';
import { mergedOrder } from '@/lib/domain/entry/entry-order';
import { userFieldsInput } from '@/lib/domain/people/user';
import {
  changeDraft,
  changedFields,
  type Draft,
  type DraftEvent,
  newDraft,
  sameIn,
  undecidedFields,
  withoutWrong,
} from './draft';

type Text = { name: string; summary: string; amount: string };
/** Spaces at the ends are not stored. */
const same = (_field: string, one: unknown, other: unknown) => String(one).trim() === String(other).trim();

const BASE: Text = { name: '事業', summary: '概要', amount: '1' };
const at = new Date(0);
const change = { by: '別の人', isOwn: false, at: at.toISOString() };
const typed = (text: Partial<Text>): DraftEvent<Text> => ({ kind: 'typed', fields: { ...BASE, ...text } });
const sent: DraftEvent<Text> = { kind: 'sent', wrong: [] };
const saved: DraftEvent<Text> = { kind: 'saved', version: 2, at };
const conflict = (text: Partial<Text>, version = 2): DraftEvent<Text> => ({
  kind: 'conflict',
  stored: { version, fields: { ...BASE, ...text }, lastChange: change },
});
const lost: DraftEvent<Text> = { kind: 'failed', problem: 'unreachable' };
const chosen = (field: keyof Text, side: 'mine' | 'theirs'): DraftEvent<Text> => ({ kind: 'chosen', field, side });
const restored = (base: Partial<Text>, text: Partial<Text>, ...unanswered: Partial<Text>[]): DraftEvent<Text> => ({
  kind: 'restored',
  base: { ...BASE, ...base },
  fields: { ...BASE, ...text },
  unanswered: unanswered.map((text) => ({ ...BASE, ...text })),
  change,
});

const after = (...events: DraftEvent<Text>[]): Draft<Text> =>
  events.reduce(
    (draft: Draft<Text>, event) => changeDraft(draft, event, { same }),
    newDraft({ version: 1, fields: BASE } as { version: number; fields: Text }),
  );

type Seen = { mine: Partial<Text>; unsaved: string[]; asked?: string[]; taken?: string[]; version?: number };

describe('what is on the screen, what of it is not stored, and what is asked', () => {
  it.each<[string, DraftEvent<Text>[], Seen]>([
    ['nothing has happened', [], { mine: {}, unsaved: [], version: 1 }],
    ['typed', [typed({ name: 'a' })], { mine: { name: 'a' }, unsaved: ['name'] }],
    ['typed and typed back', [typed({ name: 'a' }), typed({})], { mine: {}, unsaved: [] }],
    ['a space that is not stored', [typed({ name: '事業 ' })], { mine: { name: '事業 ' }, unsaved: [] }],
    ['saved', [typed({ name: 'a' }), sent, saved], { mine: { name: 'a' }, unsaved: [], version: 2 }],
    [
      'typed after the press',
      [typed({ name: 'a' }), sent, typed({ name: 'ab' }), saved],
      { mine: { name: 'ab' }, unsaved: ['name'], version: 2 },
    ],
    [
      'another field typed after the press',
      [typed({ name: 'a' }), sent, typed({ name: 'a', amount: '2' }), saved],
      { mine: { name: 'a', amount: '2' }, unsaved: ['amount'] },
    ],
    [
      'two changed different fields',
      [typed({ name: 'a' }), conflict({ summary: 'b' })],
      { mine: { name: 'a', summary: 'b' }, unsaved: ['name'], taken: ['summary'], version: 2 },
    ],
    [
      'somebody else changed it, I nothing',
      [conflict({ summary: 'b' })],
      { mine: { summary: 'b' }, unsaved: [], taken: ['summary'] },
    ],
    [
      'a newer version of the same content (another thing of it was changed)',
      [typed({ name: 'a' }), conflict({}, 5)],
      { mine: { name: 'a' }, unsaved: ['name'], version: 5 },
    ],
    [
      'two changed the same field to the same',
      [typed({ name: 'a' }), conflict({ name: 'a' })],
      { mine: { name: 'a' }, unsaved: [] },
    ],
    [
      'two changed the same field',
      [typed({ name: 'a' }), conflict({ name: 'b', amount: '2' })],
      { mine: { name: 'a', amount: '2' }, unsaved: ['name'], asked: ['name'], taken: ['amount'] },
    ],
    [
      'mine is chosen',
      [typed({ name: 'a' }), conflict({ name: 'b' }), chosen('name', 'mine')],
      { mine: { name: 'a' }, unsaved: ['name'] },
    ],
    [
      'theirs is chosen',
      [typed({ name: 'a' }), conflict({ name: 'b' }), chosen('name', 'theirs')],
      { mine: { name: 'b' }, unsaved: [] },
    ],
    [
      'there and back: what was typed is there again',
      [typed({ name: 'a' }), conflict({ name: 'b' }), chosen('name', 'theirs'), chosen('name', 'mine')],
      { mine: { name: 'a' }, unsaved: ['name'] },
    ],
    [
      'what was typed on during the question is what comes back',
      [
        typed({ name: 'a' }),
        conflict({ name: 'b' }),
        typed({ name: 'ac' }),
        chosen('name', 'theirs'),
        chosen('name', 'mine'),
      ],
      { mine: { name: 'ac' }, unsaved: ['name'] },
    ],
    [
      'a third version, while the question is open',
      [typed({ name: 'a' }), conflict({ name: 'b', summary: 'x' }), conflict({ name: 'c', summary: 'y' }, 3)],
      { mine: { name: 'a', summary: 'y' }, unsaved: ['name'], asked: ['name'], taken: ['summary'], version: 3 },
    ],
    [
      'a third version after mine was chosen, with another field',
      [typed({ name: 'a' }), conflict({ name: 'b' }), chosen('name', 'mine'), conflict({ name: 'b', amount: '2' }, 3)],
      { mine: { name: 'a', amount: '2' }, unsaved: ['name'], taken: ['amount'] },
    ],
    [
      'a third version of the field after mine was chosen: asked anew',
      [typed({ name: 'a' }), conflict({ name: 'b' }), chosen('name', 'mine'), conflict({ name: 'c' }, 3)],
      { mine: { name: 'a' }, unsaved: ['name'], asked: ['name'] },
    ],
    [
      'the other takes it back',
      [typed({ name: 'a' }), conflict({ name: 'b' }), conflict({}, 3)],
      { mine: { name: 'a' }, unsaved: ['name'] },
    ],
    [
      'an answer that got lost',
      [typed({ name: 'a' }), sent, lost, conflict({ name: 'a' })],
      { mine: { name: 'a' }, unsaved: [] },
    ],
    [
      'an answer that got lost, and typing: no conflict with oneself',
      [typed({ name: 'a' }), sent, lost, typed({ name: 'ab' }), conflict({ name: 'a' })],
      { mine: { name: 'ab' }, unsaved: ['name'] },
    ],
    [
      'what is being sent is heard of before its answer',
      [typed({ name: 'a' }), sent, typed({ name: 'ab' }), conflict({ name: 'a' })],
      { mine: { name: 'ab' }, unsaved: ['name'] },
    ],
    [
      'an answer that got lost, typing, and somebody else upon it',
      [typed({ name: 'a' }), sent, lost, typed({ name: 'ab' }), conflict({ name: 'a', summary: 'theirs' }, 3)],
      { mine: { name: 'ab', summary: 'theirs' }, unsaved: ['name'], taken: ['summary'] },
    ],
    [
      'an answer that got lost again, to what was chosen and sent by itself',
      [
        typed({ name: 'a' }),
        sent,
        lost,
        typed({ name: 'ab' }),
        conflict({ name: 'b' }),
        chosen('name', 'mine'),
        lost,
        typed({ name: 'abc' }),
        conflict({ name: 'ab' }, 3),
      ],
      { mine: { name: 'abc' }, unsaved: ['name'] },
    ],
    [
      'a refusal is no lost answer',
      [
        typed({ name: 'a' }),
        sent,
        { kind: 'failed', problem: 'forbidden' },
        typed({ name: 'ab' }),
        conflict({ name: 'a' }),
      ],
      { mine: { name: 'ab' }, unsaved: ['name'], asked: ['name'] },
    ],
    ['text of an earlier visit', [restored({}, { name: 'a' })], { mine: { name: 'a' }, unsaved: ['name'], version: 1 }],
    [
      'text of an earlier visit, and another field stored since',
      [conflict({ summary: 'b' }, 4), restored({}, { name: 'a' })],
      { mine: { name: 'a', summary: 'b' }, unsaved: ['name'], taken: ['summary'], version: 4 },
    ],
    [
      'text of an earlier visit, and the same field stored since',
      [conflict({ name: 'b' }, 4), restored({}, { name: 'a' })],
      { mine: { name: 'a' }, unsaved: ['name'], asked: ['name'], version: 4 },
    ],
    [
      'text of an earlier visit that had sent a part of it and ended before the answer',
      [conflict({ name: 'a' }, 4), restored({}, { name: 'ab' }, { name: 'a' })],
      { mine: { name: 'ab' }, unsaved: ['name'], version: 4 },
    ],
    [
      'text of an earlier visit that had sent a part of it, and other content stored since',
      [conflict({ name: 'b' }, 4), restored({}, { name: 'ab' }, { name: 'a' })],
      { mine: { name: 'ab' }, unsaved: ['name'], asked: ['name'], version: 4 },
    ],
    [
      'text of an earlier visit, begun during a question that is still open',
      [conflict({ name: 'b' }, 4), restored({ summary: 'c' }, { name: 'a', summary: 'c' })],
      { mine: { name: 'a' }, unsaved: ['name'], asked: ['name'], taken: ['summary'] },
    ],
  ])('%s', (_name, events, { mine, unsaved, asked = [], taken, version }) => {
    const draft = after(...events);
    expect(draft.mine).toEqual({ ...BASE, ...mine });
    expect(changedFields(draft.theirs, draft.mine, same)).toEqual(unsaved);
    expect(undecidedFields(draft)).toEqual(asked);
    if (taken) expect(draft.taken).toEqual({ fields: taken, change });
    if (version) expect(draft.version).toBe(version);
  });
});

it.each<[string, DraftEvent<Text>[], Draft<Text>['saving']]>([
  ['typing', [typed({ name: 'a' })], { kind: 'idle' }],
  ['a press', [sent], { kind: 'saving' }],
  ['an answer', [sent, saved], { kind: 'saved', at }],
  ['a failure', [sent, lost], { kind: 'failed', problem: 'unreachable' }],
  ['news while it is sent', [sent, conflict({ summary: 'b' })], { kind: 'saving' }],
  ['a conflict', [typed({ name: 'a' }), sent, conflict({ name: 'b' }), { kind: 'wrong' }], { kind: 'idle' }],
  [
    'a press that had nothing more to store',
    [typed({ name: 'a' }), sent, saved, typed({ amount: 'x' }), { kind: 'wrong' }],
    { kind: 'saved', at },
  ],
])('after %s', (_name, events, saving) => {
  expect(after(...events).saving).toEqual(saving);
});

it('takes nothing over into what can’t be stored any more, and shows where it differs', () => {
  const stored = { version: 3, fields: { ...BASE, summary: 'theirs' }, lastChange: change };
  const draft = after(typed({ name: 'a' }), { kind: 'conflict', stored: { ...stored, isLocked: true } });
  expect(draft.mine).toEqual({ ...BASE, name: 'a' });
  expect(draft.conflict).toMatchObject({ fields: ['name', 'summary'], isLocked: true, change });
  expect(undecidedFields(draft), 'nothing is asked').toEqual([]);
});

it('an order of what came and went is laid over what is stored', () => {
  const rebase = (mine: unknown, theirs: unknown) => [
    ...(mine as string[]),
    ...(theirs as string[]).filter((id) => id === 'new'),
  ];
  const order = (of: string[]) => ({ version: 2, fields: { list: of } });
  const moved = changeDraft(newDraft(order(['a', 'b'])), { kind: 'typed', fields: { list: ['b', 'a'] } }, { same });
  const event = { kind: 'conflict', stored: order(['a', 'new', 'b']) } as const;
  const { mine, conflict: asked } = changeDraft(moved, event, { same, rebase });
  expect(mine).toEqual({ list: ['b', 'a', 'new'] });
  expect(asked?.fields).toEqual(['list']);
});

it.each<[string, Record<string, string[]>, Record<string, string[]>, string[]]>([
  ['came with its first entry', { one: ['a'], two: ['c'] }, { one: ['a'], two: ['c'] }, []],
  ['was emptied', {}, {}, []],
  ['was emptied while it was arranged', { two: ['a', 'b'] }, { one: [], two: ['a', 'b'] }, ['one']],
])('a category that %s', (name, theirs, mine, asked) => {
  const before = { version: 1, fields: { one: ['a', 'b'] } as Record<string, string[]> };
  const arranged = { one: name.includes('while') ? ['b', 'a'] : ['a', 'b'] };
  const moved = changeDraft(newDraft(before), { kind: 'typed', fields: arranged }, { same: sameIn({}) });
  const rebase = (of: unknown, upon: unknown) => mergedOrder(of as string[], upon as string[]);
  const event = { kind: 'conflict', stored: { version: 2, fields: theirs } } as const;
  const draft = changeDraft(moved, event, { same: sameIn({}), rebase });
  expect(draft.mine).toEqual(mine);
  expect(undecidedFields(draft)).toEqual(asked);
});

it('what was taken over is told until somebody types', () => {
  const taken = [typed({ name: 'a' }), conflict({ summary: 'b' })];
  expect(after(...taken, typed({ name: 'a', summary: 'b' })).taken).not.toBeNull();
  expect(after(...taken, typed({ name: 'ab', summary: 'b' })).taken).toBeNull();
});

it.each<[string, Partial<Text>, Partial<Text>, Partial<Text>]>([
  ['another field', { name: 'a' }, { summary: 'b' }, { name: 'a', summary: 'b' }],
  ['nothing', { name: 'a' }, {}, { name: 'a' }],
  ['the same field, which was decided', { name: 'a' }, { name: 'b' }, { name: 'a' }],
])('sends again only what was changed, upon %s', (_name, mine, theirs, expected) => {
  const draft = after(typed(mine), sent, typed({ ...mine, summary: 'typed since' }), conflict(theirs));
  expect(draft.sent.fields).toEqual({ ...BASE, ...expected });
});

it('stores the rest of what has wrong fields', () => {
  const draft = after(typed({ name: 'a', amount: 'x' }));
  expect(withoutWrong(draft, ['amount'])).toEqual({ ...BASE, name: 'a' });
  const { fields, isPartial } = changeDraft(draft, { kind: 'sent', wrong: ['amount'] }, { same }).sent;
  expect([fields, isPartial]).toEqual([{ ...BASE, name: 'a' }, true]);
  expect(after(sent).sent.isPartial).toBe(false);
});

it.each<[string, string, string | boolean | string[], string | boolean | string[], boolean]>([
  ['an amount in another width', 'amount', '３，８９８', '3,898', true],
  ['an amount in other words', 'amount', '389万8千円', '3,898', true],
  ['another amount', 'amount', '3,898', '3,899', false],
  ['what is no amount', 'amount', 'x', '3,898', false],
  ['a name with spaces around', 'name', ' 事業 ', '事業', true],
  ['another line break', 'summary', 'a\r\nb', 'a\nb', true],
  ['last year’s amount with its unit', 'recordedLastYearAmount', '3592千円', '3,592', true],
  ['0 in place of no amount', 'amount', '0', '', false],
  ['two that are no amounts', 'amount', 'x', 'y', false],
  ['text that shows nothing', 'summary', '\u2800\u200b', '', true],
  ['lines in place of one', 'summary', '一\n二', '一 二', false],
  ['a missing name', 'name', '', '事業', false],
  ['a flag', 'isPriority', true, false, false],
])('%s', (_name, field, one, other, expected) => {
  expect(sameIn(entryFieldsInput.shape)(field, one, other)).toBe(expected);
});

it('roles are the same in any order', () => {
  const isSame = sameIn(userFieldsInput.shape);
  expect(isSame('roles', ['admin', 'drafter'], ['drafter', 'admin'])).toBe(true);
  expect(isSame('roles', ['admin'], ['drafter', 'admin'])).toBe(false);
});
