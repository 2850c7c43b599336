/** Words of the program and its offices in the letters that people type. In a password they are as good as not there. */
const PROGRAM =
  'yosan hensei yosanhensei kuyakusho yakusho kiansha shoninsha kanrisha etsuransha drafter approver admin viewer';
const OFFICES = `hoken fukushi hokenfukushi somu soumu kikaku chiiki kyodo machizukuri shimin kyodo bosai bousai kosodate kyoiku
 shisetsu zaisei keizai kaikei kenko shien`;
const WARDS = `osaka tokyo nippon japan miyakojima fukushima konohana nishi minato taisho tennoji naniwa nishiyodogawa
 higashiyodogawa higashinari ikuno asahi joto abeno sumiyoshi higashisumiyoshi nishinari yodogawa tsurumi suminoe hirano
 kita chuo`;

export const PROGRAM_WORDS: readonly string[] = [
  ...[PROGRAM, OFFICES, WARDS].flatMap((list) => list.split(/\s+/)),
  ...['予算', '編成', '区役所', '起案者', '承認者', '予算管理者', '管理者', '閲覧者', '大阪', '東京'],
];
