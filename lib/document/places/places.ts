import { toPrintable } from '@/lib/document/printable';
import { inPrintedWidth } from '@/lib/document/templates/d1';
import { DOCUMENTS } from '@/lib/document/templates/templates';
import { type Place, READ_DOCUMENTS, type ReadDocumentKind } from '@/lib/domain/read-through/place';
import { annexPlaces } from './annex-places';
import { d1Places } from './d1-places';
import type { PlaceInput, Printed } from './place-input';

const PLACES: Record<ReadDocumentKind, (printed: Printed) => Place[]> = { document: d1Places, annex: annexPlaces };

/** Every figure and text that people hold against its source before an edition, in the order of print. */
export const placesOf = (input: PlaceInput): Place[] =>
  READ_DOCUMENTS.flatMap((kind) => {
    const written = DOCUMENTS[kind](input);
    return PLACES[kind]({ printed: toPrintable(written), written, input: inPrintedWidth(input) });
  });
