import { describe, expect, test } from 'vitest';
import { checkText } from './check';
import { DEFAULT_DICTIONARY, wordsOf } from './house-dictionary';
import type { RuleName } from './rules';

/** Per rule: sentences with the words that it must stop at, and sentences that it must leave alone. */
const CASES: Partial<Record<RuleName, { flags: [string, string][]; leaves: string[] }>> = {
  placeholder: {
    flags: [
      ['取組を進める。あああ', 'あああ'],
      ['あああああ', 'あああああ'],
      ['○○小学校で実施する。', '○○'],
      ['〇〇地区で行う。', '〇〇'],
      ['●●と連携する。', '●●'],
      ['テスト', 'テスト'],
      ['取組を進める。テスト', 'テスト'],
      ['テスト入力です。', 'テスト入力です'],
      ['事業費は要確認。', '要確認'],
      ['実績（要修正）を踏まえる。', '要修正'],
      ['あとで記入', 'あとで記入'],
      ['TODO 数字を入れる', 'TODO'],
      ['取組を進めるｆｆｆ。', 'ｆｆｆ'],
      ['asdfgh', 'asdfgh'],
    ],
    leaves: [
      '学力テストの結果を踏まえ、テストを実施する。',
      'テストマーケティングを行う。',
      '二〇〇〇年に開設した。',
      '○区民センター',
      'www.city.osaka.lg.jp',
      'サンプル調査を行う。',
      '（仮称）区画整理記念・交流会館',
      'ＡＡＡ級',
      '△1,234千円',
      '必要確認書類',
      'ダミー人形を使う。',
      '体力測定（テスト）を行う。',
      '国語、テスト、面接',
      '要確認事項を一覧にする。',
      '（ⅲ）と(iii)',
      'ラララ音楽会',
    ],
  },
  stray_key: {
    flags: [
      ['広く区民にｋ役立つ。', 'ｋ'],
      ['支援を行うs。', 's'],
      ['支援を行う;。', ';'],
      ['取組を強化っ。', 'っ'],
      ['強化する。テスト区内８商店街', 'テスト'],
    ],
    leaves: [
      'ｅスポーツ大会を行う。',
      '延長５ｍの通路',
      'ＩＣＴを活用する。',
      '面積120㎡',
      'iPadを配備する。',
      '約20km先',
      'センターへの相談',
      'テスト運用を行う。',
    ],
  },
  unpaired_bracket: {
    flags: [
      ['公共施設「交流会館の整備を行う。', '「'],
      ['公共施設交流会館」の整備を行う。', '」'],
      ['校内支援（授業中・放課後を行う。', '（'],
      ['（仮称）会館）', '）'],
      ['（「案）', '「'],
      ['基本構想(案）', '）'],
    ],
    leaves: [
      '「（仮称）区画整理記念・交流会館」',
      '1) 調査 2) 公表',
      '（１）調査　（２）公表',
      'ア）調査',
      '1)調査2)公表',
      '”まち”と“ひと”',
      '『「市」と「区」』',
    ],
  },
  bracket_punctuation: {
    flags: [
      ['〈令和４年度予算額：4,960千円、〉', '、〉'],
      ['「、交流', '「、'],
      ['支援（）を行う。', '（）'],
    ],
    leaves: ['「支援する。」', '（例：健診）、教室'],
  },
  doubled_punctuation: {
    flags: [
      ['強化し、、支援する。', '、、'],
      ['支援する。。', '。。'],
      ['支援する、。', '、。'],
      ['支援し、', '、'],
    ],
    leaves: ['公・民・地域連携', 'なるほど……', '支援する。\n強化する。', '楽しい！！'],
  },
  doubled_word: {
    flags: [
      ['区民をを対象とする。', 'をを'],
      ['学校がが行う。', 'がが'],
      ['区内のの施設', 'のの'],
      ['地域にに広める。', 'にに'],
      ['対策についてについて協議する。', 'についてについて'],
      ['支援支援を行う。', '支援支援'],
      ['支援をが行う。', 'をが'],
    ],
    leaves: [
      '無料でできる。',
      '実施することとする。',
      'ものの、効果は',
      '子どもも参加する。',
      'ひとりひとりに寄り添う。',
      '花をはじめ、',
      '人と人とのつながり',
      '区民が主体となって',
      'まちをにぎわう場にする。',
      'こどもの居場所',
      '様々な',
      'ボランティアの育成',
      '今まででも',
      '何にでも',
      'それぞれの',
    ],
  },
  mixed_digits: {
    flags: [
      ['区内3校で行う。', '3'],
      ['区内１２校で行う。', '１２'],
      ['１，２００人', '１，２００'],
      ['令和4年度策定', '4'],
      ['８４，０６９千円', '８４，０６９'],
    ],
    leaves: [
      '区内３校と12校',
      '1,200人',
      '1.5倍',
      'A4判',
      '1-1',
      '03-1234-5678',
      'SDGs17',
      '10時～12時',
      '１～３年生',
      '約12億8千万円',
      '９千円',
    ],
  },
  half_width_kana: { flags: [['ﾎﾞﾗﾝﾃｨｱ団体', 'ﾎﾞﾗﾝﾃｨｱ']], leaves: ['ボランティア'] },
  outside_cp932: {
    flags: [
      ['𠮷田', '𠮷'],
      ['取組👍', '👍'],
      ['café', 'é'],
    ],
    leaves: ['髙﨑①Ⅱ㈱～〜―—－−‐・…℃㎡', '（仮称）', '①～⑳', '区ＣＭ（シティ・マネージャー）'],
  },
  stale_year: {
    flags: [
      ['令和４年度は、建設工事を行う。', '令和４年度'],
      ['令和4年度は巡回を行います。', '令和4年度'],
      ['令和４年度に開設する予定である。', '令和４年度'],
      ['2022年度には全校で実施する。', '2022年度'],
      ['令和４年度においても支援を続ける。', '令和４年度'],
      ['令和４年10月に開設する。', '令和４年'],
      ['令和３年度より本格実施する。', '令和３年度'],
      ['令和４年度予定の工事', '令和４年度'],
      ['令和４年度より対象を全小学校に広げる。', '令和４年度'],
    ],
    leaves: [
      '令和２年度策定の「港区エリア別活性化プラン」に基づき、推進していく。',
      '令和４年度に実施した調査の結果を踏まえ、支援する。',
      '令和４年度は、三つの工事を行った。',
      '令和５年度は、建設工事を行う。',
      '令和６年度に開設する。',
      '平成29年度から実施している事業を拡充する。',
      '令和４年度策定',
      '令和４年度決算では1,200千円であった。',
      '令和４年度の実績を踏まえ、拡充する。',
      '３年間で全校に広げる。',
      '平成29年度から続く「広場」を拠点に、苗を届ける。',
      '令和４年度調査に基づき行う。',
    ],
  },
  impossible_year: {
    flags: [
      ['平成35年度までに', '平成35年度'],
      ['平成31年度に策定', '平成31年度'],
    ],
    leaves: ['平成30年度に策定', '令和元年度に策定', '平成31年４月', '令和12年度まで'],
  },
  misgrouped_amount: {
    flags: [
      ['2,17,837千円', '2,17,837千円'],
      ['8,4069千円', '8,4069千円'],
    ],
    leaves: ['2,178,837千円', '84069千円', '1.2億円', '21億7,883万7千円'],
  },
  long_sentence: {
    flags: [[`${'区民の活動を支援し、'.repeat(13)}推進する。`, `${'区民の活動を支援し、'.repeat(13)}推進する。`]],
    leaves: [`${'支援を行う。'.repeat(40)}`, `${'区民の活動を支援し、'.repeat(11)}推進する。`],
  },
  house_word: {
    flags: [
      ['活性化を目指す。', '目指'],
      ['障害のある人', '障害の'],
      ['取り組みを進める。', '取り組みを'],
      ['２ヶ所', 'ヶ所'],
    ],
    leaves: ['活性化をめざす。', '障害者総合支援法に基づく。', '重点的に取り組む。', '２か所', '通信障害'],
  },
};

