import type { AmountTable, ListTable } from '@/lib/document/model';
import { cellText, NAME_COLUMN } from '@/lib/document/pieces';
import type { Difference } from '@/lib/domain/edition/difference';
import { placeText as text } from '@/lib/text/document/places';
import { compareOrder, compareParagraphs } from './compare-paragraphs';
import { type Pair, pairsOf } from './pairs';
import { compareTexts, rowText } from './printed-text';

type Column = { index: number; label: string; year: number | null };

/** The columns of both, by what they are headed, then by their year, then by their place. */
const pairColumns = (before: readonly Column[], after: readonly Column[]): Pair<Column>[] =>
  pairsOf(before, after, {
    keys: [({ label }) => label, ({ year }) => (year === null ? '' : `${year}`)],
    kind: () => '',
    text: ({ label }) => label,
  });

const compareHeads = (table: string, columns: readonly Pair<Column>[]): Difference[] =>
  columns.flatMap((pair) => {
    const place = text.within(table, text.columnHeading);
    return [
      ...compareTexts(place, pair.before?.label ?? null, pair.after?.label ?? null),
      ...compareOrder(text.within(place, (pair.after ?? pair.before).label), pair),
    ];
  });

const columnsOfYears = ({ columns, rows }: AmountTable): Column[] =>
  columns.map((label, index) => ({ index, label, year: rows[0]?.cells[index]?.fiscalYear ?? null }));

type AmountRow = AmountTable['rows'][number];
const amountsOf = ({ cells }: AmountRow): string => rowText(cells);
const amountRowText = ({ label, cells }: AmountRow): string => rowText([label, ...cells]);

/** 令和３年度, or the column's head where the table has no figure to tell the year. */
const columnName = ({ label, year }: Column): string => (year === null ? label : text.year(year));

export function compareAmountTables(section: string, before: AmountTable, after: AmountTable): Difference[] {
  const table = text.table(section);
  const columns = pairColumns(columnsOfYears(before), columnsOfYears(after));
  const rows = pairsOf(before.rows, after.rows, {
    keys: [amountRowText, ({ label }) => label, amountsOf],
    kind: ({ level }) => `${level}`,
    text: amountRowText,
  });
  const compareCells = (old: AmountRow, now: AmountRow): Difference[] =>
    columns.flatMap((column) =>
      compareTexts(
        text.within(table, columnName(column.after ?? column.before), now.label),
        column.before && (old.cells[column.before.index]?.text ?? null),
        column.after && (now.cells[column.after.index]?.text ?? null),
      ),
    );
  return [
    ...compareTexts(text.within(table, text.unit), before.unit, after.unit),
    ...compareTexts(text.within(table, text.columnHeading), before.corner, after.corner),
    ...compareHeads(table, columns),
    ...rows.flatMap((pair) => {
      const { before: old, after: now } = pair;
      const place = text.within(table, (now ?? old).label);
      if (old === null || now === null)
        return compareTexts(place, old && amountRowText(old), now && amountRowText(now));
      return [
        ...compareTexts(text.within(place, text.rowName), old.label, now.label),
        ...compareCells(old, now),
        ...compareOrder(place, pair),
      ];
    }),
    ...compareTexts(text.within(table, text.note), before.note, after.note),
  ];
}

type ListRow = ListTable['rows'][number];
const listRowText = ({ cells }: ListRow): string => rowText(cells);
const nameOf = ({ cells }: ListRow): string => cellText(cells[NAME_COLUMN] ?? '');
const figuresOf = ({ cells }: ListRow): string =>
  cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.text])).join('\n');

const columnsOfList = ({ columns }: ListTable): Column[] =>
  columns.map(({ label }, index) => ({ index, label, year: null }));

type Renumbered = { before: string; after: string; from: number; to: number };

/** Numbers that follow each other on both sides are one change: 1-2 to 1-9 became 1-3 to 1-10. */
function compareNumbers(place: string, changes: readonly Renumbered[]): Difference[] {
  const runs: [first: Renumbered, last: Renumbered][] = [];
  for (const change of changes) {
    const run = runs.at(-1);
    if (run && change.from === run[1].from + 1 && change.to === run[1].to + 1) run[1] = change;
    else runs.push([change, change]);
  }
  return runs.flatMap(([first, last]) =>
    compareTexts(place, text.range(first.before, last.before), text.range(first.after, last.after)),
  );
}

const cellIn = (row: ListRow, column: Column | null): string | null =>
  column && cellText(row.cells[column.index] ?? '');

export function compareLists(section: string, before: ListTable, after: ListTable): Difference[] {
  const table = text.table(section);
  const columns = pairColumns(columnsOfList(before), columnsOfList(after));
  const rows = pairsOf(before.rows, after.rows, {
    keys: [listRowText, nameOf, figuresOf],
    kind: ({ kind }) => kind,
    text: listRowText,
  });
  const renumbered: Renumbered[] = [];
  /** What numbers the rows in both is told for many rows at once. */
  const isNumber = ({ before: old, after: now }: Pair<Column>): boolean =>
    Math.max(old?.index ?? NAME_COLUMN, now?.index ?? NAME_COLUMN) < NAME_COLUMN;
  const compareRow = (pair: Pair<ListRow>): Difference[] => {
    const { before: old, after: now, from, to } = pair;
    const numberAndName = (now ?? old).cells.slice(0, NAME_COLUMN + 1).map(cellText);
    const place = text.within(section, numberAndName.join(' ').trim());
    if (old === null || now === null) return compareTexts(place, old && listRowText(old), now && listRowText(now));
    const numbered = renumbered.length;
    const cells = columns.flatMap((column) => {
      const [one, other] = [cellIn(old, column.before), cellIn(now, column.after)];
      if (one && other && one !== other && isNumber(column)) {
        renumbered.push({ before: one, after: other, from, to });
        return [];
      }
      return compareTexts(text.within(place, (column.after ?? column.before).label), one, other);
    });
    return [...cells, ...(renumbered.length > numbered ? [] : compareOrder(place, pair))];
  };
  const found = rows.flatMap(compareRow);
  return [
    ...compareTexts(text.within(table, text.unit), before.unit, after.unit),
    ...compareHeads(table, columns),
    ...compareNumbers(text.within(table, text.numbers), renumbered),
    ...found,
    ...compareParagraphs(text.within(table, text.note), before.notes, after.notes),
  ];
}
