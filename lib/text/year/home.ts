import type { EntryField } from '@/lib/domain/entry/entry-fields';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { change, type Overview, type TrendSummary } from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import type { Chore, EntryTask } from '@/lib/domain/year/year-home';
import { entryFieldText } from '@/lib/text/entry/entry';
import { revisionActionText } from '@/lib/text/entry/entry-history';
import { formatChange, formatRatio, formatShortDate } from '@/lib/text/format';
import { annexText } from '@/lib/text/terms';
import { categoryOverText, totalLine, withUnit } from '@/lib/text/totals';

export const homeText = {
  tasks: 'あなたの作業',
  noTasks: '対応が必要な事業はありません。',
  closedTasks: 'この年度は確定しているため、作業はありません。',
  firstEntry: '先頭の事業を開く',
  thousandYen: '千円',
  unit: '（千円）',
  request: '要求',
  isNew: '新規',
  ready: '入力済　提出できます',
  firstChore: '先頭の作業を開く',
  matrix: '課別の状況',
  matrixCaption: '課と状態ごとの事業の件数',
  matrixTotal: '計',
  allDepartments: '全課',
  department: '担当課',
  totals: '経費区分別の合計',
  totalsCaption: '経費区分ごとの合計と前年度との比較',
  trend: '合計の推移',
  trendCaption: '経費区分ごとの合計の推移（単位：千円）',
  category: '経費区分',
  total: '合計',
  lastYear: '前年度',
  difference: '増減',
  ceiling: '枠',
  remainder: '枠の残り',
  incomplete: '未入力あり',
  unitThousandYen: '（単位：千円）',
  noAmount: '金額未入力',
  chart: '年度ごとの合計の棒グラフ。数値は表にあります。',
} as const;

export const moreTasks = (count: number): string => `ほか${count}件を一覧で表示`;
export const tasksElsewhereText = (year: number, count: number): string =>
  `${yearName(year)}に、あなたの作業が${count}件あります`;
/** 11/24 保健福祉課 承認者が差戻し：根拠を示してください。 */
const doneBy = (at: Date, name: string | null, what: string): string =>
  `${formatShortDate(at)} ${name ? `${name}が` : ''}${what}`;

/** What a task is about: why it came back, who sent it and when, or what it still lacks. */
type Noted = Pick<EntryTask, 'status' | 'sentBack' | 'submittedAt' | 'submittedBy'> & {
  missing: readonly EntryField[];
};

export function taskNote({ status, sentBack, missing, submittedAt, submittedBy }: Noted): string {
  const back =
    sentBack &&
    `${doneBy(new Date(sentBack.at), sentBack.actorName, revisionActionText(sentBack.action))}：${sentBack.reason}`;
  if (WAITING.includes(status)) {
    return [doneBy(submittedAt, submittedBy, revisionActionText('submit')), back].filter(Boolean).join('　');
  }
  if (back) return back;
  return missing.length > 0 ? `${missing.map((field) => entryFieldText[field]).join('・')}が未入力` : homeText.ready;
}

/** 保健福祉課の要求 20件; of all 課: 要求 203件 */
export const requestOf = (departmentName: string, count: number): string =>
  `${departmentName && `${departmentName}の`}${homeText.request} ${count}件`;
export const approvedOf = (approved: number, total: number): string => `承認 ${approved}／${total}件`;
export const withoutBlank = (blank: number): string => `ほかに金額未入力 ${blank}件`;
export const statusCount = (status: string, count: number): string => `${status} ${count}件`;
const lineOf = ({ total, known, totalBefore }: Overview): string => totalLine(total, known, change(total, totalBefore));
/** 区全体　合計 2,985,575千円（前年度比 △2.6％） */
export const wholeWard = (overview: Overview): string => `区全体　${lineOf(overview)}`;
/** 前年度比 △3.2％（△72,869千円） */
export function comparedText(overview: Overview): string {
  const { total, totalBefore } = overview;
  const changed = change(total, totalBefore);
  if (!changed) return total === null || total === undefined ? lineOf(overview) : '';
  const { difference, ratio } = changed;
  const share = ratio === null ? '' : formatChange(ratio);
  return `前年度比 ${share}（${difference > 0 ? '＋' : ''}${withUnit(difference)}）`;
}
export function choreText(chore: Chore): string {
  if (chore.kind === 'annex') return `${chore.categoryName}の${annexText}が未入力です`;
  if (chore.kind === 'over') return `${categoryOverText(chore.category)}しています`;
  const { count } = chore;
  return chore.kind === 'undecidable'
    ? `承認待ちのまま、承認できる人がいない事業が${count}件あります`
    : `承認されていない事業が${count}件あります`;
}
export const blockFailed = (block: string): string => `${block}を表示できません。`;
export const cellLink = (department: string, status: string, count: number): string =>
  `${department}の${status} ${count}件`;
export const homeTitle = (year: number): string => `${yearName(year)}のホーム`;

const amountOf = (difference: number): string => withUnit(Math.abs(difference));
const direction = (difference: number): string => (difference > 0 ? '増' : '減');

/** The chart's heading is what there is to see in it. */
export function trendTitle(year: number, summary: TrendSummary): string {
  const name = yearName(year);
  if (summary.kind === 'unknown') return `${homeText.trend}（${name}は未確定）`;
  if (summary.kind === 'only') return `${name}の合計は${withUnit(summary.total)}`;
  if (summary.kind === 'same') return `${name}の合計は前年度と同じ${withUnit(summary.total)}`;
  const { difference, ratio } = summary.change;
  const share = ratio === null ? '' : `（${formatRatio(Math.abs(ratio))}）`;
  return `${name}の合計は前年度より${amountOf(difference)}${share}の${direction(difference)}`;
}

/** 主な要因は区長自由経費の増（40千円）です。null: there is no main cause. */
export const trendCause = (summary: TrendSummary): string | null =>
  summary.kind === 'changed' && summary.mainly
    ? `主な要因は${summary.mainly.name}の${direction(summary.mainly.difference)}（${amountOf(summary.mainly.difference)}）です。`
    : null;