const about = { year: 2023, isName: false, dictionary: DEFAULT_DICTIONARY };
const wordsFound = (rule: RuleName, text: string) =>
  checkText('summary', text, about)
    .filter((finding) => finding.rule === rule)
    .map(({ found }) => found);

describe.each(Object.entries(CASES) as [RuleName, (typeof CASES)[RuleName]][])('%s', (rule, cases) => {
  test.each(cases?.flags ?? [])('stops in 「%s」 at 「%s」', (text, words) => {
    expect(wordsFound(rule, text)).toEqual([words]);
  });
  test.each(cases?.leaves ?? [])('leaves 「%s」', (text) => {
    expect(wordsFound(rule, text)).toEqual([]);
  });
});

test.each(DEFAULT_DICTIONARY)('$right: the rule of the house tells its own sentences apart', (rule) => {
  expect(wordsOf(rule.bad, rule)).not.toEqual([]);
  expect(wordsOf(rule.good, rule)).toEqual([]);
});

test('a name is of its year', () => {
  const ofName = (text: string) => checkText('name', text, { ...about, isName: true }).map(({ rule }) => rule);
  expect(ofName('令和４年度成人の日記念事業')).toEqual(['stale_year']);
  expect(ofName('令和２年度策定プランの推進')).toEqual([]);
});

test('what is found stands where it says', () => {
  const [finding] = checkText('summary', '区民にをを支援する。', about).filter(({ rule }) => rule === 'doubled_word');
  expect(finding?.span).toEqual({ start: 3, end: 5 });
});
