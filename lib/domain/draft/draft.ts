import type { LastChange } from '@/lib/domain/choice';
import { isUnclear, type Problem } from '@/lib/domain/result';

/** A line of text, a flag, or what is ticked in a list. */
export type Value = string | boolean | readonly string[];
export type Fields = Readonly<Record<string, Value>>;
export type FieldOf<F> = keyof F & string;
/** Whether two contents of a field mean the same. */
export type Same = (field: string, one: Value | undefined, other: Value | undefined) => boolean;
/** Mine upon theirs, where what is asked about has to fit to what is stored: an order of entries that came and went. */
export type Rebase = (mine: Value, theirs: Value) => Value;
type Rules = { same: Same; rebase?: Rebase | undefined };

/** What the server has. Version 0: nothing yet. isLocked: nothing can be stored in its place any more. */
export type Stored<F> = { version: number; fields: F; lastChange?: LastChange | null; isLocked?: boolean };
export type Side = 'mine' | 'theirs';

/** Fields that two have changed to something else: a person chooses. */
export type Conflict<F> = {
  fields: readonly FieldOf<F>[];
  /** And what was typed here before, for the way back. */
  choices: Partial<Record<FieldOf<F>, { side: Side; typed: Value }>>;
  change: LastChange | null;
  /** Nothing of it can be stored any more. */
  isLocked: boolean;
};

export type Saving = { kind: 'idle' | 'saving' } | { kind: 'saved'; at: Date } | { kind: 'failed'; problem: Problem };

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
  /**
   * What the last press stores, and what that was made from. It is sent again as it is, whatever has been typed since.
   * isPartial: it is all but what has to be corrected first.
   */
  sent: { fields: F; base: F; isPartial: boolean };
  /** Sent, and never answered: if it turns out to be stored, nobody else did it. */
  unanswered: readonly F[];
  saving: Saving;
};

export type DraftEvent<F> =
  | { kind: 'typed'; fields: F }
  /** `wrong`: of these, what is stored stays. */
  | { kind: 'sent'; wrong: readonly FieldOf<F>[] }
  | { kind: 'saved'; version: number; at: Date }
  | { kind: 'failed'; problem: Problem }
  /** Nothing was stored, and the form says why by itself. */
  | { kind: 'wrong' }
  /** A newer version is there than the one that this was made from. */
  | { kind: 'conflict'; stored: Stored<F> }
  | { kind: 'chosen'; field: FieldOf<F>; side: Side }
  /** An earlier visit's text comes back, and what that visit had sent without an answer. */
  | { kind: 'restored'; base: F; fields: F; unanswered: readonly F[]; change: LastChange | null };

export const newDraft = <F extends Fields>({ version, fields, isLocked }: Stored<F>): Draft<F> => ({
  version,
  base: fields,
  mine: fields,
  theirs: fields,
  conflict: isLocked ? { fields: [], choices: {}, change: null, isLocked } : null,
  taken: null,
  sent: { fields, base: fields, isPartial: false },
  unanswered: [],
  saving: { kind: 'idle' },
});

export const changedFields = <F extends Fields>(before: F, after: F, same: Same): FieldOf<F>[] =>
  Object.keys(after).filter((field) => !same(field, before[field], after[field]));

/** What a person has to choose. Of what is locked, nothing can be chosen any more. */
export const undecidedFields = <F>({ conflict }: Pick<Draft<F>, 'conflict'>): FieldOf<F>[] =>
  conflict && !conflict.isLocked ? conflict.fields.filter((field) => conflict.choices[field] === undefined) : [];

/** What was typed here, also where theirs has been chosen. */
export function typedFields<F extends Fields>({ mine, conflict }: Pick<Draft<F>, 'mine' | 'conflict'>): F {
  const behind = conflict?.fields.filter((field) => conflict.choices[field]?.side === 'theirs') ?? [];
  return { ...mine, ...Object.fromEntries(behind.map((field) => [field, conflict?.choices[field]?.typed])) };
}

/** Of the two contents of a field that somebody else has changed, too, the one that isn't in it, and whose it is. */
export type OtherContent = { side: Side; value: Value; inField: Value };

/** null: both mean the same. */
export function otherContent<F extends Fields>(draft: Draft<F>, field: FieldOf<F>, same: Same): OtherContent | null {
  const { conflict, mine, theirs } = draft;
  if (!conflict?.fields.includes(field)) return null;
  const side: Side = conflict.choices[field]?.side === 'theirs' ? 'mine' : 'theirs';
  const value = (side === 'mine' ? typedFields(draft) : theirs)[field] as Value;
  return same(field, value, mine[field]) ? null : { side, value, inField: mine[field] as Value };
}

const pick = <T extends object>(fields: readonly (keyof T)[], from: T): Partial<T> =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;

/** Everything but the fields that are wrong: of those, what is stored stays. */
export const withoutWrong = <F extends Fields>({ theirs, mine }: Draft<F>, wrong: readonly FieldOf<F>[]): F => ({
  ...mine,
  ...pick(wrong, theirs),
});

const withSent = <F>({ unanswered, sent }: Draft<F>): readonly F[] =>
  unanswered.includes(sent.fields) ? unanswered : [...unanswered, sent.fields];

/** What was sent and may be stored without this page having heard of it. */
export const unansweredOf = <F>(draft: Draft<F>): readonly F[] =>
  draft.saving.kind === 'saving' ? withSent(draft) : draft.unanswered;

