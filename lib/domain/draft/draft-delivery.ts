import { fail, type Outcome } from '@/lib/domain/result';
import {
  changedFields,
  type Draft,
  type DraftEvent,
  type FieldOf,
  type Fields,
  type Same,
  type Stored,
  sentUpon,
  undecidedFields,
  withoutWrong,
} from './draft';

/** What is stored now, when somebody else was faster. */
export type Latest<F> = Stored<F> & { isLocked?: boolean };

/** output: null where the answer got lost and what was sent turned out to be stored. */
export type Delivered<F, Output> = { output: Output | null; fields: F; version: number; isPartial: boolean };

type Delivery<F, Output> = {
  current: () => Draft<F>;
  tell: (event: DraftEvent<F>) => void;
  send: (fields: F, version: number) => Promise<Outcome<Output>>;
  /** For what others may change, too. */
  latest: (() => Promise<Outcome<Latest<F>>>) | undefined;
  same: Same;
  /** What can't be stored as it stands now. */
  wrong: () => readonly FieldOf<F>[];
  isLong: boolean;
};

/** Somebody else may change it again and again; then a person decides when to go on. */
const MOST_TRIES = 4;

const versionOf = (output: unknown, before: number): number =>
  typeof output === 'object' && output && 'version' in output ? Number(output.version) : before;

/** What one press stores: taken when its turn comes, kept over the times that it is sent again, upon what is stored by then. */
export type Pressed<F> = { text?: { fields: F; base: F; isPartial: boolean } };

function take<F extends Fields>(pressed: Pressed<F>, draft: Draft<F>, wrong: readonly FieldOf<F>[], same: Same) {
  const { text } = pressed;
  if (!text) return { fields: withoutWrong(draft, wrong), base: draft.base, isPartial: wrong.length > 0 };
  return {
    ...text,
    fields: sentUpon(text.fields, { base: text.base, theirs: draft.theirs }, same),
    base: draft.theirs,
  };
}

/**
 * Sends what stood there when its turn came, which may be long after the press, and once more upon what others have stored
 * meanwhile, as long as they changed other fields.
 */
export async function deliver<F extends Fields, Output>(
  { current, tell, send, latest, same, wrong, isLong }: Delivery<F, Output>,
  pressed: Pressed<F> = {},
): Promise<Outcome<Delivered<F, Output>>> {
  // The question came up after the press; in a short form, the press is the answer.
  const isAsking = !current().conflict?.isLocked && undecidedFields(current()).length > 0;
  if (isLong && isAsking) return fail('conflict');
  pressed.text = take(pressed, current(), wrong(), same);
  let { fields, base } = pressed.text;
  const { isPartial } = pressed.text;
  for (let tries = 1; ; tries++) {
    const { version } = current();
    const answer = await send(fields, version);
    if (answer.ok) {
      const newest = versionOf(answer.value, version);
      return { ok: true, value: { output: answer.value, fields, version: newest, isPartial } };
    }
    if (answer.code !== 'conflict' || !latest || tries === MOST_TRIES) return answer;
    const found = await latest();
    if (!found.ok) return found;
    const { isLocked = false, ...stored } = found.value;
    fields = sentUpon(fields, { base, theirs: stored.fields }, same);
    base = stored.fields;
    pressed.text = { fields, base, isPartial };
    tell({ kind: 'conflict', stored, isLocked });
    if (isLocked || undecidedFields(current()).length > 0) return answer;
    // An answer that got lost on its way: what the server has is what was sent.
    if (changedFields(stored.fields, fields, same).length === 0) {
      return { ok: true, value: { output: null, fields, version: stored.version, isPartial } };
    }
  }
}
