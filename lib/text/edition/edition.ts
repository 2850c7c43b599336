import type { EditionKind, EditionName } from '@/lib/domain/edition/edition';
import { yearName } from '@/lib/domain/year/fiscal-year';

export const editionKindText: Record<EditionKind, string> = { draft: '案', first: '初版', corrected: '訂正版' };

/** 第2版（訂正版） */
export const editionNumberText = ({ number, kind }: Omit<EditionName, 'year'>): string =>
  `第${number}版（${editionKindText[kind]}）`;

/** 令和4年度 第2版（訂正版） */
export const editionNameText = ({ year, ...edition }: EditionName): string =>
  `${yearName(year)} ${editionNumberText(edition)}`;
