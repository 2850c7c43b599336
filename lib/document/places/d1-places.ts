import type { DocumentCategory } from '@/lib/document/document-input';
import type { AmountTable, EntryList, Figure, PrintedEntry } from '@/lib/document/model';
import { inOrder, paragraphsOf, printedEntries } from '@/lib/document/templates/d1';
import { PRINTED_PROSE } from '@/lib/domain/entry/entry-fields';
import type { Place, PlacedField, Source } from '@/lib/domain/read-through/place';
import { sumOrNull } from '@/lib/domain/year/totals';
import type { DocumentTexts } from '@/lib/domain/year/year-settings';
import { documentText } from '@/lib/text/document/document';
import { amountOrUnknown, hasValue, type PlaceInput, type Printed, placesIn } from './place-input';

const ofYear = (field: keyof DocumentTexts): Source => ({ kind: 'year', field });
const COMPUTED: Source = { kind: 'computed' };

const ownCategories = ({ categories, year }: PlaceInput): DocumentCategory[] =>
  inOrder(categories.filter(({ totals }) => totals[year] !== undefined));

function tablePlaces(printed: Printed, { columns, rows }: AmountTable, group: string): Place[] {
  const { text, figure } = placesIn(printed, 'document');
  const path = (row: number) => `sections.0.blocks.0.rows.${row}`;
  const cells = (row: number, key: string, amountOf: (year: number) => number | null, of?: DocumentCategory) =>
    (rows[row]?.cells ?? []).map((cell: Figure, index) => {
      const year = cell.fiscalYear;
      const source: Source = of ? { kind: 'total', categoryId: of.id, year } : COMPUTED;
      const at = { group, what: 'total' as const, year, source, ...(of && { of: of.name }) };
      return figure(`${key}:${year}`, `${path(row)}.cells.${index}`, cell, amountOrUnknown(amountOf(year)), at);
    });
  const sumOf = (year: number): number | null => {
    const parts = printed.input.categories.flatMap(({ totals }) => totals[year] ?? (year in totals ? [null] : []));
    return parts.length === 0 ? null : sumOrNull(parts);
  };
  const own = columns.length - 1;
  return [
    text('draftMark', [`sections.0.blocks.0.columns.${own}`], {
      group,
      what: 'draftMark',
      source: ofYear('draftMark'),
    }),
    text('totalLabel', [`${path(0)}.label`], { group, what: 'totalLabel', source: ofYear('totalLabel') }),
    ...cells(0, 'total', sumOf),
    ...ownCategories(printed.input).flatMap((category, index) => [
      text(`category:${category.id}:name`, [`${path(index + 1)}.label`], {
        group,
        what: 'category',
        source: { kind: 'category', categoryId: category.id, field: 'name' },
      }),
      ...cells(index + 1, `category:${category.id}`, (year) => category.totals[year] ?? null, category),
    ]),
    text('personnelNote', ['sections.0.blocks.0.note'], {
      group,
      what: 'personnelNote',
      source: ofYear('personnelNote'),
    }),
  ];
}

function prosePlaces(printed: Printed, group: string): Place[] {
  const { text } = placesIn(printed, 'document');
  const paths = (block: number, from: number, prose: string) =>
    paragraphsOf(prose).map((_, index) => `sections.0.blocks.${block}.paragraphs.${from + index}`);
  let from = 0;
  const explanations = ownCategories(printed.input).map(({ id, name, explanation }) => {
    const own = paths(1, from, explanation);
    from += own.length;
    const source: Source = { kind: 'category', categoryId: id, field: 'explanation' };
    return text(`category:${id}:explanation`, own, { group, what: 'explanation', of: name, source });
  });
  const annexNote = paths(2, 0, printed.input.texts.annexNote);
  return [...explanations, text('annexNote', annexNote, { group, what: 'annexNote', source: ofYear('annexNote') })];
}

type Entry = PlaceInput['entries'][number];

function entryPlaces(printed: Printed, entry: Entry, { figures, parts }: PrintedEntry, index: number): Place[] {
  const { text, figure } = placesIn(printed, 'document');
  const { year } = printed.input;
  const path = `sections.1.blocks.0.entries.${index}`;
  const group = entry.name;
  const key = (what: string) => `entry:${entry.id}:${what}`;
  const ofEntry = (field: PlacedField): Source => ({
    kind: 'entry',
    entryId: entry.id,
    field,
  });
  const amounts = [
    { what: 'amount', year, source: ofEntry('amount'), amount: amountOrUnknown(entry.amount) },
    {
      what: 'lastYear',
      year: year - 1,
      source: { kind: 'lastYear', entryId: entry.id },
      amount: entry.isNew ? documentText.newProject : amountOrUnknown(entry.lastYearAmount),
    },
  ] as const;
  return [
    text(key('name'), [`${path}.heading.name`], { group, what: 'name', source: ofEntry('name') }),
    ...figures.flatMap((printedFigure, at) => {
      const asked = amounts[at];
      if (!asked) return [];
      const { amount, ...described } = asked;
      return figure(key(asked.what), `${path}.heading.figures.${at}`, printedFigure, amount, { group, ...described });
    }),
    ...PRINTED_PROSE.map((what, at) =>
      text(
        key(what),
        (parts[at]?.paragraphs ?? []).map((_, line) => `${path}.parts.${at}.paragraphs.${line}`),
        { group, what, source: ofEntry(what) },
      ),
    ),
  ];
}

const listPlaces = (printed: Printed, { entries }: EntryList): Place[] =>
  printedEntries<Entry>(printed.input.entries).flatMap((entry, index) => {
    const drawn = entries[index];
    return drawn ? entryPlaces(printed, entry, drawn, index) : [];
  });

/** Every figure and text of 資料Ｄ‐１ that isn't the program's own word, in the order of print. */
export function d1Places(printed: Printed): Place[] {
  const { text } = placesIn(printed, 'document');
  const { title, sections } = printed.printed;
  const [table, list] = sections.map(({ blocks }) => blocks[0]);
  const group = sections[0]?.heading ?? '';
  return [
    text('title', ['title'], { group: title, what: 'title', source: ofYear('title') }),
    text('mark', ['mark'], { group: title, what: 'mark', source: ofYear('mark') }),
    ...(table?.kind === 'amountTable' ? tablePlaces(printed, table, group) : []),
    ...prosePlaces(printed, group),
    ...(list?.kind === 'entries' ? listPlaces(printed, list) : []),
  ].filter(hasValue);
}
