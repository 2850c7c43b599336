import * as z from 'zod/mini';
import type { AmountTable, Block, EntryList, Figure, ListTable, PrintedEntry, Prose } from '@/lib/document/model';
import type { PrintableModel } from '@/lib/document/printable';
import { thousandYen } from '@/lib/domain/amount';

const texts = z.array(z.string());
const figure: z.ZodMiniType<Figure> = z.strictObject({
  fiscalYear: z.int(),
  amountThousandYen: z.nullable(z.pipe(z.int(), z.transform(thousandYen))),
  text: z.string(),
});

const amountTable: z.ZodMiniType<AmountTable> = z.strictObject({
  kind: z.literal('amountTable'),
  caption: z.string(),
  unit: z.string(),
  corner: z.string(),
  columns: texts,
  rows: z.array(z.strictObject({ label: z.string(), level: z.literal([1, 2]), cells: z.array(figure) })),
  note: z.string(),
});
const prose: z.ZodMiniType<Prose> = z.strictObject({ kind: z.literal('prose'), paragraphs: texts });
const entry: z.ZodMiniType<PrintedEntry> = z.strictObject({
  name: z.string(),
  figures: z.array(figure),
  heading: z.strictObject({ name: z.string(), figures: texts }),
  parts: z.array(z.strictObject({ label: z.string(), paragraphs: texts })),
});
const entries: z.ZodMiniType<EntryList> = z.strictObject({
  kind: z.literal('entries'),
  entries: z.array(entry),
  empty: z.string(),
});

const listTable: z.ZodMiniType<ListTable> = z.strictObject({
  kind: z.literal('listTable'),
  caption: z.string(),
  unit: z.string(),
  columns: z.array(z.strictObject({ label: z.string(), holds: z.enum(['text', 'wording', 'amount', 'difference']) })),
  rows: z.array(
    z.strictObject({
      kind: z.enum(['entry', 'rest', 'category', 'total', 'correction']),
      cells: z.array(z.union([figure, z.string()])),
    }),
  ),
  notes: texts,
});

const BLOCKS: { [Kind in Block['kind']]: z.ZodMiniType<Extract<Block, { kind: Kind }>> } = {
  amountTable,
  prose,
  entries,
  listTable,
};

/** The tree as a file holds it, for whoever reads it in. */
export const documentFile = z.strictObject({
  template: z.enum(['d1', 'annex', 'errata']),
  language: z.literal('ja'),
  paper: z.enum(['portrait', 'landscape']),
  title: z.string(),
  mark: z.string(),
  author: z.string(),
  subject: z.string(),
  watermark: z.nullable(z.string()),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      kind: z.optional(z.literal('errata')),
      blocks: z.array(z.union(Object.values(BLOCKS))),
    }),
  ),
  statement: z.optional(z.string()),
});

const asText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const renderJson = (model: PrintableModel): string => asText(model);

/** What `renderJson` holds to (JSON Schema, 2020-12). */
export const renderJsonSchema = (): string => asText(z.toJSONSchema(documentFile, { io: 'input' }));
