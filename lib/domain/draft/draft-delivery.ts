import type { Outcome } from '@/lib/domain/result';
import {
  changedFields,
  type Draft,
  type DraftEvent,
  type Fields,
  type Same,
  type Stored,
  sentUpon,
  undecidedFields,
} from './draft';

/** What is stored now, when somebody else was faster. */
export type Latest<F> = Stored<F> & { isLocked?: boolean };

/** output: null where the answer got lost and what was sent turned out to be stored. */
export type Delivered<F, Output> = { output: Output | null; fields: F; version: number };

type Delivery<F, Output> = {
  current: () => Draft<F>;
  tell: (event: DraftEvent<F>) => void;
  send: (fields: F, version: number) => Promise<Outcome<Output>>;
  /** For what others may change, too. */
  latest: (() => Promise<Outcome<Latest<F>>>) | undefined;
  same: Same;
};

/** Somebody else may change it again and again; then a person decides when to go on. */
const MOST_TRIES = 4;

const versionOf = (output: unknown, before: number): number =>
  typeof output === 'object' && output && 'version' in output ? Number(output.version) : before;

/** Sends it, and once more upon what others have stored meanwhile, as long as they changed other fields. */
export async function deliver<F extends Fields, Output>(
  text: F,
  { current, tell, send, latest, same }: Delivery<F, Output>,
): Promise<Outcome<Delivered<F, Output>>> {
  let fields = text;
  for (let tries = 1; ; tries++) {
    const { version } = current();
    const answer = await send(fields, version);
    if (answer.ok)
      return { ok: true, value: { output: answer.value, fields, version: versionOf(answer.value, version) } };
    if (answer.code !== 'conflict' || !latest || tries === MOST_TRIES) return answer;
    const found = await latest();
    if (!found.ok) return found;
    const { isLocked = false, ...stored } = found.value;
    fields = sentUpon(fields, { base: current().base, theirs: stored.fields }, same);
    tell({ kind: 'conflict', stored, isLocked });
    if (isLocked || undecidedFields(current()).length > 0) return answer;
    // An answer that got lost on its way: what the server has is what was sent.
    if (changedFields(stored.fields, fields, same).length === 0) {
      return { ok: true, value: { output: null, fields, version: stored.version } };
    }
  }
}
