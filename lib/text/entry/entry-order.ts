import { yearName } from '@/lib/domain/year/fiscal-year';

export const entryOrderText = {
  titleOf: (year: number): string => `${yearName(year)}の掲載順`,
  lead: '資料と一覧は、この掲載順になります。経費区分の中で、「上へ」「下へ」で一つずつ移動するか、掲載順の番号を入力してください。',
  caption: '事業の掲載順',
  place: '掲載順',
  name: '事業名',
  department: '担当課',
  priority: '重点',
  isPriority: '重点',
  notPriority: '',
  move: '移動',
  up: '上へ',
  down: '下へ',
  save: '掲載順を保存',
  backToList: '事業一覧に戻る',
  empty: '掲載順を決める事業はありません。',
  closed: 'この年度は確定しているため、掲載順を変更できません。',
  unchanged: '掲載順に変更はありません。',
  unsaved: '掲載順はまだ保存されていません。',
  saved: '掲載順を保存しました。',
  conflict:
    '先に掲載順、経費区分または事業が変更されています。相違箇所には、保存されている掲載順も表示しています。どちらの掲載順にするかを選んでください。',
  failedTitle: '掲載順を保存できませんでした。',
  takeLatest: '保存されている掲載順を使う',
} as const;

export const storedPlaceText = (place: number): string => `保存されている掲載順：${place}番目`;
export const upLabel = (name: string): string => `${name}を上へ`;
export const downLabel = (name: string): string => `${name}を下へ`;
export const placeLabel = (name: string): string => `${name}の掲載順`;
export const movedTo = (name: string, place: number): string => `${name}を${place}番目に移しました。`;
export const wrongPlace = (count: number): string =>
  `掲載順は、経費区分の中で1から${count}までの数で入力してください。`;
