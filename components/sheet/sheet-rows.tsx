import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Amount } from '@/components/entry/amount';
import { StatusLabel } from '@/components/entry/status-label';
import { OtherVersion } from '@/components/form/draft-field';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { ReplacedNote } from '@/components/ui/replaced-note';
import { type Draft, otherContent, undecidedFields, type Value } from '@/lib/domain/draft/draft';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import { DRAFTING, type EntryStatus, NEW_STATUS } from '@/lib/domain/entry/entry-workflow';
import {
  CELL_FIELDS,
  type CellField,
  type Cells,
  cellName,
  sameCell,
  typedAmount,
  wrongCells,
} from '@/lib/domain/sheet/cells';
import { isOfAll, isSettled, isUnsavable, isUnsaved, typedIn } from '@/lib/domain/sheet/sheet';
import type { SheetRow } from '@/lib/domain/sheet/sheet-view';
import { difference } from '@/lib/domain/year/totals';
import { conflictText } from '@/lib/text/entry/conflict-panel';
import { markText } from '@/lib/text/entry/entry';
import { statusText } from '@/lib/text/entry/entry-status';
import { typedAmountText } from '@/lib/text/entry/typed-amount';
import { problemText } from '@/lib/text/errors';
import { otherVersionText } from '@/lib/text/other-version';
import { cellErrorText, cellHead, cellLabel, sheetText as text } from '@/lib/text/sheet/sheet';
import { newProject } from '@/lib/text/terms';
import type { SheetStore } from './sheet-store';

const COLUMNS = 8;

const LastYear = ({ row }: { row: SheetRow }) => (
  <td className="num settled">{row.isNew ? newProject : <Amount value={row.lastYearAmount} />}</td>
);
const differenceOf = (row: SheetRow, amount: string) =>
  row.isNew ? null : difference(typedAmount(amount) ?? null, row.lastYearAmount);

type RowProps = { row: SheetRow; draft: Draft<Cells>; status: EntryStatus };

/** A row that the reader can't write, in its place. */
function SettledRow({ row, draft, status }: RowProps) {
  const { name, mark, rank, amount } = draft.mine;
  return (
    <tr className="settled">
      <td>{row.number}</td>
      <th scope="row">{name}</th>
      <td>{mark && markText[mark as keyof typeof markText]}</td>
      <td className="num">{rank}</td>
      <LastYear row={row} />
      <td className="num">{amount || text.notEntered}</td>
      <td className="num">
        <Amount value={differenceOf(row, amount)} />
      </td>
      <td>
        <StatusLabel status={status} />
      </td>
    </tr>
  );
}

/** What others or an undo changed goes into the fields; what somebody types is there already, and is never rewritten. */
function useWritten(row: RefObject<HTMLTableRowElement | null>, rowId: string, mine: Cells) {
  const shown = useRef(mine);
  useLayoutEffect(() => {
    for (const field of CELL_FIELDS) {
      const control = row.current?.querySelector<HTMLInputElement>(`[name="${cellName(rowId, field)}"]`);
      if (control && mine[field] !== shown.current[field] && control.value !== mine[field]) control.value = mine[field];
    }
    shown.current = mine;
  }, [row, rowId, mine]);
}

/** Where a row stands, in a word. */
function stateOf(draft: Draft<Cells>, isTyping: boolean): string {
  const { saving, mine, conflict } = draft;
  if (saving.kind === 'saving') return text.saving;
  if (isUnsaved(draft)) return isTyping ? text.typing : text.unsaved;
  return mine.amount.trim() === '' && !conflict?.isLocked ? text.notEntered : '';
}

function lockedNotice(draft: Draft<Cells>, status: EntryStatus): string {
  const reason = DRAFTING.includes(status) ? text.lockedRow : conflictText.lockedTitle(statusText[status]);
  if (!isUnsaved(draft)) return reason;
  return reason + (isSettled(status) ? text.keptRow : conflictText.locked);
}

/** What is to be said of a row beyond a word; '' for nothing. */
function noticeOf(draft: Draft<Cells>, status: EntryStatus): string {
  const { conflict, taken, saving } = draft;
  if (conflict?.isLocked) return lockedNotice(draft, status);
  if (conflict) {
    const lead = undecidedFields(draft).length > 0 ? text.choose : otherVersionText.lead;
    return `${otherVersionText.title(conflict.change)}${lead}`;
  }
  if (saving.kind === 'failed' && !isOfAll(saving.problem)) return problemText(saving.problem);
  const names = taken?.fields.map((field) => cellHead[field]) ?? [];
  return taken ? otherVersionText.taken(taken.change, names) : '';
}

const shown = (field: CellField, value: Value): string => {
  if (field === 'mark') return markText[value as keyof typeof markText] ?? String(value);
  return field === 'amount' ? typedAmountText(String(value)) : String(value);
};

type LiveRowProps = RowProps & { store: SheetStore };

