import type { Finding } from '@/lib/domain/findings/check';
import type { Severity } from '@/lib/domain/findings/finding';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import type { RuleName } from '@/lib/domain/findings/rules';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { entryFieldText, markText } from '@/lib/text/entry/entry';
import { documentTextLabels, yearSettingsText } from '@/lib/text/year/year-settings';

export const severityText: Record<Severity, string> = { error: '誤り', warning: '確認' };

const SHOWN = 40;
/** The words in question, cut where there are many. */
const quoted = ({ found }: Finding): string => {
  const line = found.replace(/\s+/g, ' ');
  return `「${[...line].length > SHOWN ? `${[...line].slice(0, SHOWN).join('')}…` : line}」`;
};

const slipText: Record<string, string> = {
  ten_times: '桁が違います',
  dropped: '比べて数字が1字足りません',
  added: '比べて数字が1字多くなっています',
  swapped: '数字が入れ替わっています',
};

type RuleText = { name: string; message: (finding: Finding) => string };

/** What each rule is called, and what it says: what is wrong and what to do. */
export const ruleText: Record<RuleName, RuleText> = {
  amount_contradicted: {
    name: '文中の金額',
    message: (finding) =>
      finding.detail === 'part'
        ? `${quoted(finding)}が予算額を超えています。内訳か予算額を確認してください。`
        : `${quoted(finding)}が予算額または前年度の金額と一致しません。金額を確認してください。`,
  },
  close_amount: {
    name: '予算額に近い金額',
    message: (finding) =>
      `${quoted(finding)}は、予算額または前年度の金額と${finding.detail === 'close' ? '1字だけ違います' : '異なります'}。金額を確認してください。`,
  },
  placeholder: {
    name: '仮の文字',
    message: (finding) => `${quoted(finding)}が残っています。正しい文に書き換えるか、削除してください。`,
  },
  unpaired_bracket: {
    name: '括弧の対応',
    message: (finding) => `${quoted(finding)}に対応する括弧がありません。括弧を補うか、削除してください。`,
  },
  slipped_from_last_year: {
    name: '前年度との桁・数字',
    message: ({ found, expected, detail }) =>
      `${found}千円は、前年度の${expected}千円と${slipText[detail ?? '']}。金額を確認してください。`,
  },
  far_from_last_year: {
    name: '前年度との差',
    message: ({ found, expected, detail }) =>
      `${found}千円は、前年度の${expected}千円より3割を超えて${detail === 'more' ? '多い' : '少ない'}額です。金額を確認してください。`,
  },
  mark_against_last_year: {
    name: '区分と前年度',
    message: ({ found, detail, expected }) =>
      detail === 'not_new'
        ? `区分は新規ですが、前年度に${expected}千円があります。区分または前年度を確認してください。`
        : `区分は${markText[found as keyof typeof markText] ?? found}ですが、前年度は新規事業です。区分または前年度を確認してください。`,
  },
  misgrouped_amount: {
    name: '桁区切り',
    message: (finding) => `${quoted(finding)}のコンマの位置を確認してください。`,
  },
  stale_year: {
    name: '年度の書き換え',
    message: (finding) => `${quoted(finding)}は過ぎた年度です。これから行うことの年度を確認してください。`,
  },
  impossible_year: {
    name: '元号の年度',
    message: (finding) => `${quoted(finding)}は使いません。年度を確認してください。`,
  },
  stray_key: {
    name: '打ち間違い',
    message: (finding) => `${quoted(finding)}は打ち間違いではありませんか。文を確認してください。`,
  },
  bracket_punctuation: {
    name: '括弧と句読点',
    message: (finding) => `括弧と句読点の並び${quoted(finding)}を確認してください。`,
  },
  doubled_punctuation: {
    name: '句読点',
    message: (finding) => `句読点${quoted(finding)}の重なりまたは位置を確認してください。`,
  },
  doubled_word: {
    name: '言葉の重なり',
    message: (finding) => `${quoted(finding)}は重なっていませんか。文を確認してください。`,
  },
  mixed_digits: {
    name: '数字の全角・半角',
    message: (finding) => `${quoted(finding)}の全角・半角を確認してください。1桁は全角、2桁以上は半角で書きます。`,
  },
  half_width_kana: {
    name: '半角カナ',
    message: (finding) => `半角カナ${quoted(finding)}を全角に書き換えてください。`,
  },
  outside_cp932: {
    name: '使えない文字',
    message: (finding) =>
      finding.detail === 'unprintable'
        ? `${quoted(finding)}は資料の書体にないため、「〓」または標準の字形で印字されます。別の文字を検討してください。`
        : `${quoted(finding)}は、ほかのシステムで表示できないことがあります。別の文字を検討してください。`,
  },
  repeated_summary: {
    name: '概要との重複',
    message: (finding) => `${quoted(finding)}は概要の文とほとんど同じです。区独自の工夫を書いてください。`,
  },
  mixed_style: {
    name: '文体',
    message: ({ detail, ...finding }) =>
      `${quoted({ ...finding, detail })}の文体が、ほかの文の${detail === 'polite' ? '「です・ます」' : '「である」'}と異なります。文体をそろえてください。`,
  },
  long_sentence: {
    name: '長い文',
    message: (finding) => `${quoted(finding)}の文が120文字を超えています。文を分けることを検討してください。`,
  },
  house_word: {
    name: '用字・用語',
    message: (finding) => `${quoted(finding)}は用字・用語の辞書と異なります。`,
  },
};

