import type { LastChange } from '@/lib/domain/choice';
import { isUnclear, type Problem } from '@/lib/domain/result';

/** A line of text, a mark, or what is ticked in a list. */
export type Value = string | boolean | readonly string[];
export type Fields = Readonly<Record<string, Value>>;
export type FieldOf<F> = keyof F & string;
/** Whether two contents of a field mean the same. */
export type Same = (field: string, one: Value, other: Value) => boolean;

type Parser = { safeParse: (value: unknown) => { success: boolean; data?: unknown } };

/** As the schema of each field reads it; `３，８９８` and `3,898` are the same amount. What can't be read stays what it is. */
export function sameIn(inputs: Record<string, Parser>): Same {
  const read = (field: string, value: Value): string => {
    const parsed = inputs[field]?.safeParse(value);
    return JSON.stringify(parsed?.success ? parsed.data : value);
  };
  return (field, one, other) => one === other || read(field, one) === read(field, other);
}

/** Mine upon theirs, where what is asked about has to fit to what is stored: an order of entries that came and went. */
export type Rebase = (mine: Value, theirs: Value) => Value;

/** What the server has. Version 0: nothing yet. */
export type Stored<F> = { version: number; fields: F; lastChange?: LastChange | null };
export type Side = 'mine' | 'theirs';

/** Fields that two have changed to something else: a person chooses. */
export type Conflict<F> = {
  fields: readonly FieldOf<F>[];
  choices: Partial<Record<FieldOf<F>, Side>>;
  /** What was typed here, for the way back. */
  mine: F;
  change: LastChange | null;
  /** Nothing of it can be stored any more. */
  isLocked: boolean;
};

export type Saving =
  | { kind: 'idle' | 'saving' }
  /** isPartial: all but what has to be corrected first. */
  | { kind: 'saved'; at: Date; isPartial: boolean }
  | { kind: 'failed'; problem: Problem };

export type Draft<F> = {
  version: number;
  /** What each field of `mine` was made from. */
  base: F;
  mine: F;
  /** What is stored, as far as this page has heard. */
  theirs: F;
  conflict: Conflict<F> | null;
  /** What somebody else changed and was taken over without a question. */
  taken: { fields: readonly FieldOf<F>[]; change: LastChange | null } | null;
  /** Sent, and never answered: if it turns out to be stored, nobody else did it. */
  unanswered: readonly F[];
  saving: Saving;
};

export type DraftEvent<F> =
  | { kind: 'typed'; fields: F }
  | { kind: 'sent' }
  | { kind: 'saved'; version: number; fields: F; at: Date; isPartial?: boolean }
  | { kind: 'failed'; problem: Problem; fields: F }
  /** Nothing was stored: fields have to be corrected first. */
  | { kind: 'wrong' }
  /** A newer version is there than the one that this was made from. */
  | { kind: 'conflict'; stored: Stored<F>; isLocked?: boolean }
  | { kind: 'chosen'; field: FieldOf<F>; side: Side }
  /** An earlier visit's text comes back. */
  | { kind: 'restored'; base: F; fields: F; change: LastChange | null };

export const newDraft = <F extends Fields>({ version, fields }: Stored<F>): Draft<F> => ({
  version,
  base: fields,
  mine: fields,
  theirs: fields,
  conflict: null,
  taken: null,
  unanswered: [],
  saving: { kind: 'idle' },
});

export const changedFields = <F extends Fields>(before: F, after: F, same: Same): FieldOf<F>[] =>
  (Object.keys(after) as FieldOf<F>[]).filter((field) => !same(field, before[field] as Value, after[field] as Value));

/** The fields that aren't stored as they stand here. */
export const unsavedFields = <F extends Fields>({ theirs, mine }: Draft<F>, same: Same): FieldOf<F>[] =>
  changedFields(theirs, mine, same);

export const undecidedFields = <F>({ conflict }: Pick<Draft<F>, 'conflict'>): FieldOf<F>[] =>
  conflict ? conflict.fields.filter((field) => conflict.choices[field] === undefined) : [];

/** Everything but the fields that are wrong: of those, what is stored stays. */
export const withoutWrong = <F extends Fields>({ theirs, mine }: Draft<F>, wrong: readonly FieldOf<F>[]): F => ({
  ...mine,
  ...Object.fromEntries(wrong.map((field) => [field, theirs[field]])),
});

/** What was sent, upon what somebody else has stored meanwhile: of it, only what it changed. */
export const sentUpon = <F extends Fields>(sent: F, { base, theirs }: { base: F; theirs: F }, same: Same): F => {
  const mine = changedFields(base, sent, same).map((field) => [field, sent[field]]);
  return { ...theirs, ...Object.fromEntries(mine) };
};

export type Rules = { same: Same; rebase?: Rebase | undefined };

type Found = 'same' | 'taken' | 'kept' | 'asked';