/** Below its row: why it isn't stored, what another has changed, and both values where two changed the same cell. */
function RowNotice({ row, draft, status, store }: LiveRowProps) {
  const said = noticeOf(draft, status);
  if (!said) return null;
  const { conflict, saving } = draft;
  const isWarning = conflict !== null || saving.kind === 'failed';
  const undecided = undecidedFields(draft);
  // Its button goes: the focus stays in the row, which is stored when it is left.
  const keepMine = (field: CellField) => {
    store.tell({ kind: 'row', rowId: row.id, event: { kind: 'chosen', field, side: 'mine' } });
    document.getElementById(cellName(row.id, field))?.focus();
  };
  const otherOf = (field: CellField) => {
    const other = otherContent(draft, field, sameCell);
    if (!other) return null;
    const event = { kind: 'chosen', field, side: other.side } as const;
    return (
      <OtherVersion
        other={other}
        label={cellHead[field]}
        show={(value) => shown(field, value)}
        onUse={() => store.tell({ kind: 'row', rowId: row.id, event })}
      />
    );
  };
  return (
    <tr data-row={row.id}>
      <td />
      <td colSpan={COLUMNS - 1} className="said">
        <p className={`flex items-start gap-1 ${isWarning ? 'text-orange-900' : 'text-key-900'}`}>
          <Icon name={isWarning ? 'warning' : 'info'} />
          <span>{said}</span>
        </p>
        {!conflict?.isLocked &&
          conflict?.fields.map((field) => (
            <div key={field} className="mt-1">
              <p className="text-dns-14B-130">{cellHead[field]}</p>
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {otherOf(field)}
                {undecided.includes(field) && (
                  <Button onClick={() => keepMine(field)}>
                    <span className="sr-only">{otherVersionText.of(cellHead[field])}</span>
                    {conflictText.keepMine}
                  </Button>
                )}
              </div>
            </div>
          ))}
      </td>
    </tr>
  );
}

/** A live field in every cell; its text is the browser's, and is drawn once. */
function LiveRow({ row, draft, status, store }: LiveRowProps) {
  const element = useRef<HTMLTableRowElement>(null);
  const typing = store.use((sheet) => typedIn(sheet, row.id));
  const { mine } = draft;
  const [first] = useState(mine);
  const cellClass = draft.conflict?.isLocked ? 'cell settled' : 'cell';
  useWritten(element, row.id, mine);
  const errors = wrongCells(mine);
  const wrong = CELL_FIELDS.filter((field) => errors[field] && field !== typing);
  const messageId = `${row.id}-message`;
  const control = (field: CellField) => ({
    id: cellName(row.id, field),
    name: cellName(row.id, field),
    defaultValue: first[field],
    'aria-label': cellLabel(row.number, field),
    'aria-invalid': wrong.includes(field) || undefined,
    'aria-describedby': wrong.includes(field) ? messageId : undefined,
  });
  const isUnknownMark = mine.mark !== '' && !MARKS.some((mark) => mark === mine.mark);
  return (
    <>
      <tr ref={element} data-row={row.id}>
        <td className="settled">{row.number}</td>
        <td className={cellClass}>
          <input type="text" className="print:hidden" {...control('name')} />
          <span className="hidden p-2 print:block">{mine.name}</span>
          <ReplacedNote fieldId={cellName(row.id, 'name')} />
        </td>
        <td className={cellClass}>
          <select {...control('mark')}>
            <option value="">{text.noMark}</option>
            {MARKS.map((mark) => (
              <option key={mark} value={mark}>
                {markText[mark]}
              </option>
            ))}
            {isUnknownMark && <option value={mine.mark}>{mine.mark}</option>}
          </select>
        </td>
        <td className={cellClass}>
          <input type="text" inputMode="numeric" className="num" {...control('rank')} />
        </td>
        <LastYear row={row} />
        <td className={cellClass}>
          <input type="text" inputMode="numeric" className="num" {...control('amount')} />
        </td>
        {wrong.length > 0 ? (
          <td colSpan={2} id={messageId} className="wrong">
            <Icon name="error" />
            <span>{wrong.map((field) => cellErrorText(field, errors[field] ?? 'invalid')).join('。')}</span>
          </td>
        ) : (
          <>
            <td className="num settled">
              <Amount value={differenceOf(row, mine.amount)} />
            </td>
            <td className="settled">
              {stateOf(draft, typing !== null) || (status !== NEW_STATUS && <StatusLabel status={status} />)}
            </td>
          </>
        )}
      </tr>
      <RowNotice row={row} draft={draft} status={status} store={store} />
    </>
  );
}

type SheetTableRowProps = { row: SheetRow; store: SheetStore };

/** Once it has fields it keeps them: somebody may be in one. */
export const SheetTableRow = memo(function SheetTableRow({ row, store }: SheetTableRowProps) {
  const draft = store.use(({ rows }) => rows[row.id]) as Draft<Cells>;
  const status = store.use(({ statuses }) => statuses[row.id]) ?? row.status;
  const [hasFields, setFields] = useState(row.isWritable);
  if (!hasFields && (!draft.conflict?.isLocked || isUnsavable(draft))) setFields(true);
  const shown = { row, draft, status };
  return hasFields ? <LiveRow {...shown} store={store} /> : <SettledRow {...shown} />;
});
