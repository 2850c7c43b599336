import {
  changeDraft,
  changedFields,
  type Draft,
  type DraftEvent,
  newDraft,
  type Stored,
  undecidedFields,
} from '@/lib/domain/draft/draft';
import { sendable } from '@/lib/domain/draft/sendable';
import { APPROVED, type EntryStatus, WAITING } from '@/lib/domain/entry/entry-workflow';
import { isOutdatedPage, isPassing, type Problem } from '@/lib/domain/result';
import {
  type CellField,
  type CellPlace,
  type Cells,
  cellOfName,
  cellsInput,
  type NewRow,
  sameCell,
  wrongCells,
} from './cells';

export type Cell = CellPlace & { text: string };
type Change = Cell & { before: string };
/** What one undo takes back. isOpen: somebody is still typing in its cell. */
type Step = { changes: readonly Change[]; isOpen: boolean };

export type Sheet = {
  rows: Readonly<Record<string, Draft<Cells>>>;
  /** Of the rows' entries, as far as this page has heard. */
  statuses: Readonly<Record<string, EntryStatus>>;
  /** What can be taken back, and what was; the newest last. */
  done: readonly Step[];
  undone: readonly Step[];
};

export type SheetEvent =
  | { kind: 'typed'; cell: Cell }
  /** Several cells by one act: a paste, a copy from above, last year's amounts. */
  | { kind: 'filled'; cells: readonly Cell[] }
  | { kind: 'left' | 'undone' | 'redone' }
  | { kind: 'row'; rowId: string; event: DraftEvent<Cells> }
  /** Of the row, what can be is about to be stored. */
  | { kind: 'due'; rowId: string }
  | { kind: 'status'; rowId: string; status: EntryStatus }
  /** What others have made of a row that nobody here is at. */
  | { kind: 'heard'; row: NewRow };

const RULES = { same: sameCell };

/** What others have stored beside what is typed here, which a row that can't be stored any more keeps. */
function merged(draft: Draft<Cells>, stored: Stored<Cells>): Draft<Cells> {
  const next = changeDraft(draft, { kind: 'conflict', stored: { ...stored, isLocked: false } }, RULES);
  return stored.isLocked ? changeDraft(next, { kind: 'conflict', stored }, RULES) : next;
}

export const newSheet = (rows: readonly Omit<NewRow, 'lastChange'>[]): Sheet => ({
  rows: Object.fromEntries(
    rows.map(({ id, version, cells, isWritable }) => [id, newDraft({ version, fields: cells, isLocked: !isWritable })]),
  ),
  statuses: Object.fromEntries(rows.map(({ id, status }) => [id, status])),
  done: [],
  undone: [],
});

function write(rows: Sheet['rows'], cells: readonly Cell[]): Sheet['rows'] {
  const next = { ...rows };
  for (const { rowId, field, text } of cells) {
    const draft = next[rowId];
    if (draft) next[rowId] = changeDraft(draft, { kind: 'typed', fields: { ...draft.mine, [field]: text } }, RULES);
  }
  return next;
}

/** What is typed into a row that can't be stored is kept there; no other act writes into it. */
export const isLocked = ({ rows }: Sheet, rowId: string): boolean => rows[rowId]?.conflict?.isLocked === true;

/** An entry that can't be written for its status, and keeps its place in the sheet. */
export const isSettled = (status: EntryStatus | undefined): boolean =>
  [...WAITING, ...APPROVED].some((settled) => settled === status);

function changesOf(sheet: Sheet, cells: readonly Cell[]): Change[] {
  return cells.flatMap((cell) => {
    const before = sheet.rows[cell.rowId]?.mine[cell.field];
    return before === undefined || before === cell.text ? [] : [{ ...cell, before }];
  });
}

function fill(sheet: Sheet, cells: readonly Cell[], isOpen: boolean): Sheet {
  const changes = changesOf(sheet, cells);
  if (changes.length === 0) return sheet;
  const done = [...closed(sheet).done, { changes, isOpen }];
  return { ...sheet, rows: write(sheet.rows, changes), done, undone: [] };
}

