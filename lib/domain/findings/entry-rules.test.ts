import { describe, expect, test } from 'vitest';
import { blankContent } from '@/lib/domain/entry/entry';
import { checkEntry } from './check';
import type { CheckedEntry } from './finding';
import { readAmounts } from './read-amounts';
import type { RuleName } from './rules';

const entry = (said: Partial<CheckedEntry>): CheckedEntry => ({
  ...blankContent,
  year: 2023,
  lastYearAmount: null,
  isNew: false,
  ...said,
});
const found = (rule: RuleName, said: Partial<CheckedEntry>) =>
  checkEntry(entry(said), []).filter((finding) => finding.rule === rule);

test.each([
  ['2,178,837千円', 2_178_837_000, null],
  ['２，１７８，８３７千円', 2_178_837_000, null],
  ['21億7,883万7千円', 2_178_837_000, null],
  ['約22億円', 2_200_000_000, 100_000_000],
  ['二千万円', 20_000_000, null],
  ['百万円', 1_000_000, null],
  ['３百万円', 3_000_000, null],
  ['1.2億円', 120_000_000, null],
  ['5千万円余', 50_000_000, 10_000_000],
  ['三百二十万円', 3_200_000, null],
  ['84,069 千円', 84_069_000, null],
  ['500円', 500, null],
])('%s is read', (text, yen, roundedTo) => {
  expect(readAmounts(`計上する${text}を`)).toEqual([expect.objectContaining({ start: 4, yen, roundedTo })]);
});

test.each(['（単位：千円）', '数百万円', '1,200人', '令和４年度', '何億円', '円卓会議', '十分'])(
  '「%s」 is no amount',
  (text) => {
    expect(readAmounts(text)).toEqual([]);
  },
);

/** This year 84,069千円, last year 81,500千円. */
const AMOUNTS = { amount: 84_069, lastYearAmount: 81_500 };
describe('amounts in prose', () => {
  test.each([
    ['備品の整備（846万9千円）を行う。', '8,406万9千円'],
    ['予算額は846万9千円である。', '8,406万9千円'],
    ['工事（84,096千円）を行う。', '84,069千円'],
    ['工事（８４，０９６千円）を行う。', '84,069千円'],
    ['工事（840,690千円）を行う。', '84,069千円'],
    ['工事に8億4,069万円を計上する。', '8,406万9千円'],
    ['予算額：12,000千円', '84,069千円'],
    ['令和５年度予算額は約9千万円である。', '約8,000万円'],
    ['前年度予算額81,050千円を踏まえる。', '81,500千円'],
    ['令和４年度予算額84,069千円', '81,500千円'],
  ])('「%s」 says another amount', (summary, expected) => {
    expect(found('amount_contradicted', { ...AMOUNTS, summary }).map((finding) => finding.expected)).toEqual([
      expected,
    ]);
  });

  test.each([
    '予算額は8,406万9千円である。',
    '予算額は84,069千円（うち委託料1,200千円）である。',
    '令和５年度予算額：84,069千円、令和４年度予算額：81,500千円',
    '前年度より2,569千円の増',
    '約8千万円を計上する。',
    '約8,400万円の予算',
    '委託料として84,096千円を計上する。',
    '１人あたり8,460円を助成する。',
    '国の予算額は1,000億円である。',
    '総事業費21億円の工事を行う。',
    '令和２年度予算額は12,345千円であった。',
    '参加者1,200人、全84回、８月４日',
    '区内69か所で840人が参加した。',
    '500円以上の寄附',
    '補助金（上限500千円）を交付する。',
    '謝礼8,469千円',
    '12,000千円の補助を行う団体に支援する。',
    '売上は81,005千円であった。',
    '予算額に1,200千円を追加する。',
    '前年度予算額を500千円上回る。',
    '他都市の予算額は12,000千円である。',
    '前年度決算額81,050千円を踏まえる。',
    '補正後の予算額は90,000千円である。',
    '工事（84,169千円）を行う。',
    '会場整備経費：30,000千円、広報経費：10,000千円',
    '各校の予算額は1,500千円とし、12校で実施する。',
    '（１）会場整備　予算額30,000千円（２）広報　予算額54,069千円',
    '巡回相談（予算額：30,000千円）、居場所づくり（予算額：54,069千円）',
    '港区の予算額は2,497,177千円である。',
    '３年間の予算額は合計250,000千円を予定する。',
    '令和３年度、令和４年度の予算額は70,000千円、81,500千円である。',
    '令和元年度から令和５年度までの予算額の合計は400,000千円である。',
    '予算額は84,069千円であり、別に繰越額5,000千円がある。',
    '費用の半額（5,000円）を区が負担する。',
    '自己負担額は500円である。',
    '特殊詐欺の被害総額は約３億円に上る。',
    'クラウドファンディングにより目標額100万円を募る。',
    '会場に60,000千円、備品に要する経費24,069千円を計上する。',
    '会場に80,000千円、備品に4,069千円を計上する。',
    '予算額は84,068,500円である。',
    '予算額は8,407万円である。',
    '予算額は84.1百万円である。',
    '予算額（千円）84,069',
    '総事業費21億円のうち150,000千円を債務負担行為とする。',
    '残高１億円の基金のうち90,000千円を充てる。',
    '１団体840万6,900円を10団体に交付する。',
    '8,406,900円×10か所',
    '１か所約8,407千円を10か所に充てる。',
    'チラシの作成に84,069円を見込む。',
    '要求額は90,000千円であったが、査定により84,069千円となった。',
  ])('「%s」 says nothing against them', (summary) => {
    expect(found('amount_contradicted', { ...AMOUNTS, summary })).toEqual([]);
  });

  test('one other digit of what nobody called the budget is only odd', () => {
    const summary = '工事（84,169千円）を行う。';
    expect(found('close_amount', { ...AMOUNTS, summary }).map(({ expected }) => expected)).toEqual(['84,069千円']);
  });

  test.each([
    ['総額約８億円を計上する。', '1億円'],
    ['経費30,000千円を計上する。', '84,069千円'],
    ['工事に84,069円を計上する。', '84,069,000円'],
    ['１団体840万6,900円を10団体に交付する。', '8,406万9千円'],
    ['港区の予算額は2,497,177千円である。', '84,069千円'],
    ['予算額は8,407万円である。', '8,406万9千円'],
  ])('what may be the amount of something else is only odd: 「%s」', (summary, expected) => {
    const [only] = found('close_amount', { ...AMOUNTS, summary });
    expect(only).toMatchObject({ severity: 'warning', detail: 'other' });
    expect(only?.expected).toContain(expected);
  });

  test('a part is not more than the whole', () => {
    const summary = '工事を行う（うち委託料 90,000千円）。';
    expect(found('amount_contradicted', { ...AMOUNTS, summary }).map(({ detail }) => detail)).toEqual(['part']);
  });

  test('round figures are swapped too', () => {
    const said = { amount: 9600, summary: '必要な経費として6,900千円を計上する。' };
    expect(found('amount_contradicted', said).map(({ expected }) => expected)).toEqual(['9,600千円']);
  });

  test('nothing is held against what is not known', () => {
    expect(found('amount_contradicted', { summary: '予算額は846万9千円である。' })).toEqual([]);
  });
});

