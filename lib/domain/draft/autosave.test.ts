import { expect, it } from 'vitest';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { Problem } from '@/lib/domain/result';
import { autosaveStep, type Occasion, pauseFrom } from './autosave';
import type { Conflict, Saving } from './draft';

const SAVED: Saving = { kind: 'saved', at: new Date(0) };
const failed = (problem: Problem): Saving => ({ kind: 'failed', problem });
type Step = ReturnType<typeof autosaveStep>;
const ALL: Occasion[] = ['typed', 'composed', 'paused', 'left', 'hidden', 'back', 'answered'];

const conflict: Conflict<EntryFieldsText> = { fields: ['name'], choices: {}, change: null, isLocked: false };

it.each<[string, Partial<Parameters<typeof autosaveStep<EntryFieldsText>>[1]>, Partial<Record<Occasion, Step>>]>([
  ['nothing under way', {}, { paused: 'save', left: 'save', hidden: 'save', back: 'save' }],
  [
    'stored before',
    { saving: SAVED },
    { paused: 'save', left: 'save', hidden: 'save', back: 'save', answered: 'wait' },
  ],
  ['the IME composes', { isComposing: true }, {}],
  ['one is under way: the next comes after its answer', { saving: { kind: 'saving' } }, {}],
  ['a person has to choose', { conflict }, {}],
  ['it passes, and is sent again anyway', { saving: failed('unreachable') }, {}],
  ['the session has ended: who comes back may have signed in', { saving: failed('signed_out') }, { back: 'save' }],
])('%s', (_name, moment, expected) => {
  const steps = ALL.map((occasion) => [
    occasion,
    autosaveStep<EntryFieldsText>(occasion, {
      saving: { kind: 'idle' },
      conflict: null,
      isComposing: false,
      ...moment,
    }),
  ]);
  const always = { typed: 'wait', composed: 'wait', paused: 'nothing', left: 'nothing', hidden: 'nothing' };
  expect(Object.fromEntries(steps)).toEqual({ ...always, back: 'nothing', answered: 'nothing', ...expected });
});

it.each([
  ['begins', 0, 2000],
  ['goes on', 20_000, 2000],
  ['goes on for long', 29_000, 1000],
  ['has been composing when it was time', 40_000, 0],
])('waits for a pause while the typing %s', (_name, now, expected) => {
  expect(pauseFrom(0, now)).toBe(expected);
});
