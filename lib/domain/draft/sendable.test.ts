import { expect, it } from 'vitest';
import { blankFields } from '@/lib/domain/entry/entry-difference';
import { type EntryFieldsText, entryFieldsInput } from '@/lib/domain/entry/entry-input';
import { changeDraft, type Draft, newDraft, sameIn } from './draft';
import { refusedOf, sendable } from './sendable';

const ID = '018f0000-0000-7000-8000-000000000001';
const STORED: EntryFieldsText = { ...blankFields, name: '事業', categoryId: ID, amount: '1' };
const same = sameIn(entryFieldsInput.shape);
const TOGETHER = ['lastYear', 'lastYearProjectId', 'recordedLastYearAmount'] as const;
const typed = (stored: EntryFieldsText, text: Partial<EntryFieldsText>): Draft<EntryFieldsText> =>
  changeDraft(newDraft({ version: 1, fields: stored }), { kind: 'typed', fields: { ...stored, ...text } }, { same });

it.each<[string, EntryFieldsText, Partial<EntryFieldsText>, string[], boolean]>([
  ['nothing typed', STORED, {}, [], false],
  ['typed and right', STORED, { summary: '概要' }, [], true],
  ['the same in other letters', STORED, { amount: '１千円' }, [], false],
  ['wrong alone', STORED, { amount: '三' }, ['amount'], false],
  ['wrong beside what is right', STORED, { amount: '三', summary: '概要' }, ['amount'], true],
  ['too long', STORED, { summary: '長'.repeat(1001) }, ['summary'], false],
  ['a name that was emptied', STORED, { name: '', summary: '概要' }, ['name'], true],
  ['new, without a name', { ...STORED, name: '' }, { summary: '概要' }, ['name'], false],
  [
    'new, without a name and too long',
    { ...STORED, name: '' },
    { summary: '長'.repeat(1001) },
    ['name', 'summary'],
    false,
  ],
  ['new, with a name', { ...STORED, name: '' }, { name: '新' }, [], true],
  [
    'a project of last year is announced and not chosen',
    STORED,
    { lastYear: 'project', summary: '概要' },
    [...TOGETHER],
    true,
  ],
  [
    'that, beside what is too long',
    STORED,
    { lastYear: 'project', summary: '長'.repeat(1001), remarks: '備考' },
    [...TOGETHER, 'summary'],
    true,
  ],
])('what can be stored: %s', (_name, stored, text, wrong, isRestWorth) => {
  expect(sendable(typed(stored, text), entryFieldsInput, same, TOGETHER)).toMatchObject({
    wrong,
    needed: stored.name || text.name ? [] : ['name'],
    isRestWorth,
  });
});

it('stores the rest by itself while what the server refused stands as it was', () => {
  const said = { lastYear: 'project', lastYearProjectId: ID } as const;
  const refused = refusedOf({ ...STORED, ...said }, { lastYearProjectId: 'not_in_list' });
  const now = (text: Partial<EntryFieldsText>) =>
    sendable(typed(STORED, text), entryFieldsInput, same, TOGETHER, refused);
  expect(now({ ...said, summary: '概要' })).toMatchObject({ wrong: TOGETHER, needed: [], isRestWorth: true });
  expect(now(said)).toMatchObject({ wrong: TOGETHER, isRestWorth: false });
  const other = { ...said, lastYearProjectId: ID.replace(/1$/, '2') };
  expect(now({ ...other, summary: '概要' })).toMatchObject({ wrong: [], isRestWorth: true });
});
