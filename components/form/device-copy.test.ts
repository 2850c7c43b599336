import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { blankFields } from '@/lib/domain/entry/entry-difference';
import { entryFieldsInput } from '@/lib/domain/entry/entry-input';
import { isStillKept, keepDeviceCopy, newDraftId, readDeviceCopies } from './device-copy';
import { keptPlace, writeKept } from './device-store';

const place = keptPlace({ accountId: 'a', wardId: 'w', copyKey: btoa('k'.repeat(32)) }, 'entry');
const form = { schema: entryFieldsInput, fields: blankFields };
const TYPED = { ...blankFields, name: '事業', amount: 'x', isPriority: true, summary: '概要' };
const copy = <F>(fields: F) => ({
  draftId: newDraftId(),
  at: new Date().toISOString(),
  version: 1,
  base: fields,
  fields,
});

/** Node has no storage of a browser. */
beforeAll(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const { innovation: _, ...older } = TYPED;

it.each([
  ['as it was typed, right or wrong', TYPED],
  ['with a field that it is too old to know as a blank one', older],
  ['without what the form asked for once', { ...TYPED, departmentId: '課' }],
])('is read %s', (_name, fields) => {
  expect(writeKept(place, [copy(fields)])).toBe(true);
  expect(readDeviceCopies(place, form)).toMatchObject([{ base: TYPED, fields: TYPED }]);
  expect(readDeviceCopies(place, form)[0]?.fields).toEqual(TYPED);
});

it('is read where no schema could be loaded', () => {
  writeKept(place, [copy(TYPED)]);
  expect(readDeviceCopies(place, { ...form, schema: { shape: {} } })).toMatchObject([{ base: TYPED, fields: TYPED }]);
});

it('keeps what was sent without an answer, and reads a copy of before that', () => {
  const unanswered = [{ ...TYPED, summary: '概' }];
  writeKept(place, [{ ...copy(TYPED), unanswered }, copy(TYPED)]);
  expect(readDeviceCopies(place, form).map((kept) => kept.unanswered)).toEqual([unanswered, []]);
});

it.each([{ amount: 1 }, { isPriority: 'true' }, { lastYear: '?' }, { summary: null }])(
  'is not read with %j',
  (wrong) => {
    expect(writeKept(place, [copy({ ...TYPED, ...wrong })])).toBe(true);
    expect(readDeviceCopies(place, form)).toEqual([]);
  },
);

it('is nobody’s to take once another tab has taken it over or thrown it away', () => {
  const found = { ...copy(TYPED), unanswered: [] };
  const keep = (kept: typeof found | null) => {
    keepDeviceCopy(place, form, found.draftId, kept);
    return isStillKept(place, form, found);
  };
  expect(keep(found)).toBe(true);
  expect(keep({ ...found, at: new Date(1).toISOString() })).toBe(false);
  expect(keep(null)).toBe(false);
});
