import type { CarriedEntry, DocumentEntry, DocumentInput } from '@/lib/document/document-input';
import type { DocumentModel, Figure } from '@/lib/document/model';
import type { PrintableModel } from '@/lib/document/printable';
import { formatAmount } from '@/lib/domain/amount';
import type { Place } from '@/lib/domain/read-through/place';
import { documentText } from '@/lib/text/document/document';

/** A year's data with what says of which entry each of them is. */
export type PlaceInput = Omit<DocumentInput, 'entries' | 'carried'> & {
  entries: (DocumentEntry & { id: string })[];
  carried: (CarriedEntry & { projectId: string })[];
};

/** A document as it is printed and as its data have it: they differ where a character can't be printed. */
export type Printed = { printed: PrintableModel; written: DocumentModel; input: PlaceInput };

export const amountOrUnknown = (amount: number | null): string =>
  amount === null ? documentText.unknown : formatAmount(amount);

const valueAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], tree);

type At = Pick<Place, 'group' | 'what' | 'source'> & Partial<Pick<Place, 'of' | 'year'>>;

/** Makes the places of one document; keys of another one's are never the same. */
export const placesIn = ({ printed, written }: Printed, document: Place['document']) => {
  const keyOf = (key: string) => `${document}:${key}`;
  const textAt = (tree: unknown, paths: readonly string[]) =>
    paths.map((path) => String(valueAt(tree, path))).join('\n');
  return {
    /** A text, and what its source says: the same as long as all of it can be printed. */
    text: (key: string, paths: string[], at: At): Place => ({
      ...at,
      document,
      key: keyOf(key),
      paths,
      isFigure: false,
      value: textAt(printed, paths),
      sourceValue: textAt(written, paths),
    }),
    /** An amount, without its unit. */
    figure: (key: string, path: string, { text }: Figure, sourceValue: string, at: At): Place => ({
      ...at,
      document,
      key: keyOf(key),
      paths: [path],
      isFigure: true,
      value: text.replace(/千円$/, ''),
      sourceValue,
    }),
  };
};

/** Where nothing is printed there is nothing to be read. */
export const hasValue = ({ value }: Place): boolean => value !== '';
