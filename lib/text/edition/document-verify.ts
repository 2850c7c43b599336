import type { EditionDocumentKind, EditionName } from '@/lib/domain/edition/edition';
import { formatText } from '@/lib/text/document/document-files';
import { formatEraDateTime } from '@/lib/text/format';
import { editionDocumentText, editionNameText } from './edition';

/** A file that was published. */
export type PublishedFile = EditionName & {
  wardName: string;
  document: EditionDocumentKind;
  format: string;
  publisherName: string;
  publishedAt: Date;
};

/** What `npm run document:verify` says. */
export const documentVerifyText = {
  usage: '使い方：npm run document:verify -- ファイル',
  file: (name: string, sha256: string): string => `${name}\n　SHA-256：${sha256}`,
  isPublished: ({ wardName, document, format, publisherName, publishedAt, ...edition }: PublishedFile): string =>
    `　${wardName} ${editionNameText(edition)}の${editionDocumentText[document]}（${formatText(format)}）です。` +
    `公表：${formatEraDateTime(publishedAt)}、${publisherName}`,
  none: '　公表した資料のどのファイルとも一致しません。',
  inside: (file: string, name: string): string => `${file}の中の${name}`,
} as const;
