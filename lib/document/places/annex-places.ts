import type { ListTable } from '@/lib/document/model';
import { ANNEX_COLUMNS, type AnnexColumn, type ListedCategory, listedCategories } from '@/lib/document/templates/annex';
import { countedEntries, inOrder } from '@/lib/document/templates/d1';
import type { Place, Source } from '@/lib/domain/read-through/place';
import { difference, sumOrNull } from '@/lib/domain/year/totals';
import { amountOrUnknown, hasValue, type PlaceInput, type Printed, placesIn } from './place-input';

type Row = ListTable['rows'][number];
type AmountColumn = 'amount' | 'lastYearAmount';
/** What a row is of, and what its cells come from. */
type Known = {
  key: string;
  group: string;
  of?: string;
  /** A text without a source is the program's own word. */
  texts: Partial<Record<AnnexColumn, Source>>;
  figures: Record<AmountColumn, [amount: number | null, source: Source]>;
};

const COMPUTED: Source = { kind: 'computed' };
const indexOf = (column: AnnexColumn): number => ANNEX_COLUMNS.findIndex(({ name }) => name === column);
const amountAt = ({ cells }: Row, column: AmountColumn): number | null => {
  const cell = cells[indexOf(column)];
  return typeof cell === 'object' ? cell.amountThousandYen : null;
};
const sumOf = (rows: readonly Row[], column: AmountColumn) => sumOrNull(rows.map((row) => amountAt(row, column)));

const WHAT = {
  name: 'name',
  department: 'department',
  amount: 'amount',
  lastYearAmount: 'lastYear',
  difference: 'difference',
  remarks: 'remarks',
} as const;

function rowPlaces(printed: Printed, row: Row, path: string, { key, group, of, texts, figures }: Known): Place[] {
  const { text, figure } = placesIn(printed, 'annex');
  const { year } = printed.input;
  const at = (name: keyof typeof WHAT, source: Source) => ({ group, what: WHAT[name], source, ...(of && { of }) });
  return (Object.keys(WHAT) as (keyof typeof WHAT)[]).flatMap((name) => {
    const cell = row.cells[indexOf(name)];
    const [placeKey, cellPath] = [`${key}:${WHAT[name]}`, `${path}.cells.${indexOf(name)}`];
    if (typeof cell === 'string') {
      const source = texts[name];
      return source ? [text(placeKey, [cellPath], at(name, source))] : [];
    }
    if (!cell) return [];
    if (name === 'amount' || name === 'lastYearAmount') {
      const [amount, source] = figures[name];
      return [
        figure(placeKey, cellPath, cell, amountOrUnknown(amount), { ...at(name, source), year: cell.fiscalYear }),
      ];
    }
    const less = difference(amountAt(row, 'amount'), amountAt(row, 'lastYearAmount'));
    return [figure(placeKey, cellPath, cell, amountOrUnknown(less), { ...at(name, COMPUTED), year })];
  });
}

const entryRow = (entry: PlaceInput['entries'][number], group: string): Known => {
  const source = (field: 'name' | 'departmentId' | 'amount' | 'remarks'): Source => ({
    kind: 'entry',
    entryId: entry.id,
    field,
  });
  const lastYear: Source = entry.isMoved ? COMPUTED : { kind: 'lastYear', entryId: entry.id };
  return {
    key: `entry:${entry.id}`,
    group,
    texts: { name: source('name'), department: source('departmentId'), remarks: source('remarks') },
    figures: {
      amount: [entry.amount, source('amount')],
      lastYearAmount: [entry.isMoved ? 0 : entry.lastYearAmount, lastYear],
    },
  };
};

const carriedRow = ({ projectId, lastYearAmount }: PlaceInput['carried'][number], group: string): Known => {
  const source: Source = { kind: 'ended', projectId };
  return {
    key: `carried:${projectId}`,
    group,
    texts: { name: source, department: source, remarks: COMPUTED },
    figures: { amount: [0, COMPUTED], lastYearAmount: [lastYearAmount, source] },
  };
};

/** What stands below the rows of entries: what is left of the total, and the total. */
const sumRow = (key: string, group: string, of: string, amounts: Record<AmountColumn, number | null>): Known => ({
  key,
  group,
  of,
  texts: {},
  figures: { amount: [amounts.amount, COMPUTED], lastYearAmount: [amounts.lastYearAmount, COMPUTED] },
});