export const findingMessage = (finding: Finding): string => ruleText[finding.rule].message(finding);

export const findingPlaceText: Record<string, string> = entryFieldText;

/** Where it is in the texts that the document prints around the entries. */
export const framePlaceText = (place: string, categoryName: string | null): string => {
  const { name, explanation } = yearSettingsText;
  const labels: Record<string, string> = categoryName === null ? documentTextLabels : { name, explanation };
  return [categoryName, labels[place]].filter(Boolean).join('：');
};

const counted = (severity: Severity, count: number): string => (count > 0 ? `${severityText[severity]}${count}件` : '');

export const findingsText = {
  title: '点検',
  none: '点検で見つかったものはありません。',
  /** 誤り1件、確認2件 */
  counts: (errors: number, warnings: number): string =>
    [counted('error', errors), counted('warning', warnings)].filter(Boolean).join('、'),
  expected: (text: string): string => `候補：${text}`,
  replace: (text: string): string => `「${text}」に置き換える`,
  blocked: '誤りを訂正すると提出できます。',
  looked: '確認済',
  reason: '理由',
  open: '未確認',
  checked: '確認の内容を見て、このまま提出します',
  checkFirst: '確認の内容を見て、チェックを入れてください。',
  reasonFor: (name: string): string => `${name}の理由`,
  reasonSupport: '承認者に表示され、履歴に残ります。',
  failed: '点検を表示できません。保存と提出はできます。',
  toField: (place: string): string => `${place}を開く`,
} as const;

/** An administrator lets an error stand. */
export const allowFindingText = {
  title: '点検の誤り',
  lead: '誤りがあると、担当課は提出できません。点検の指摘が正しくないときは、理由を付けて許可できます。指摘された文を変更すると、許可は無効になります。',
  reason: '許可する理由',
  support: '承認者に表示され、履歴に残ります。',
  allow: 'この指摘を許可',
  /** In place of the severity. */
  label: '許可済',
  allowed: (by: string, reason: string): string => `${by}が許可：${reason}`,
} as const;

/** What somebody said of a finding. */
export const saidText = ({ reason, allowedBy }: FindingReason): string => {
  if (allowedBy) return allowFindingText.allowed(allowedBy, reason);
  return reason ? `${findingsText.reason}：${reason}` : findingsText.looked;
};

export const findingsTitle = (year: number): string => `${yearName(year)}の点検`;

export const yearFindingsText = {
  filters: '点検の絞り込み',
  list: '点検の結果',
  severity: '重要度',
  rule: '種類',
  department: '担当課',
  entry: '事業・文言',
  place: '項目',
  message: '指摘',
  said: '提出時の確認',
  all: 'すべて',
  apply: '絞り込む',
  clear: '条件を解除',
  noMatch: '条件に合うものはありません。',
  frame: '資料の文言',
  /** On the home. */
  line: (counts: string): string => `点検：${counts}`,
} as const;
