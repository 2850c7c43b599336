import type { LastChange } from '@/lib/domain/choice';
import { formatDateTime } from './format';
import { uiText } from './ui';

/** Nobody is somebody else to themselves. */
const whoOf = ({ by, isOwn }: LastChange): string => (isOwn ? '自分（別の画面）' : (by ?? '別の人'));

/** Somebody else saved first: both versions of a field, and how to go on. */
export const otherVersionText = {
  /** As in the editor of an entry; before it is known who: 先に更新されています。 */
  title: (change: LastChange | null): string =>
    change ? `${whoOf(change)}が${formatDateTime(new Date(change.at))}に更新しました。` : '先に更新されています。',
  lead: '同じ項目が変更されています。保存すると、最新の内容がこの画面の内容に置き換わります。',
  /** Nobody is asked about what only the other one changed. */
  taken: (change: LastChange | null, labels: readonly string[]): string =>
    `${otherVersionText.title(change)}変更していない項目は、最新の内容に更新しました：${labels.join('、')}`,
  notDone: 'この操作は行われていません。',
  latest: '最新の内容：',
  mine: '自分の内容：',
  use: { latest: '最新の内容を使う', mine: '自分の内容を使う' },
  of: (label: string): string => `${label}：`,
  empty: uiText.notEntered,
} as const;