function categoryPlaces(printed: Printed, { category, total }: ListedCategory, index: number): Place[] {
  const { input } = printed;
  const block = printed.printed.sections[index]?.blocks[0];
  if (block?.kind !== 'listTable') return [];
  const { text } = placesIn(printed, 'annex');
  const isOwn = ({ categoryId }: { categoryId: string }) => categoryId === category.id;
  const entries = inOrder(countedEntries<PlaceInput['entries'][number]>(input).filter(isOwn));
  const carried = inOrder(input.carried.filter(isOwn));
  const groupAt = (row: number) => [block.rows[row]?.cells[0], block.rows[row]?.cells[1]].filter(Boolean).join(' ');
  const group = printed.printed.sections[index]?.heading ?? '';
  const key = `category:${category.id}`;
  const isRest = ({ kind }: Row) => kind === 'rest';
  const above = block.rows.filter(({ kind }) => kind === 'entry');
  const left = (column: AmountColumn) => difference(total[column], sumOf(above, column));
  const rows = block.rows.map((row, at): Known => {
    const [entry, gone] = [entries[at], carried[at - entries.length]];
    if (entry) return entryRow(entry, groupAt(at));
    if (gone) return carriedRow(gone, groupAt(at));
    const of = String(row.cells[indexOf('name')]);
    if (isRest(row))
      return sumRow(`${key}:rest`, group, of, { amount: left('amount'), lastYearAmount: left('lastYearAmount') });
    const rest = block.rows.filter(({ kind }) => kind !== 'total');
    return sumRow(`${key}:total`, group, of, {
      amount: sumOf(rest, 'amount'),
      lastYearAmount: sumOf(rest, 'lastYearAmount'),
    });
  });
  return [
    text(`${key}:name`, [`sections.${index}.heading`], {
      group,
      what: 'category',
      source: { kind: 'category', categoryId: category.id, field: 'name' },
    }),
    ...block.rows.flatMap((row, at) => {
      const known = rows[at];
      return known ? rowPlaces(printed, row, `sections.${index}.blocks.0.rows.${at}`, known) : [];
    }),
  ];
}

function sumsPlaces(printed: Printed, listed: readonly ListedCategory[]): Place[] {
  const { text } = placesIn(printed, 'annex');
  const index = listed.length;
  const section = printed.printed.sections[index];
  const block = section?.blocks[0];
  if (block?.kind !== 'listTable') return [];
  const { heading: group } = section ?? { heading: '' };
  const path = (row: number) => `sections.${index}.blocks.0.rows.${row}`;
  const above = block.rows.filter(({ kind }) => kind === 'category');
  const own = listed.flatMap(({ category: { id, name }, total }, at) => {
    const row = block.rows[at];
    const known = sumRow(`sums:${id}`, group, name, total);
    const source: Source = { kind: 'category', categoryId: id, field: 'name' };
    return row ? rowPlaces(printed, row, path(at), { ...known, texts: { name: source } }) : [];
  });
  const last = block.rows[listed.length];
  const sums = { amount: sumOf(above, 'amount'), lastYearAmount: sumOf(above, 'lastYearAmount') };
  const total = sumRow('sums:total', group, printed.input.texts.totalLabel, sums);
  const label: Source = { kind: 'year', field: 'totalLabel' };
  return [
    ...own,
    ...(last ? rowPlaces(printed, last, path(listed.length), { ...total, texts: { name: label } }) : []),
    ...(printed.input.texts.personnelNote !== ''
      ? [
          text('personnelNote', [`sections.${index}.blocks.0.notes.0`], {
            group,
            what: 'personnelNote',
            source: { kind: 'year', field: 'personnelNote' },
          }),
        ]
      : []),
  ];
}

/** Every figure and text of 別紙 that isn't the program's own word, in the order of print. Its lists have the same heads. */
export function annexPlaces(printed: Printed): Place[] {
  const { text } = placesIn(printed, 'annex');
  const listed = listedCategories(printed.input);
  const { title } = printed.printed;
  return [
    text('title', ['title'], { group: title, what: 'title', source: { kind: 'year', field: 'title' } }),
    text('draftMark', [`sections.0.blocks.0.columns.${indexOf('amount')}.label`], {
      group: title,
      what: 'draftMark',
      source: { kind: 'year', field: 'draftMark' },
    }),
    ...listed.flatMap((category, index) => categoryPlaces(printed, category, index)),
    ...sumsPlaces(printed, listed),
  ].filter(hasValue);
}
