import type { ReaderSummary } from '@/lib/domain/read-through/mark';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import type { OpenPoint } from '@/lib/domain/year/open-points';

/** 案 is published while the year is drafted, 初版 is the first edition that is final, 訂正版 every later one. */
export const EDITION_KINDS = ['draft', 'first', 'corrected'] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** The documents of an edition; a 訂正版 has its 正誤表. */
export const EDITION_DOCUMENTS = ['document', 'annex', 'errata'] as const;
export type EditionDocumentKind = (typeof EDITION_DOCUMENTS)[number];

export type EditionName = { year: number; number: number; kind: EditionKind };

export type EditionFile = { format: string; name: string; bytes: number; sha256: string };
export type EditionDocument = { kind: EditionDocumentKind; modelSha256: string; files: EditionFile[] };

/** `publishedAt` is an ISO instant; `confirmed` stood against it and stayed as it was; `readers` read it before. */
export type Edition = EditionName & {
  reason: string | null;
  publishedBy: string;
  publishedAt: string;
  confirmed: OpenPoint[];
  readers: ReaderSummary[];
  documents: EditionDocument[];
};

/** What a year's next edition will be. */
export function nextEditionKind(isOpen: boolean, earlier: readonly EditionKind[]): EditionKind {
  if (isOpen) return 'draft';
  return earlier.some((kind) => kind !== 'draft') ? 'corrected' : 'first';
}

/** Which of them the next edition is held against: a 訂正版 corrects what is final, others follow the newest. */
export function previousEdition<T extends { kind: EditionKind }>(next: EditionKind, earlier: readonly T[]): T | null {
  return earlier.findLast(({ kind }) => next !== 'corrected' || kind !== 'draft') ?? null;
}

/** In the place of a number: what would be published now, for those who may publish it. */
export const NEXT_EDITION = 'next';

/** The document that an address names; undefined: it names none. */
export const editionDocumentOf = (name: string | undefined): EditionDocumentKind | undefined =>
  EDITION_DOCUMENTS.find((kind) => kind === name);

/** 2022-3 in an address, or 3 of that year. What names none is 0, which is that of no edition. */
export function editionOf(asked: unknown, year: number): Pick<EditionName, 'year' | 'number'> | undefined {
  if (asked === undefined) return undefined;
  const [number, ofYear] = `${asked}`.split('-').reverse();
  return { year: fiscalYearFromPath(ofYear ?? `${year}`) ?? 0, number: editionNumberOf(number) ?? 0 };
}

export const editionKey = ({ year, number }: Pick<EditionName, 'year' | 'number'>): string => `${year}-${number}`;

/** The number that an address names; undefined: it names none. */
export const editionNumberOf = (asked: string | null | undefined): number | undefined =>
  asked && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : undefined;
