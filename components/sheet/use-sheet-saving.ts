import { useRef, useState } from 'react';
import { callAction } from '@/components/form/call-action';
import { useAction } from '@/components/form/use-action';
import { getEntryFieldsAction, saveEntriesAction } from '@/lib/actions/entry';
import type { Draft, DraftEvent } from '@/lib/domain/draft/draft';
import { deliver } from '@/lib/domain/draft/draft-delivery';
import { isPassing, type Outcome, succeed } from '@/lib/domain/result';
import { type Cells, cellsOf, sameCell } from '@/lib/domain/sheet/cells';
import { typedIn, unsendableCells } from '@/lib/domain/sheet/sheet';
import type { SheetStore } from './sheet-store';

type Saved = { entryId: string; version: number };
type Sent = Saved & Cells;

/** Rows that are sent at one moment go as one request, in which each is stored or refused by itself. */
function newBatch() {
  let waiting: { row: Sent; answered: (answer: Outcome<Saved>) => void }[] = [];
  const send = async () => {
    const batch = waiting;
    waiting = [];
    const answer = await callAction(() => saveEntriesAction(batch.map(({ row }) => row)));
    for (const [place, { answered }] of batch.entries()) {
      const own = answer.ok ? answer.value[place] : answer;
      answered(own ?? { ok: false, code: 'failed' });
    }
  };
  return (row: Sent) =>
    new Promise<Outcome<Saved>>((answered) => {
      if (waiting.push({ row, answered }) === 1) queueMicrotask(send);
    });
}

async function latest(rowId: string, { tell }: SheetStore) {
  const found = await callAction(() => getEntryFieldsAction(rowId));
  if (!found.ok) return found;
  const { version, status, lastChange, canEdit, content } = found.value;
  tell({ kind: 'status', rowId, status });
  return succeed({ version, lastChange, fields: cellsOf(content), isLocked: !canEdit });
}

/** Stores rows, one request at a time. What passes by itself is sent again until it is answered. */
export function useSheetSaving(sheet: SheetStore) {
  const { current, tell } = sheet;
  const { run } = useAction({ isLong: true });
  const due = useRef(new Set<string>());
  const [send] = useState(newBatch);

  const store = async (rowId: string): Promise<Outcome<unknown>> => {
    const draft = () => current().rows[rowId] as Draft<Cells>;
    const tellRow = (event: DraftEvent<Cells>) => tell({ kind: 'row', rowId, event });
    tell({ kind: 'due', rowId });
    const wrong = unsendableCells(draft());
    if (!wrong) return succeed(null);
    tellRow({ kind: 'sent', wrong });
    const answer = await deliver<Cells, Saved>({
      current: draft,
      tell: tellRow,
      send: (cells, version) => send({ entryId: rowId, version, ...cells }),
      latest: () => latest(rowId, sheet),
      same: sameCell,
      isLong: true,
    });
    if (answer.ok) tellRow({ kind: 'saved', version: answer.value.version, at: new Date() });
    else {
      const isAsked = answer.code === 'conflict' && draft().conflict !== null;
      tellRow(isAsked ? { kind: 'wrong' } : { kind: 'failed', problem: answer.code });
      if (isPassing(answer.code)) due.current.add(rowId);
    }
    return answer;
  };

  /** Of the rows, what is not stored. */
  return async (rowIds: readonly string[]): Promise<void> => {
    for (const rowId of rowIds) due.current.add(rowId);
    const sendDue = async () => {
      // What somebody has gone back to is stored when it is left again.
      const rows = [...due.current].filter((rowId) => typedIn(current(), rowId) === null);
      due.current.clear();
      const answers = await Promise.all(rows.map(store));
      return answers.find((answer) => !answer.ok && isPassing(answer.code)) ?? succeed(null);
    };
    await run(sendDue, { onFailure: () => true });
  };
}
