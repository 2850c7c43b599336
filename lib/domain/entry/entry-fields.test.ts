import { expect, it, vi } from 'vitest';
import type { EntryContent, EntryField } from './entry-fields';

// Everything is loaded anew over the table with one more field, as somebody would add it.
vi.resetModules();
const { ENTRY_FIELDS } = await import('./entry-field-table');
Object.assign(ENTRY_FIELDS, { added: { ...ENTRY_FIELDS.innovation, required: 'always' } });
const { byField, FIELDS, factsOf, TEXT_FIELDS, TYPED_FIELDS } = await import('./entry-fields');
const { blankContent, missingForSubmit, printedTexts, snapshotOf } = await import('./entry');
const { entryFieldsInput, saveEntryInput } = await import('./entry-input');
const { correctionInput } = await import('./entry-administration');
const { blankFields, changedContent, fieldsText } = await import('./entry-difference');
const { changedFields, sameIn } = await import('@/lib/domain/draft/draft');
const { entrySearchKey } = await import('./search-key');
vi.resetModules();

const ADDED = 'added' as EntryField;
const ID = '0191a208-832a-7685-8000-000000000001';
const FILLED = {
  line: '名',
  prose: '文',
  amount: 5,
  number: 7,
  choice: ID,
  option: 'new',
  flag: true,
  lastYear: 'project',
} as const;
const filled = byField(FIELDS, (field) => FILLED[factsOf(field).kind]) as EntryContent;
const only = (field: EntryField): EntryContent => ({ ...blankContent, [field]: filled[field] });

it('is complete', () => {
  expect(FIELDS).toContain(ADDED);
  expect(TYPED_FIELDS).toContain(ADDED);
  expect(Object.keys(blankContent)).toEqual(FIELDS);
  expect(Object.keys(snapshotOf({ ...filled, status: 'draft' }))).toEqual([...FIELDS, 'status', 'findingReasons']);
});

it.each(FIELDS)('%s is in snapshot and comparison', (field) => {
  expect(snapshotOf({ ...filled, status: 'draft' })).toHaveProperty(field, filled[field]);
  expect(changedContent(blankContent, only(field))).toEqual(
    field === 'recordedLastYearAmount' ? ['lastYear', field] : [field],
  );
});

it.each(TYPED_FIELDS)('%s is in the schemas, in the form and in conflicts', (field) => {
  const typed = { ...fieldsText(filled), amount: 'x', [field]: null };
  for (const schema of [entryFieldsInput, saveEntryInput]) {
    const { error } = schema.safeParse({ entryId: ID, version: 1, ...typed });
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  }
  const mine = { ...blankFields, [field]: fieldsText(filled)[field] };
  expect(changedFields(blankFields, mine, sameIn(entryFieldsInput.shape))).toEqual([field]);
});

it.each(FIELDS.filter((field) => factsOf(field).required))('%s is missing while it is blank', (field) => {
  expect(missingForSubmit({ ...filled, [field]: blankContent[field] })).toEqual([field]);
  expect(missingForSubmit({ ...blankContent, isPriority: true })).toContain(field);
  expect(missingForSubmit(blankContent).includes(field)).toBe(factsOf(field).required === 'always');
});

it.each(TEXT_FIELDS)('%s is searched, printed and corrected as the table says', (field) => {
  const marked = { ...filled, [field]: 'しるし' };
  expect(entrySearchKey(marked).includes('シルシ')).toBe(factsOf(field).isSearched === true);
  expect(printedTexts(marked).includes('しるし')).toBe(factsOf(field).isPrinted === true);
  const { error } = correctionInput.safeParse({ ...marked, [field]: 1, reason: '理由' });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
