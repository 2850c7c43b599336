import { type RefObject, useState } from 'react';
import { holdingWays } from '@/components/approval/held-ways';
import { useAction } from '@/components/form/use-action';
import { moveEachEntryAction, saveEntriesAction, takeEntryStepsAction } from '@/lib/actions/entry';
import type { FieldToMend } from '@/lib/domain/entry/entry-fields';
import type { Undecidable } from '@/lib/domain/entry/undecidable';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { afterAct, isStep } from '@/lib/domain/marked/marked';
import type { MarkedAct, MarkedEntry } from '@/lib/domain/marked/marking';
import type { Failure, Result } from '@/lib/domain/result';

/** What is said with an act. */
export type Said = {
  reason?: string | undefined;
  toMend?: readonly FieldToMend[];
  departmentId?: string | undefined;
  categoryId?: string | undefined;
  /** By entry: of the warnings of each that is submitted. */
  answers?: ReadonlyMap<string, FindingReason[]>;
};
export type Act = { act: MarkedAct; entries: readonly MarkedEntry[]; said: Said };
type Saved = { version: number };

/** What came of an act, entry by entry. */
export type ActOutcome = {
  act: MarkedAct;
  /** As they stand now. */
  done: MarkedEntry[];
  failed: (Pick<Failure, 'code' | 'fields'> & { entry: MarkedEntry })[];
};
/** What is asked before an act that would leave entries to nobody. */
type Question = { act: Act; undecidable: Undecidable };

type Answer = Result<Result<Saved>[]>;
async function send({ act, entries, said }: Act, knownUndecidable: string[]): Promise<Answer> {
  const expected = entries.map(({ id: entryId, version }) => ({ entryId, version }));
  const { answers, reason, toMend } = said;
  if (isStep(act)) {
    const inputs = entries.map(({ id: entryId, version, takes }) => ({
      entryId,
      version,
      reason,
      toMend,
      findingReasons: answers?.get(entryId),
      ...(act === 'takeBack' && { takes }),
    }));
    return takeEntryStepsAction({ step: act, inputs });
  }
  if (act !== 'move') return saveEntriesAction(expected.map((one) => ({ ...one, isPriority: act === 'prioritize' })));
  const { departmentId, categoryId } = said;
  return moveEachEntryAction(
    expected.map((one) => ({ entries: [one], departmentId, categoryId, reason, knownUndecidable })),
  );
}

/** What came of each, and of which it is asked first whether they may be left to nobody. */
function outcomeOf(act: Act, results: Result<Saved>[]): { outcome: ActOutcome; asked: Question | null } {
  const outcome: ActOutcome = { act: act.act, done: [], failed: [] };
  const entries: MarkedEntry[] = [];
  const asked: Undecidable[] = [];
  for (const [index, entry] of act.entries.entries()) {
    const result = results[index];
    if (result?.ok) outcome.done.push(afterAct(act.act, entry, result.value.version));
    else if (result?.undecidable) {
      entries.push(entry);
      asked.push(result.undecidable);
    } else outcome.failed.push({ code: 'unavailable', ...result, entry });
  }
  const undecidable = {
    entries: asked.flatMap((one) => one.entries),
    possibleDeciders: [...new Set(asked.flatMap((one) => one.possibleDeciders))],
  };
  return { outcome, asked: entries.length > 0 ? { act: { ...act, entries }, undecidable } : null };
}

type Options = {
  /** Gets the focus when an act has been answered: its button may be gone. */
  focus: RefObject<HTMLElement | null>;
  /** `isAsked`: of some it is asked first, with what was said of all. */
  onDone: (outcome: ActOutcome, isAsked: boolean) => void;
};

/** Acts on several entries, and what came of the last one. */
export function useMarkedAct({ focus, onDone }: Options) {
  const action = useAction({ refreshes: true, focus });
  const [outcome, setOutcome] = useState<ActOutcome | null>(null);
  const [asked, setAsked] = useState<Question | null>(null);

  const run = (act: Act, knownUndecidable: string[] = []) => {
    const isDone = (answer: Answer) => answer?.ok && answer.value.every(({ ok }) => ok);
    const begin = () => {
      setOutcome(null);
      return holdingWays(() => send(act, knownUndecidable), isDone);
    };
    return action.run(begin, {
      onDone: (results) => {
        const found = outcomeOf(act, results);
        setOutcome(found.outcome);
        setAsked(found.asked);
        onDone(found.outcome, found.asked !== null);
      },
    });
  };
  const clear = () => {
    setOutcome(null);
    action.clear();
  };
  return { outcome, notice: action.notice, asked, run, clear, answered: () => setAsked(null) };
}
