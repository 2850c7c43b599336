import type { FieldErrorCode } from '@/lib/domain/field-errors';
import type { CellField } from '@/lib/domain/sheet/cells';
import type { CeilingLeft, SheetTotals } from '@/lib/domain/sheet/sheet-view';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { entryFieldText } from '@/lib/text/entry/entry';
import { fieldErrorMessage } from '@/lib/text/errors';
import { formatCount } from '@/lib/text/format';
import { withUnit } from '@/lib/text/totals';

const count = (rows: number): string => `${formatCount(rows)}件`;

export const sheetText = {
  open: '表で入力',
  title: (year: number): string => `表で入力：${yearName(year)}`,
  caption: '事業の表（△は減を表します）',
  meta: (department: string, rows: number): string => `${department}　${count(rows)}　金額は千円`,
  keys: 'Enter・↑↓ 上下へ　Tab 右へ　Shift+↓ 範囲　Ctrl+D 上の値を複写　Ctrl+Z 元に戻す　Excelの範囲を貼付け可',
  range: (cells: number): string =>
    `${formatCount(cells)}か所を選択中　Ctrl+D 一番上の値を複写　Delete 消去　Ctrl+C コピー　Esc 解除`,
  number: '番号',
  lastYear: '前年度',
  difference: '増減',
  state: '状態',
  sameAsLastYear: (rows: number): string => `未入力${count(rows)}を前年度と同額に`,
  undo: '元に戻す',
  save: '保存',
  typing: '入力中',
  unsaved: '未保存',
  saving: '保存中',
  notEntered: '未入力',
  noMark: '－',
  noRows: 'この年度には、担当課の事業がまだありません。',
  noDepartment: 'アカウントに担当課がないため、入力できる事業がありません。予算管理者に依頼してください。',
  done: {
    same: (rows: number): string => `${count(rows)}を前年度と同額にしました。`,
    noSame: '前年度の金額がある未入力の事業はありません。',
    copied: '上の値を複写しました。',
    filled: (cells: number): string => `${formatCount(cells)}か所に一番上の値を複写しました。`,
    cleared: (cells: number): string => `${formatCount(cells)}か所を消去しました。`,
    copiedRange: (cells: number): string => `${formatCount(cells)}か所をコピーしました。`,
    undone: (cells: number): string => `${formatCount(cells)}か所を元に戻しました。`,
    redone: (cells: number): string => `${formatCount(cells)}か所をやり直しました。`,
    kept: (cells: number): string =>
      `${formatCount(cells)}か所は、その後に別の画面で変更されたか、編集できなくなったため、そのままにしました。`,
    locked: (rows: number): string => `編集できない${count(rows)}の事業は、そのままにしました。`,
    nothing: '元に戻す入力はありません。',
  },
  heard: (rows: number): string => `別の画面で更新された${count(rows)}を、最新の内容にしました。`,
  hasOthers: 'この表の事業が、別の画面で追加、提出などされています。',
  reload: '保存して再読み込み',
  goTo: (cell: string): string => `${cell}へ`,
  conflicts: (rows: number): string =>
    `${count(rows)}の事業が、先に更新されています。表の中で、どちらの内容にするかを選んでください。`,
  choose: '同じ項目が変更されています。どちらの内容にするかを選んでください。',
  lockedRow: 'この事業は状態が変わったため、保存できません。',
  keptRow: '入力内容はこの画面に残っています。取り戻すか差戻しになると、保存します。',
  locked: (rows: number): string =>
    `${count(rows)}の事業は、状態が変わったため保存できません。入力内容は合計に含みません。`,
  unsavedRows: (rows: number): string => `${count(rows)}が未保存です`,
  amountTotal: '合計',
  lastYearTotal: (sum: number): string => `前年度 ${withUnit(sum)}`,
  remainder: '枠の残り',
  excess: '枠の超過',
  limit: (limit: number): string => `この表の枠 ${withUnit(limit)}`,
} as const;

/** 1-8 予算額（千円）: the name of a cell. */
export const cellLabel = (number: string, field: CellField): string =>
  `${number} ${cellHead[field]}${field === 'amount' ? '（千円）' : ''}`;

export const cellHead: Record<CellField, string> = {
  name: entryFieldText.name,
  mark: entryFieldText.mark,
  rank: '優先順位',
  amount: entryFieldText.amount,
};

/** Beside the cell, where there is room for what is wrong and none for examples. */
export const cellErrorText = (field: CellField, code: FieldErrorCode): string =>
  fieldErrorMessage(cellHead[field], code).replace(/。.*$/, '');

/** 未入力6件・誤りのある値1件を含みません */
export function leftOutText({ blank, unread }: Pick<SheetTotals, 'blank' | 'unread'>): string {
  const parts = [blank > 0 && `未入力${count(blank)}`, unread > 0 && `誤りのある値${count(unread)}`].filter(Boolean);
  return parts.length > 0 ? `${parts.join('・')}を含みません` : '';
}

/** 前年度のある6件を同額にすると1,854千円超過 */
export function ifSameText({ ifSame }: CeilingLeft): string {
  const { count: rows, remainder } = ifSame;
  if (rows === 0) return '';
  const left = remainder < 0 ? `${withUnit(-remainder)}超過` : `残り${withUnit(remainder)}`;
  return `未入力${count(rows)}を前年度と同額にすると${left}`;
}
