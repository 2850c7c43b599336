import type { Paper } from '@/lib/domain/year/year-document';
import type { ReadDocumentKind } from './place';

/** A part of a page, in points from its top left corner. */
export type Box = { page: number; x: number; y: number; width: number; height: number };

/** By the path of what is printed in the document's tree. */
export type PlaceBoxes = Record<string, Box[]>;

/** Where each place is printed, by its key. */
export type PlacesOnPages = { papers: Record<ReadDocumentKind, Paper>; boxes: Record<string, Box[]> };
