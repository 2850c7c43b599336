import type { EditionKind, EditionName } from '@/lib/domain/edition/edition';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { type ConfirmationText, titleWith } from '@/lib/text/year/open-points';
import { editionNumberText } from './edition';

const effect: Record<EditionKind, string> = {
  draft:
    'この年度は編成中のため「案」になり、各ページに「案・取扱注意」と印字されます。承認前の事業も印字されます。初版は、編成を締め切ってから公表します。',
  first: 'この年度の初版になります。翌年度の資料の前年度の金額は、この版の金額になります。',
  corrected:
    '訂正版になります。前の版はそのまま残ります。訂正した箇所と理由を載せた正誤表が、資料の末尾に付き、別のファイルにもなります。',
};

/** What an administrator reads before a year's documents are published. */
export const publishText: ConfirmationText & {
  publish: string;
  title: (year: number) => string;
  lead: (edition: EditionName) => string;
  effect: Record<EditionKind, string>;
  preview: string;
  previewSupport: string;
  previewOfErrata: string;
  points: string;
  reason: string;
  reasonSupport: string;
  placeReasons: string;
  placeReasonsSupport: string;
  placeReason: (place: string) => string;
  final: (edition: EditionName) => string;
} = {
  publish: '公表する',
  title: (year) => `資料の公表（${yearName(year)}）`,
  lead: (edition) =>
    `公表すると、${editionNumberText(edition)}として、資料と別紙がすべての形式で保存されます。保存した版は変更も削除もできません。`,
  effect,
  preview: '公表する資料',
  previewSupport: '各ページの印刷イメージです。',
  previewOfErrata: '理由の欄には、公表するときに入力した訂正の理由が載ります。',
  points: '確認する事項',
  none: '公表の前に確認する事項はありません。',
  toMend: '公表までに対応が必要です。',
  toConfirm: '対応するか、確認して印を付けてください。印を付けた事項は、版とともに残ります。',
  confirm: (title, count) => `${titleWith(title, count)}をこのままにして公表する`,
  mendFirst: (title) => `${title}があるため、公表できません。先に対応してください。`,
  confirmFirst: (title) => `${title}に対応するか、確認して印を付けてください。`,
  reason: '訂正の理由',
  reasonSupport: '正誤表と版の一覧に掲載されます。',
  placeReasons: '箇所ごとに理由を書く',
  placeReasonsSupport: '空欄の箇所には、上の訂正の理由が掲載されます。',
  placeReason: (place) => `理由：${place}`,
  final: (edition) => `${editionNumberText(edition)}を公表する`,
};