/** A field that only one of two changed takes that change; where both did, a person has to choose. */
function merge<F extends Fields>(
  draft: Draft<F>,
  { version, fields: stored, lastChange: change = null }: Stored<F>,
  { same, rebase = (mine) => mine }: Rules,
): Draft<F> {
  const { base, sent } = draft;
  const choices: Conflict<F>['choices'] = draft.conflict?.choices ?? {};
  const ownWork = unansweredOf(draft);
  // A field may have come, as a category with its first entry, or gone, as one with its last.
  const here = { ...stored, ...draft.mine };
  const different = changedFields(stored, here, same);
  const taken = different.filter((field) => same(field, here[field], base[field]));
  const isOwn = (field: FieldOf<F>) => [base, ...ownWork].some((own) => same(field, own[field], stored[field]));
  const asked = different.filter((field) => !taken.includes(field) && !isOwn(field));
  const decided = Object.keys(here).filter((field) => choices[field] && !asked.includes(field));
  const fields = Object.keys(here).filter((field) => asked.includes(field) || decided.includes(field));
  const rebased = asked.map((field) => [field, rebase(here[field] as Value, stored[field] ?? [])]);
  const changed = changedFields(sent.base, sent.fields, same);
  return {
    ...draft,
    version,
    base: { ...stored, ...pick(asked, base) },
    mine: { ...here, ...pick(taken, stored), ...Object.fromEntries(rebased) },
    theirs: stored,
    sent: { ...sent, base: stored, fields: { ...stored, ...pick(changed, sent.fields) } },
    taken: taken.length > 0 ? { fields: taken, change } : draft.taken,
    conflict: fields.length > 0 ? { fields, choices: pick(decided, choices), change, isLocked: false } : null,
  };
}

/** What was typed stays, upon the version that it was made from; nothing of it can go on. */
const lock = <F extends Fields>(draft: Draft<F>, { fields, lastChange = null }: Stored<F>, same: Same): Draft<F> => ({
  ...draft,
  theirs: fields,
  conflict: { fields: changedFields(fields, draft.mine, same), choices: {}, change: lastChange, isLocked: true },
});

function choose<F extends Fields>(draft: Draft<F>, field: FieldOf<F>, side: Side): Draft<F> {
  const { conflict, base, mine, theirs, sent } = draft;
  if (!conflict || conflict.choices[field]?.side === side) return draft;
  const typed = typedFields(draft)[field] as Value;
  const chosen = { [field]: side === 'theirs' ? theirs[field] : typed };
  return {
    ...draft,
    base: { ...base, [field]: theirs[field] },
    mine: { ...mine, ...chosen },
    // What is sent again follows.
    sent: { ...sent, fields: { ...sent.fields, ...chosen } },
    conflict: { ...conflict, choices: { ...conflict.choices, [field]: { side, typed } } },
  };
}

/** The one place where what is typed, what is stored and what others store come together. */
export function changeDraft<F extends Fields>(draft: Draft<F>, event: DraftEvent<F>, rules: Rules): Draft<F> {
  const { saving } = draft;
  const idle: Saving = { kind: 'idle' };
  switch (event.kind) {
    case 'typed': {
      const isChanged = changedFields(draft.mine, event.fields, rules.same).length > 0;
      return { ...draft, mine: event.fields, taken: isChanged ? null : draft.taken };
    }
    case 'sent': {
      const { wrong } = event;
      const now = { fields: withoutWrong(draft, wrong), base: draft.base, isPartial: wrong.length > 0 };
      return { ...draft, sent: now, taken: null, saving: { kind: 'saving' } };
    }
    case 'saved': {
      const { version, at } = event;
      const { fields } = draft.sent;
      const saved: Saving = { kind: 'saved', at };
      return { ...draft, version, base: fields, theirs: fields, conflict: null, unanswered: [], saving: saved };
    }
    case 'failed': {
      const { problem } = event;
      // What is sent again by itself no longer stands as being sent.
      const unanswered = isUnclear(problem) ? withSent(draft) : draft.unanswered;
      return { ...draft, unanswered, saving: { kind: 'failed', problem } };
    }
    // What was stored before stays so: nothing more could be sent.
    case 'wrong':
      return saving.kind === 'saved' ? draft : { ...draft, saving: idle };
    case 'conflict': {
      const { stored } = event;
      const next = stored.isLocked ? lock(draft, stored, rules.same) : merge(draft, stored, rules);
      const isGoingOn = saving.kind === 'saving' && !stored.isLocked && undecidedFields(next).length === 0;
      return { ...next, saving: isGoingOn ? saving : idle };
    }
    case 'chosen':
      return choose(draft, event.field, event.side);
    case 'restored': {
      const { base, fields, unanswered, change } = event;
      const stored = { version: draft.version, fields: draft.theirs, lastChange: change };
      return merge({ ...draft, base, mine: fields, conflict: null, unanswered }, stored, rules);
    }
  }
}

export type Parser = { safeParse: (value: unknown) => { success: boolean; data?: unknown } };

/** As the schema of each field reads it; `３，８９８` and `3,898` are the same amount. What can't be read stays what it is. */
export function sameIn(inputs: Record<string, Parser>): Same {
  const read = (field: string, value: Value | undefined) => {
    const parsed = inputs[field]?.safeParse(value);
    return JSON.stringify(parsed?.success ? parsed.data : value);
  };
  return (field, one, other) => one === other || read(field, one) === read(field, other);
}