function type(sheet: Sheet, cell: Cell): Sheet {
  const last = sheet.done.at(-1);
  const begun = last?.isOpen ? last.changes[0] : undefined;
  if (begun?.rowId !== cell.rowId || begun.field !== cell.field) return fill(sheet, [cell], true);
  // Typed back is no step.
  const steps = begun.before === cell.text ? [] : [{ changes: [{ ...begun, text: cell.text }], isOpen: true }];
  return { ...sheet, rows: write(sheet.rows, [cell]), done: [...sheet.done.slice(0, -1), ...steps], undone: [] };
}

/** The cell is left: what is typed in it next is another step. */
function closed(sheet: Sheet): Sheet {
  const last = sheet.done.at(-1);
  return last?.isOpen ? { ...sheet, done: [...sheet.done.slice(0, -1), { ...last, isOpen: false }] } : sheet;
}

/** Of which rows others may have made something that isn't known here, and from which version on. A decision makes no version. */
export const heardRows = ({ rows, statuses }: Sheet) =>
  Object.entries(rows).flatMap(([id, { version, saving, conflict }]) => {
    const status = statuses[id];
    return saving.kind === 'saving' || !status ? [] : [{ id, version: conflict?.isLocked ? 0 : version, status }];
  });

/** As with an own save. What is being stored hears it from its answer. */
function hear(sheet: Sheet, { id, version, status, isWritable, cells, lastChange }: NewRow): Sheet {
  const draft = sheet.rows[id];
  if (!draft || draft.saving.kind === 'saving' || draft.version > version) return sheet;
  const isAsBefore = isWritable !== isLocked(sheet, id) && status === sheet.statuses[id];
  if (isAsBefore && draft.version === version) return sheet;
  const stored = { version, fields: cells, lastChange, isLocked: !isWritable };
  const rows = { ...sheet.rows, [id]: merged(draft, stored) };
  return { ...sheet, rows, statuses: { ...sheet.statuses, [id]: status } };
}

/** Whether what is heard puts another text into its row. */
export function isRewritten(sheet: Sheet, row: NewRow): boolean {
  const [before, after] = [sheet, hear(sheet, row)].map(({ rows }) => rows[row.id]);
  return before !== undefined && after !== undefined && changedFields(before.mine, after.mine, sameCell).length > 0;
}

/** An earlier visit's text comes back into a row that can't be stored, too, and is kept there. */
function changeRow(draft: Draft<Cells>, event: DraftEvent<Cells>): Draft<Cells> {
  if (event.kind === 'conflict') return merged(draft, event.stored);
  const next = changeDraft(draft, event, RULES);
  const { version, theirs: fields, conflict } = draft;
  const isToStay = event.kind === 'restored' && conflict?.isLocked;
  return isToStay ? merged(next, { version, fields, isLocked: true }) : next;
}

/** What was typed may be as it was before by now, or as others have stored it: then there is nothing left to choose. */
function askedAnew(draft: Draft<Cells>): Draft<Cells> {
  const { version, theirs: fields, conflict } = draft;
  if (!conflict || undecidedFields(draft).length === 0) return draft;
  return merged(draft, { version, fields, lastChange: conflict.change });
}

/** Of a row that can't be stored, what was kept may still be taken back, and nothing of what is stored. */
const mayGoBack = (sheet: Sheet, { rowId, field }: Cell, from: string): boolean =>
  !isLocked(sheet, rowId) || !sameCell(field, sheet.rows[rowId]?.theirs[field], from);

const back = ({ before, ...cell }: Change) => ({ from: cell.text, to: { ...cell, text: before } });
const again = ({ before, ...cell }: Change) => ({ from: before, to: cell });

/** What the next undo or redo writes: where the rows still are as the step left them. What others have stored since is theirs. */
export function turnedCells(sheet: Sheet, kind: 'undone' | 'redone'): Cell[] {
  const changes = (kind === 'undone' ? sheet.done : sheet.undone).at(-1)?.changes ?? [];
  return changes.map(kind === 'undone' ? back : again).flatMap(({ from, to }) => {
    const text = sheet.rows[to.rowId]?.mine[to.field];
    const isAsLeft = text !== undefined && sameCell(to.field, text, from);
    return isAsLeft && (kind === 'redone' || mayGoBack(sheet, to, from)) ? [to] : [];
  });
}