/** A field that only one of two changed takes that change; where both did, a person has to choose. */
function merge<F extends Fields>(
  draft: Draft<F>,
  stored: F,
  change: LastChange | null,
  { same, rebase = (mine) => mine }: Rules,
): Draft<F> {
  // A field may have come, as a category with its first entry, or gone, as one with its last.
  const here = { ...stored, ...draft.mine };
  const find = (field: FieldOf<F>): Found => {
    const [base, mine, theirs] = [draft.base, here, stored].map((of) => of[field] as Value) as [Value, Value, Value];
    if (same(field, mine, theirs)) return 'same';
    if (same(field, mine, base)) return 'taken';
    const wasSent = draft.unanswered.some((sent) => same(field, sent[field] as Value, theirs));
    return wasSent || same(field, base, theirs) ? 'kept' : 'asked';
  };
  const all = Object.keys(here) as FieldOf<F>[];
  const found = Object.fromEntries(all.map((field) => [field, find(field)])) as Record<FieldOf<F>, Found>;
  const those = (wanted: Found) => all.filter((field) => found[field] === wanted);
  const pick = (fields: readonly FieldOf<F>[], from: F) =>
    Object.fromEntries(fields.map((field) => [field, from[field]]));
  const { conflict } = draft;
  const decided = all.filter((field) => conflict?.choices[field] && found[field] !== 'asked');
  const questions = all.filter((field) => found[field] === 'asked' || decided.includes(field));
  const rebased = those('asked').map((field) => [field, rebase(here[field] as Value, stored[field] ?? [])]);
  const mine = { ...here, ...pick(those('taken'), stored), ...Object.fromEntries(rebased) };
  return {
    ...draft,
    base: { ...stored, ...pick(those('asked'), draft.base) },
    mine,
    theirs: stored,
    taken: those('taken').length > 0 ? { fields: those('taken'), change } : draft.taken,
    conflict:
      questions.length === 0
        ? null
        : {
            fields: questions,
            choices: Object.fromEntries(
              decided.map((field) => [field, conflict?.choices[field]]),
            ) as Conflict<F>['choices'],
            mine: { ...mine, ...(conflict && pick(decided, conflict.mine)) },
            change,
            isLocked: false,
          },
  };
}

/** What was typed stays, upon the version that it was made from; nothing of it can go on. */
const lock = <F extends Fields>(draft: Draft<F>, { fields, lastChange = null }: Stored<F>, same: Same): Draft<F> => ({
  ...draft,
  theirs: fields,
  conflict: {
    fields: changedFields(fields, draft.mine, same),
    choices: {},
    mine: draft.mine,
    change: lastChange,
    isLocked: true,
  },
});

function choose<F extends Fields>(draft: Draft<F>, field: FieldOf<F>, side: Side): Draft<F> {
  const { conflict, theirs } = draft;
  if (!conflict || conflict.choices[field] === side) return draft;
  const kept = conflict.choices[field] === 'theirs' ? conflict.mine[field] : draft.mine[field];
  return {
    ...draft,
    base: { ...draft.base, [field]: theirs[field] },
    mine: { ...draft.mine, [field]: side === 'theirs' ? theirs[field] : kept },
    conflict: {
      ...conflict,
      choices: { ...conflict.choices, [field]: side },
      mine: { ...conflict.mine, [field]: kept },
    },
  };
}

/** A field whose content somebody else's stands in keeps what was typed before. */
function write<F extends Fields>(draft: Draft<F>, fields: F, same: Same): Draft<F> {
  const { conflict } = draft;
  const typed = conflict?.fields.filter((field) => conflict.choices[field] !== 'theirs') ?? [];
  const isSame = changedFields(draft.mine, fields, same).length === 0;
  if (!conflict || isSame) return { ...draft, mine: fields, taken: isSame ? draft.taken : null };
  const mine = { ...conflict.mine, ...Object.fromEntries(typed.map((field) => [field, fields[field]])) };
  return { ...draft, mine: fields, taken: null, conflict: { ...conflict, mine } };
}

/** The one place where what is typed, what is stored and what others store come together. */
export function changeDraft<F extends Fields>(draft: Draft<F>, event: DraftEvent<F>, rules: Rules): Draft<F> {
  const { same } = rules;
  switch (event.kind) {
    case 'typed':
      return write(draft, event.fields, same);
    case 'sent':
      return { ...draft, taken: null, saving: { kind: 'saving' } };
    case 'saved': {
      const { version, fields, at, isPartial = false } = event;
      const saving = { kind: 'saved', at, isPartial } as const;
      return { ...draft, version, base: fields, theirs: fields, conflict: null, unanswered: [], saving };
    }
    case 'failed': {
      const { problem, fields } = event;
      const isNew = isUnclear(problem) && !draft.unanswered.includes(fields);
      const unanswered = isNew ? [...draft.unanswered, fields] : draft.unanswered;
      return { ...draft, unanswered, saving: { kind: 'failed', problem } };
    }
    case 'wrong':
      return { ...draft, saving: { kind: 'idle' } };
    case 'conflict': {
      const { stored, isLocked = false } = event;
      const idle = { ...draft, saving: { kind: 'idle' } } as const;
      if (isLocked) return lock(idle, stored, same);
      return merge({ ...idle, version: stored.version }, stored.fields, stored.lastChange ?? null, rules);
    }
    case 'chosen':
      return choose(draft, event.field, event.side);
    case 'restored': {
      const { base, fields, change } = event;
      return merge({ ...draft, base, mine: fields, conflict: null, unanswered: [] }, draft.theirs, change, rules);
    }
  }
}
