'use client';

import type { FocusEvent, FormEvent, KeyboardEvent } from 'react';
import { ActBar } from '@/components/form/act-bar';
import { HydratedForm } from '@/components/form/hydrated-form';
import { asRead, dropSeparators } from '@/components/form/register-field';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { BackLink } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { CELL_FIELDS, type CellPlace, cellName, cellOfName } from '@/lib/domain/sheet/cells';
import { type Sheet, typedIn } from '@/lib/domain/sheet/sheet';
import { lastYearCells, type SheetView } from '@/lib/domain/sheet/sheet-view';
import { yearPaths } from '@/lib/routes';
import { entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { formatTime } from '@/lib/text/format';
import { sheetText as text } from '@/lib/text/sheet/sheet';
import { type Move, sheetKey } from './sheet-keys';
import { SheetNotice } from './sheet-notice';
import { SheetTable } from './sheet-table';
import { SheetTotals } from './sheet-totals';
import { type SheetActs, useSheet } from './use-sheet';
import { useSheetRange } from './use-sheet-range';

type Control = HTMLInputElement | HTMLSelectElement;
const cellAt = (target: EventTarget): CellPlace | null => cellOfName((target as Control).name ?? '');

const rowAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? (target.closest('[data-row]')?.getAttribute('data-row') ?? undefined) : undefined;

function enter({ rowId, field }: CellPlace): void {
  const control = document.getElementById(cellName(rowId, field));
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
}

/** The rows that have fields by now. One that has been locked is among them: who types down a column counts on it. */
const fieldRows = ({ rows }: SheetView): string[] =>
  rows.map(({ id }) => id).filter((id) => document.getElementById(cellName(id, 'name')));

/** Whether everything is stored, in words. */
function progressOf({ rows }: Sheet, unsaved: number): string {
  const drafts = Object.values(rows);
  if (drafts.some(({ saving }) => saving.kind === 'saving')) return editorText.saving;
  if (unsaved > 0) return text.unsavedRows(unsaved);
  const times = drafts.flatMap(({ saving }) => (saving.kind === 'saved' ? [saving.at.getTime()] : []));
  return times.length > 0 ? editorText.saved(formatTime(new Date(Math.max(...times)))) : '';
}

type SheetProps = { view: SheetView; sheet: SheetActs };

function SheetBar({ view, sheet }: SheetProps) {
  const { rows } = view;
  const { store, kept } = sheet;
  const progress = store.use((now) => progressOf(now, kept.count));
  const blank = store.use((now) => lastYearCells(rows, now).length);
  const undo = () => {
    const cell = sheet.step('undone');
    if (cell) enter(cell);
  };
  return (
    <ActBar state={progress} notice={<SheetNotice rows={rows} sheet={sheet} />}>
      {blank > 0 && <Button onClick={sheet.takeLastYear}>{text.sameAsLastYear(blank)}</Button>}
      <Button onClick={undo} aria-keyshortcuts="Control+Z">
        {text.undo}
      </Button>
      <Button variant="primary" onClick={sheet.saveAll} aria-keyshortcuts={editorText.shortcutSave}>
        {text.save}
      </Button>
    </ActBar>
  );
}

/** The entries of one 課 as a sheet: a live field in every cell, stored row by row as they are left. */
export function SheetEditor({ view }: { view: SheetView }) {
  const sheet = useSheet(view);
  const { store, save } = sheet;
  const range = useSheetRange(() => fieldRows(view), sheet);
  useSaveKeys(sheet.saveAll);

  const type = ({ target }: FormEvent<HTMLElement>) => {
    const cell = cellAt(target);
    if (!cell) return;
    range.drop();
    store.tell({ kind: 'typed', cell: { ...cell, text: (target as Control).value } });
    sheet.resume();
  };

  // Browsers select and place the caret only after this event.
  const arrive = ({ target }: FocusEvent<HTMLElement>) => {
    if (cellAt(target)?.field === 'amount') requestAnimationFrame(() => dropSeparators(target as HTMLInputElement));
  };

  /** An amount shows how it was read, and a row that is left is stored. */
  const leave = ({ target, relatedTarget }: FocusEvent<HTMLElement>) => {
    const control = target as Control;
    range.drop();
    const cell = cellAt(control);
    if (cell?.field === 'amount') {
      control.value = asRead(control.value);
      store.tell({ kind: 'typed', cell: { ...cell, text: control.value } });
    }
    if (cell) store.tell({ kind: 'left' });
    const left = rowAt(control);
    if (left && rowAt(relatedTarget) !== left) void save([left]);
  };

  const move = ({ rowId, field }: CellPlace, { rows, fields }: Move): void => {
    const rowIds = fieldRows(view);
    const toRow = rowIds[rowIds.indexOf(rowId) + rows];
    const toField = CELL_FIELDS[CELL_FIELDS.indexOf(field) + fields];
    if (toRow && toField) enter({ rowId: toRow, field: toField });
    else {
      store.tell({ kind: 'left' });
      void save([rowId]);
    }
  };

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const cell = cellAt(event.target);
    const key = cell && sheetKey(event);
    if (!cell || !key) return;
    if ('range' in key) {
      if (range.press(cell, key.range)) event.preventDefault();
      else if (key.range === 'drop' && typedIn(store.current(), cell.rowId) === cell.field)
        enter(sheet.step('undone') ?? cell);
      return;
    }
    event.preventDefault();
    if ('move' in key) move(cell, key.move);
    else if (key.act !== 'copyAbove') enter(sheet.step(key.act) ?? cell);
    else if (!range.fill('first')) sheet.copyAbove(cell);
  };

  return (
    <HydratedForm
      className="sheet-form"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onInput={type}
      onFocus={arrive}
      onBlur={leave}
      onKeyDown={press}
      onPaste={sheet.onPaste}
      onCopy={range.onCopy}
    >
      <PageHeader
        title={text.open}
        meta={text.meta(view.department.name, view.rows.length)}
        actions={<BackLink label={entryText.list} href={yearPaths(view.year).entries} className="link" />}
      />
      <div className="mb-2 text-dns-14N-130">
        <StatusRegion className="font-bold">{sheet.said}</StatusRegion>
        {!sheet.said && view.isOpen && <p className="print:hidden">{text.keys}</p>}
      </div>
      <SheetTable view={view} store={store} />
      <SheetTotals view={view} store={store} />
      {view.isOpen ? <SheetBar view={view} sheet={sheet} /> : <SheetNotice rows={view.rows} sheet={sheet} />}
    </HydratedForm>
  );
}
