import type { EditionDocumentKind, EditionFile, EditionKind, EditionName } from '@/lib/domain/edition/edition';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { formatText } from '@/lib/text/document/document-files';
import { formatCount } from '@/lib/text/format';
import { documentKindText } from '@/lib/text/terms';

export const editionKindText: Record<EditionKind, string> = { draft: '案', first: '初版', corrected: '訂正版' };

export const editionDocumentText: Record<EditionDocumentKind, string> = { ...documentKindText, errata: '正誤表' };

/** 154,914バイト */
export const bytesText = (bytes: number): string => `${formatCount(bytes)}バイト`;

/** PDF　271071_2022_d1_v2.pdf　154,914バイト　SHA-256… */
export const editionFileText = ({ format, name, bytes, sha256 }: EditionFile): string =>
  [formatText(format), name, bytesText(bytes), sha256].join('　');

/** 第2版（訂正版）: on screens. */
export const editionNumberText = ({ number, kind }: Omit<EditionName, 'year'>): string =>
  `第${number}版（${editionKindText[kind]}）`;

/** 令和4年度 第2版（訂正版） */
export const editionNameText = ({ year, ...edition }: EditionName): string =>
  `${yearName(year)} ${editionNumberText(edition)}`;
