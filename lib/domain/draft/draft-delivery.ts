import { fail, type Outcome } from '@/lib/domain/result';
import {
  changedFields,
  type Draft,
  type DraftEvent,
  type Fields,
  type Same,
  type Stored,
  undecidedFields,
} from './draft';

/** output: null where the answer got lost and what was sent turned out to be stored. */
type Delivered<Output> = { output: Output | null; version: number };

type Delivery<F, Output> = {
  current: () => Draft<F>;
  tell: (event: DraftEvent<F>) => void;
  send: (fields: F, version: number) => Promise<Outcome<Output>>;
  /** What is stored now, for what others may change, too. */
  latest: (() => Promise<Outcome<Stored<F>>>) | undefined;
  same: Same;
  isLong: boolean;
  /** The field that somebody is writing in: it isn't changed under the cursor, and what others did in it waits. */
  writtenIn?: (() => string | null) | undefined;
};

/** Somebody else may change it again and again; then a person decides when to go on. */
const MOST_TRIES = 4;

const versionOf = (output: unknown, before: number): number =>
  typeof output === 'object' && output && 'version' in output ? Number(output.version) : before;

/** Sends what the draft has as sent, and once more upon what others have stored meanwhile, as long as they changed other fields. */
export async function deliver<F extends Fields, Output>({
  current,
  tell,
  send,
  latest,
  same,
  isLong,
  writtenIn,
}: Delivery<F, Output>): Promise<Outcome<Delivered<Output>>> {
  const isAsking = () => undecidedFields(current()).length > 0;
  // The question came up after the press; in a short form, the press is the answer.
  if (isLong && isAsking()) return fail('conflict');
  for (let tries = 1; ; tries++) {
    const { sent, version } = current();
    const answer = await send(sent.fields, version);
    if (answer.ok) return { ok: true, value: { output: answer.value, version: versionOf(answer.value, version) } };
    if (answer.code !== 'conflict' || !latest || tries === MOST_TRIES) return answer;
    const found = await latest();
    if (!found.ok) return found;
    const stored = found.value;
    const field = writtenIn?.();
    const { mine, base } = current();
    const isTakenOver = (name: string) =>
      same(name, mine[name], base[name]) && !same(name, mine[name], stored.fields[name]);
    if (field && !stored.isLocked && isTakenOver(field)) return answer;
    tell({ kind: 'conflict', stored });
    if (stored.isLocked || isAsking()) return answer;
    // An answer that got lost on its way: what the server has is what was sent.
    if (changedFields(stored.fields, current().sent.fields, same).length === 0) {
      return { ok: true, value: { output: null, version: stored.version } };
    }
  }
}