describe('amount and last year', () => {
  test.each([
    [84_069, 8_406, 'slipped_from_last_year', 'added'],
    [8_469, 84_069, 'slipped_from_last_year', 'dropped'],
    [84_096, 84_069, 'slipped_from_last_year', 'swapped'],
    [840_690, 84_069, 'slipped_from_last_year', 'ten_times'],
    [12_000, 1_200, 'far_from_last_year', 'more'],
    [1_200, 12_000, 'far_from_last_year', 'less'],
    [131, 100, 'far_from_last_year', 'more'],
    [2_178_837, 450_882, 'far_from_last_year', 'more'],
  ] as const)('%i after %i asks for a reason', (amount, lastYearAmount, rule, detail) => {
    const findings = checkEntry(entry({ amount, lastYearAmount }), []);
    expect(findings).toEqual([expect.objectContaining({ rule, detail, asksReason: true, severity: 'warning' })]);
  });

  test.each([
    [130, 100],
    [70, 100],
    [6_004, 6_013],
    [1_632, 1_648],
    [3_898, 3_592],
    [100, 0],
    [0, 100],
    [100, null],
    [null, 100],
  ])('%s after %s asks for none', (amount, lastYearAmount) => {
    expect(checkEntry(entry({ amount, lastYearAmount }), [])).toEqual([]);
  });

  test('a new project is held against nothing', () => {
    expect(checkEntry(entry({ amount: 500, lastYearAmount: 0, isNew: true, mark: 'new' }), [])).toEqual([]);
  });
});

test.each([
  [{ mark: 'new', lastYearAmount: 1_000 }, ['not_new']],
  [{ mark: 'expanded', lastYearAmount: 0, isNew: true }, ['is_new']],
  [{ mark: 'new', lastYearAmount: 0, isNew: true }, []],
  [{ mark: 'new', lastYearAmount: null }, []],
  [{ mark: 'continued', lastYearAmount: 1_000 }, []],
  [{ mark: null, lastYearAmount: 0, isNew: true }, []],
] as const)('区分 of %o: %o', (said, details) => {
  expect(found('mark_against_last_year', said).map(({ detail }) => detail)).toEqual(details);
});

const SUMMARY = '不登校の初期対応を行うことにより、貧困の連鎖を抑制する。学校と連携し、家庭を支援する。';
test.each([
  [SUMMARY, true],
  ['不登校の初期対応を行うことにより、貧困の連鎖を抑制する。', true],
  ['新しい手法を用いる。学校と連携し、家庭を支援する。', false],
  ['モデル事業として、中学校とその接続小学校の児童生徒に対し、登校支援と訪問支援を行う。', false],
])('工夫点 「%s」 repeats 概要: %s', (innovation, repeats) => {
  expect(found('repeated_summary', { summary: SUMMARY, innovation }).length > 0).toBe(repeats);
});

test.each([
  ['支援を行う。連携を強化します。', '', '連携を強化します。'],
  ['支援を行います。', '連携を強化する。', '連携を強化する。'],
  ['支援を行う。連携の強化。', '調査である。', null],
  ['「相談します」と言える場をつくる。', '', null],
  ['支援を行います。', '連携を強化しました。', null],
])('「%s」 and 「%s」: %s is of the other style', (summary, innovation, other) => {
  expect(found('mixed_style', { summary, innovation }).map(({ found: words }) => words)).toEqual(other ? [other] : []);
});
