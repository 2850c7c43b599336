import type { TrendSummary } from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import type { Chore, EntryTask } from '@/lib/domain/year/year-home';
import { revisionActionText } from '@/lib/text/entry/entry-history';
import { formatRatio } from '@/lib/text/format';
import { annexText } from '@/lib/text/terms';
import { categoryOverText, withUnit } from '@/lib/text/totals';

export const homeText = {
  tasks: 'あなたの作業',
  noTasks: '対応が必要な事業はありません。',
  closedTasks: 'この年度は確定しているため、作業はありません。',
  firstEntry: '先頭の事業を開く',
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
  entrySum: '事業の計',
  annex: annexText,
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

export const taskKindText: Record<EntryTask['kind'], string> = {
  returned: '差し戻された事業',
  review: '承認待ちの事業',
  draft: '提出前の下書き',
};

export const moreTasks = (count: number): string => `ほか${count}件を一覧で表示`;
export const tasksElsewhereText = (year: number, count: number): string =>
  `${yearName(year)}に、あなたの作業が${count}件あります`;
export const sentBackReason = ({ action, reason }: NonNullable<EntryTask['sentBack']>): string =>
  `${revisionActionText(action)}の理由：${reason}`;
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

/** The chart's caption: what there is to see in it. */
export function trendSummaryText(year: number, summary: TrendSummary): string {
  const name = yearName(year);
  if (summary.kind === 'unknown') return `${name}は未入力の金額があるため、合計は未確定です。`;
  const total = `${name}の合計は${withUnit(summary.total)}です。`;
  if (summary.kind === 'only') return total;
  if (summary.kind === 'same') return `${total}前年度と同じ額です。`;
  const { change, mainly } = summary;
  const { difference } = change;
  const ratio = change.ratio === null ? '' : `（${formatRatio(Math.abs(change.ratio))}）`;
  const cause = mainly
    ? `主な要因は${mainly.name}の${direction(mainly.difference)}（${amountOf(mainly.difference)}）です。`
    : '';
  return `${total}前年度より${amountOf(difference)}${ratio}の${direction(difference)}。${cause}`;
}
