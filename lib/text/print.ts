import { yearName } from '@/lib/domain/year/fiscal-year';
import { formatEraDateTime } from './format';
import { uiText, yearWithState } from './ui';

export type PrintedFrom = {
  wardName: string;
  /** null: the page belongs to no year. */
  year: { year: number; isOpen: boolean } | null;
  /** Figures that are not settled can be on it. */
  isDraft: boolean;
  /** When its data were read, and for whom. */
  at: Date;
  name: string;
};

export const printMarginText = {
  confidential: '取扱注意',
  place: ({ wardName, year }: PrintedFrom): string =>
    `${wardName} ${uiText.appName}${year ? `　${yearWithState(yearName(year.year), year.isOpen)}` : ''}`,
  state: ({ at, name }: PrintedFrom): string => `${formatEraDateTime(at)}現在　${name}`,
} as const;
