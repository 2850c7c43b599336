import { type RefObject, useState } from 'react';
import { useAction } from '@/components/form/use-action';
import { moveEntriesAction, saveEntriesAction, takeEntryStepsAction } from '@/lib/actions/entry';
import type { Undecidable } from '@/lib/domain/entry/undecidable';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { isStep, type MarkedAct, type MarkedEntry } from '@/lib/domain/marked/marked';
import { type ErrorCode, type Result, succeed } from '@/lib/domain/result';
import { markedText } from '@/lib/text/marked/marked';

/** What is said with an act. */
export type Said = {
  reason?: string | undefined;
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
  failed: { entry: MarkedEntry; code: ErrorCode }[];
};

async function send({ act, entries, said }: Act, knownUndecidable: string[]): Promise<Result<Result<Saved>[]>> {
  const expected = entries.map(({ id: entryId, version }) => ({ entryId, version }));
  const { answers, reason } = said;
  if (isStep(act)) {
    const inputs = expected.map((one) => ({ ...one, reason, findingReasons: answers?.get(one.entryId) }));
    return takeEntryStepsAction({ step: act, inputs });
  }
  if (act !== 'move') return saveEntriesAction(expected.map((one) => ({ ...one, isPriority: act === 'prioritize' })));
  const { departmentId, categoryId } = said;
  const moved = await moveEntriesAction({ entries: expected, departmentId, categoryId, reason, knownUndecidable });
  // All of them or none.
  return moved.ok ? succeed(expected.map(succeed)) : moved;
}

function outcomeOf({ act, entries }: Act, results: Result<Saved>[]): ActOutcome {
  const outcome: ActOutcome = { act, done: [], failed: [] };
  for (const [index, entry] of entries.entries()) {
    const result = results[index];
    if (result?.ok) outcome.done.push({ ...entry, version: result.value.version });
    else outcome.failed.push({ entry, code: result?.code ?? 'unavailable' });
  }
  return outcome;
}

type Options = {
  /** Gets the focus when an act has been answered: its button may be gone. */
  focus: RefObject<HTMLElement | null>;
  onDone: (outcome: ActOutcome) => void;
};

/** Acts on several entries, and what came of the last one. */
export function useMarkedAct({ focus, onDone }: Options) {
  const action = useAction({ refreshes: true, focus });
  const [outcome, setOutcome] = useState<ActOutcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** What is asked before an act that would leave entries to nobody. */
  const [asked, setAsked] = useState<{ act: Act; undecidable: Undecidable } | null>(null);

  const run = (act: Act, knownUndecidable: string[] = []) => {
    setOutcome(null);
    setProblem(null);
    return action.run(() => send(act, knownUndecidable), {
      onDone: (results) => {
        const found = outcomeOf(act, results);
        setOutcome(found);
        onDone(found);
      },
      onFailure: ({ code, names, undecidable }) => {
        if (undecidable) setAsked({ act, undecidable });
        else if (code === 'conflict' && names) setProblem(markedText.notMoved(names));
        else return false;
        return true;
      },
    });
  };
  const clear = () => {
    setOutcome(null);
    setProblem(null);
    action.clear();
  };
  return { outcome, notice: action.notice, problem, asked, run, clear, answered: () => setAsked(null) };
}
