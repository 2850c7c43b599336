import type { Block, EntryList, Figure, ListTable } from '@/lib/document/model';
import { noticeOf } from '@/lib/document/pieces';
import type { PrintableModel } from '@/lib/document/printable';
import { documentFileText as text } from '@/lib/text/document/document-files';

/** A line of the table for machines: by the name of its column, a text or a number without signs. */
export type DocumentRecord = Record<string, string | number>;
export type RecordTable = { columns: string[]; records: DocumentRecord[] };

const { columns } = text;
const KNOWN = Object.values<string>(columns);

const prose = (kind: string, said: string): DocumentRecord => ({ [columns.kind]: kind, [columns.text]: said });

/** An amount is a number with its unit and year. What is printed in the place of one that isn't known is a text. */
const figureRecord = ({ fiscalYear, amountThousandYen, text: printed }: Figure): DocumentRecord => ({
  [columns.fiscalYear]: fiscalYear,
  ...(amountThousandYen === null
    ? { [columns.text]: printed }
    : { [columns.amount]: amountThousandYen, [columns.unit]: text.unit }),
});

const entryRecords = (entry: EntryList['entries'][number]): DocumentRecord[] =>
  [
    prose(text.heading, entry.heading.name + entry.heading.figures.join('')),
    ...entry.figures.map((figure) => ({ [columns.kind]: text.amount, ...figureRecord(figure) })),
    ...entry.parts.flatMap(({ label, paragraphs }) => paragraphs.map((paragraph) => prose(label, paragraph))),
  ].map((record) => ({ [columns.item]: entry.name, ...record }));

/**
 * A figure a record; what the row's texts say stands beside each, in columns of the list's own, and what the row is: who adds
 * up takes no total along. A row of texts alone is a record, too.
 */
function listRecords({ columns: listed, rows, notes }: ListTable): DocumentRecord[] {
  const figures = rows.flatMap(({ kind, cells }) => {
    const texts = listed.flatMap(({ label }, column) => {
      const cell = cells[column] ?? '';
      return typeof cell === 'string' ? [[label, cell]] : [];
    });
    const row: DocumentRecord = { ...Object.fromEntries(texts), [columns.row]: text.rows[kind] };
    const found = listed.flatMap(({ label }, column) => {
      const cell = cells[column] ?? '';
      return typeof cell === 'string' ? [] : [{ ...row, [columns.kind]: label, ...figureRecord(cell) }];
    });
    return found.length > 0 ? found : [row];
  });
  return [...figures, ...notes.map((note) => prose(text.note, note))];
}

function blockRecords(block: Block): DocumentRecord[] {
  switch (block.kind) {
    case 'amountTable':
      return [
        ...block.rows.flatMap(({ label, cells }) =>
          cells.map((cell, index) => ({
            [columns.item]: label,
            [columns.kind]: block.columns[index] ?? '',
            ...figureRecord(cell),
          })),
        ),
        prose(text.note, block.note),
      ];
    case 'prose':
      return block.paragraphs.map((paragraph) => prose(text.prose, paragraph));
    case 'entries':
      return block.entries.length === 0 ? [prose(text.prose, block.empty)] : block.entries.flatMap(entryRecords);
    case 'listTable':
      return listRecords(block);
  }
}

/**
 * The document as one table by the rules for data that machines read: heads in the first row, one fact a row, plain
 * numbers, unit and western year in columns of their own.
 */
export function recordsOf(model: PrintableModel): RecordTable {
  const front = {
    [columns.document]: model.mark,
    [columns.title]: model.title,
    [columns.state]: noticeOf(model) ?? '',
  };
  const records = model.sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap(blockRecords).map((record) => ({ ...front, [columns.section]: heading, ...record })),
  );
  const used = new Set(records.flatMap((record) => Object.keys(record)));
  const own = Array.from(used).filter((name) => !KNOWN.includes(name));
  return {
    columns: KNOWN.flatMap((name) => [...(name === columns.kind ? own : []), ...(used.has(name) ? [name] : [])]),
    records,
  };
}