/** How many cells the next undo or redo is about. */
export const stepSize = ({ done, undone }: Sheet, kind: 'undone' | 'redone'): number =>
  (kind === 'undone' ? done : undone).at(-1)?.changes.length ?? 0;

/** The one place where what is typed, pasted, taken back and stored in the rows comes together. */
export function changeSheet(sheet: Sheet, event: SheetEvent): Sheet {
  switch (event.kind) {
    case 'typed':
      return type(sheet, event.cell);
    case 'filled':
      return fill(
        sheet,
        event.cells.filter(({ rowId }) => !isLocked(sheet, rowId)),
        false,
      );
    case 'left':
      return closed(sheet);
    case 'undone':
    case 'redone': {
      const now = closed(sheet);
      const { done, undone } = now;
      const step = (event.kind === 'undone' ? done : undone).at(-1);
      if (!step) return sheet;
      const rows = write(now.rows, turnedCells(now, event.kind));
      return event.kind === 'undone'
        ? { ...sheet, rows, done: done.slice(0, -1), undone: [...undone, step] }
        : { ...sheet, rows, done: [...done, step], undone: undone.slice(0, -1) };
    }
    case 'heard':
      return hear(sheet, event.row);
    case 'row':
    case 'due': {
      const draft = sheet.rows[event.rowId];
      const next = draft && (event.kind === 'due' ? askedAnew(draft) : changeRow(draft, event.event));
      return next ? { ...sheet, rows: { ...sheet.rows, [event.rowId]: next } } : sheet;
    }
    case 'status':
      return { ...sheet, statuses: { ...sheet.statuses, [event.rowId]: event.status } };
  }
}

/** In which cell of the row somebody is typing: what is wrong with it is said when it is left. */
export function typedIn({ done }: Sheet, rowId: string): CellField | null {
  const last = done.at(-1);
  const cell = last?.isOpen ? last.changes[0] : undefined;
  return cell?.rowId === rowId ? cell.field : null;
}

/** What keeps every row alike from being stored, and no row more than another. */
export const isOfAll = (problem: Problem): boolean =>
  isPassing(problem) || isOutdatedPage(problem) || problem === 'signed_out';

export const isUnsaved = ({ theirs, mine }: Draft<Cells>): boolean => changedFields(theirs, mine, sameCell).length > 0;

/** Typed, and it can't be stored. */
export const isUnsavable = (draft: Draft<Cells>): boolean => draft.conflict?.isLocked === true && isUnsaved(draft);

/** null: nothing keeps all of them from it. What was never answered may be stored, and taken back here since. */
export function problemOfAll({ rows }: Sheet): Problem | null {
  const unstored = Object.values(rows).filter((draft) => isUnsaved(draft) || draft.unanswered.length > 0);
  const problems = unstored.flatMap(({ saving }) => (saving.kind === 'failed' ? [saving.problem] : []));
  return problems.find(isOfAll) ?? null;
}

/** Of which rows this holds. */
export const rowsWhere = ({ rows }: Sheet, holds: (draft: Draft<Cells>) => boolean): string[] =>
  Object.entries(rows).flatMap(([rowId, draft]) => (holds(draft) ? [rowId] : []));

/** Cells of which what is stored has to stay, for they can't be read. null: of the row nothing can be sent, or needs to be. */
export function unsendableCells(draft: Draft<Cells>): readonly CellField[] | null {
  if (draft.conflict?.isLocked || undecidedFields(draft).length > 0 || draft.saving.kind === 'saving') return null;
  const { wrong, isRestWorth } = sendable(draft, cellsInput, sameCell);
  return isRestWorth || draft.conflict !== null || draft.unanswered.length > 0 ? wrong : null;
}

/** Of the cells with these names, those that can't be read. */
export const unreadNames = ({ rows }: Sheet, names: readonly string[]): string[] =>
  names.filter((name) => {
    const cell = cellOfName(name);
    const draft = cell && rows[cell.rowId];
    return draft && wrongCells(draft.mine)[cell.field];
  });
