import { RestoreBanner, SaveFailure } from '@/components/form/draft-notice';
import { PastedNotice } from '@/components/paste/pasted-notice';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { changedFields, type Draft, undecidedFields } from '@/lib/domain/draft/draft';
import { type Cells, cellName, cellOfName, sameCell } from '@/lib/domain/sheet/cells';
import { isUnsavable, problemOfAll, rowsWhere, type Sheet, unreadNames } from '@/lib/domain/sheet/sheet';
import type { SheetRow } from '@/lib/domain/sheet/sheet-view';
import { saveFailureText } from '@/lib/text/entry/entry-editor';
import { cellLabel, sheetText as text } from '@/lib/text/sheet/sheet';
import type { SheetStore } from './sheet-store';
import type { SheetActs } from './use-sheet';

/** As many ways to what can't be read or stored as one looks through at once. */
const WAYS = 5;

/** Of each row that two have changed, the first cell that waits for a choice. */
const askedNames = ({ rows }: Sheet): string[] =>
  Object.entries(rows).flatMap(([rowId, draft]) =>
    undecidedFields(draft)
      .slice(0, 1)
      .map((field) => cellName(rowId, field)),
  );

/** Of each row that can't be stored, the first cell that holds something. */
const unsavableNames = (sheet: Sheet): string[] =>
  rowsWhere(sheet, isUnsavable).map((rowId) => {
    const { theirs, mine } = sheet.rows[rowId] as Draft<Cells>;
    const [field = 'name'] = changedFields(theirs, mine, sameCell);
    return cellName(rowId, field);
  });

/** As one text, which is the same as long as the cells are. */
const useNames = (store: SheetStore, look: (sheet: Sheet) => string[]): string[] =>
  store
    .use((now) => look(now).join())
    .split(',')
    .filter(Boolean);

type WaysProps = { rows: readonly SheetRow[]; names: readonly string[] };

const Ways = ({ rows, names }: WaysProps) =>
  names.slice(0, WAYS).map((name) => {
    const cell = cellOfName(name);
    const row = rows.find(({ id }) => id === cell?.rowId);
    if (!cell || !row) return null;
    return (
      <button key={name} type="button" className="link ms-3" onClick={() => document.getElementById(name)?.focus()}>
        {text.goTo(cellLabel(row.number, cell.field))}
      </button>
    );
  });

type SheetNoticeProps = { rows: readonly SheetRow[]; sheet: SheetActs };

/** What can't be stored or was typed on an earlier visit, what of a paste couldn't be read, and where that is. */
export function SheetNotice({ rows, sheet }: SheetNoticeProps) {
  const { store, kept, pasted } = sheet;
  const problem = store.use(problemOfAll);
  const asked = useNames(store, askedNames);
  const locked = useNames(store, unsavableNames);
  const unread = useNames(store, (now) => unreadNames(now, pasted?.names ?? []));
  return (
    <>
      <RestoreBanner draft={kept} onDone={sheet.say} />
      {problem && (
        <SaveFailure problem={problem} isKept={kept.copies.isKept} titles={saveFailureText} className="mb-2" />
      )}
      {asked.length > 0 && (
        <NotificationBanner
          kind="warning"
          title={
            <>
              {text.conflicts(asked.length)}
              <Ways rows={rows} names={asked} />
            </>
          }
          className="mb-2"
        />
      )}
      {locked.length > 0 && (
        <NotificationBanner
          kind="warning"
          title={
            <>
              {text.locked(locked.length)}
              <Ways rows={rows} names={locked} />
            </>
          }
          className="mb-2"
        />
      )}
      {sheet.hasOthers && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1 text-dns-14N-130">
          <p className="flex items-center gap-1 text-key-900">
            <Icon name="info" />
            <span>{text.hasOthers}</span>
          </p>
          <Button onClick={sheet.reload}>{text.reload}</Button>
        </div>
      )}
      {kept.copies.hasNoStorage && <p className="mb-2">{saveFailureText.noStorage}</p>}
      <PastedNotice
        pasted={pasted}
        isRead={(name) => !unread.includes(name)}
        actions={<Ways rows={rows} names={unread} />}
      />
    </>
  );
}
