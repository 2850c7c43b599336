import { fiscalYearName } from '@/lib/domain/fiscal-year';
export const entryOrderText = {
  titleOf: (year: number): string => `${fiscalYearName(year)}の事業の順序`,
  lead: '資料と一覧では、経費区分の中でこの順に並びます。「上へ」「下へ」で一つずつ動かすか、順番を書き換えると、その位置に移ります。',
  caption: '事業の順序',
  place: '順番',
  name: '事業名',
  category: '経費区分',
  department: '担当課',
  priority: '重点',
  isPriority: '重点',
  notPriority: '',
  move: '移動',
  up: '上へ',
  down: '下へ',
  save: '順番を保存',
  backToList: '事業一覧に戻る',
  empty: '並べる事業がありません。',
  closed: 'この年度は確定しているため、順序を変更できません。',
  unchanged: '順番は変わっていません。',
  unsaved: '順番はまだ保存されていません。',
  saved: '順番を保存しました。',
  conflict:
    '先に別の人が順番を変更したか、事業を追加したか、取り下げました。この画面の順番は残っています。違うところには、保存されている順番も表示しています。確認して保存するか、保存されている順番を使ってください。',
  failedTitle: '順番を保存できませんでした。',
  takeLatest: '保存されている順番を使う',
} as const;

export const storedPlaceText = (place: number): string => `保存されている順番：${place}番目`;
export const upLabel = (name: string): string => `${name}を上へ`;
export const downLabel = (name: string): string => `${name}を下へ`;
export const placeLabel = (name: string): string => `${name}の順番`;
export const movedTo = (name: string, place: number): string => `${name}を${place}番目に移しました。`;
export const wrongPlace = (count: number): string => `順番は1から${count}までの数で入力してください。`;
