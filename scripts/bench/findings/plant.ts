import type { CheckedEntry } from '../../../lib/domain/findings/finding';
import type { RuleName } from '../../../lib/domain/findings/rules';
import { fiscalYearName } from '../../../lib/domain/year/fiscal-year';
import type { Random } from '../random';

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const inUnits = (thousands: number): string => {
  const [oku, man, sen] = [Math.floor(thousands / 100_000), Math.floor((thousands % 100_000) / 10), thousands % 10];
  return `${oku ? `${oku}億` : ''}${man ? `${grouped(man)}万` : ''}${sen ? `${sen}千` : ''}円`;
};
const fullWidth = (text: string): string =>
  text.replace(/[\d,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** One amount in one of the ways that people write it. */
export function written(random: Random, thousands: number): string {
  const plain = `${grouped(thousands)}千円`;
  return random.of([plain, plain, inUnits(thousands), fullWidth(plain), `${grouped(thousands * 1000)}円`]);
}

const swapped = (random: Random, digits: string): string => {
  const places = Array.from(digits).flatMap((digit, at) =>
    at > 0 && digit !== digits[at - 1] && (at > 1 || digit !== '0') ? [at] : [],
  );
  const at = random.of(places);
  return digits.slice(0, at - 1) + (digits[at] ?? '') + (digits[at - 1] ?? '') + digits.slice(at + 1);
};

/** A figure as it goes wrong on its way: two digits swapped, one lost, one doubled, one hit beside, ten times, a tenth. */
export function withSlip(random: Random, amount: number): number {
  const digits = String(amount);
  const at = random.integer(1, digits.length - 1);
  const wrong = random.of([
    () => swapped(random, digits),
    () => digits.slice(0, at) + digits.slice(at + 1),
    () => digits.slice(0, at) + (digits[at] ?? '') + digits.slice(at),
    () => digits.slice(0, at) + String((Number(digits[at]) + random.integer(1, 9)) % 10) + digits.slice(at + 1),
    () => `${digits}0`,
  ])();
  return Number(wrong) === amount ? amount * 10 : Number(wrong);
}

/** Sentences that name the amount, as 課 end their texts with them. */
const SENTENCES: readonly ((amount: string, year: number) => string)[] = [
  (amount) => `予算額は${amount}である。`,
  (amount, year) => `${fiscalYearName(year)}予算額：${amount}`,
  (amount) => `これに必要な経費として${amount}を計上する。`,
  (amount) => `事業費は${amount}を見込む。`,
  (amount) => `（${amount}）`,
];

export const withAmount = (
  random: Random,
  entry: CheckedEntry,
  amount: string,
): { entry: CheckedEntry; text: string } => {
  const text = random.of(SENTENCES)(amount, entry.year);
  const place = random.of(['summary', 'innovation'] as const);
  return { entry: { ...entry, [place]: entry[place] + text }, text };
};

const inProse = (random: Random, entry: CheckedEntry, change: (text: string) => string): CheckedEntry => {
  const place = random.of(['summary', 'innovation'] as const);
  return { ...entry, [place]: change(entry[place]) };
};
const insertAt = (text: string, at: number, words: string) => text.slice(0, at) + words + text.slice(at);
/** Where a sentence begins or ends. */
const borders = (text: string): number[] => [0, ...Array.from(text.matchAll(/。/g), ({ index }) => index + 1)];
/** Between two Japanese characters. */
const middles = (text: string): number[] =>
  Array.from(text.matchAll(/(?<=[ぁ-ん一-龠])(?=[ぁ-ん一-龠])/gu), ({ index }) => index);

const STRAY = [
  'あああ',
  'あああああ',
  '○○',
  '〇〇',
  '●●',
  '要確認',
  '（要確認）',
  '××',
  'ｆｆｆ',
  'ｋ',
  'ｓ',
  'j',
  ';',
  'TODO',
];
const STRAY_SENTENCES = ['テスト', 'テスト入力です。', 'あとで記入', 'ここに記入', 'ダミー', '要修正', 'asdf'];
const BRACKETS = /[（）「」『』〈〉【】]/gu;
const STALE: readonly ((year: string) => string)[] = [
  (year) => `${year}は、対象を広げて実施する。`,
  (year) => `${year}は新たな会場で行う。`,
  (year) => `${year}に開始する予定である。`,
  (year) => `${year}においても、引き続き支援する。`,
  (year) => `${year}より対象を全小学校に広げる。`,
];

/** What goes wrong, and which rules may tell. */
export const KINDS = {
  figure: {
    rules: ['amount_contradicted', 'close_amount'],
    plant(random: Random, entry: CheckedEntry) {
      return withAmount(random, entry, written(random, withSlip(random, entry.amount ?? 0))).entry;
    },
  },
  transposition: {
    rules: ['slipped_from_last_year', 'amount_contradicted'],
    plant(random: Random, entry: CheckedEntry) {
      const of = random.of(['lastYear', 'prose'] as const);
      if (of === 'lastYear') return { ...entry, amount: Number(swapped(random, String(entry.lastYearAmount))) };
      return withAmount(random, entry, written(random, Number(swapped(random, String(entry.amount))))).entry;
    },
  },
  stray: {
    rules: ['placeholder', 'stray_key'],
    plant: (random: Random, entry: CheckedEntry) =>
      inProse(random, entry, (text) =>
        random.next() < 0.5
          ? insertAt(text, random.of(middles(text)), random.of(STRAY))
          : insertAt(text, random.of(borders(text)), random.of(STRAY_SENTENCES)),
      ),
  },
  bracket: {
    rules: ['unpaired_bracket', 'bracket_punctuation'],
    plant: (random: Random, entry: CheckedEntry) =>
      inProse(random, entry, (text) => {
        const found = Array.from(text.matchAll(BRACKETS), ({ index }) => index);
        if (found.length === 0) return insertAt(text, random.of(middles(text)), random.of(['（', '」', '〉', '【']));
        const at = random.of(found);
        return random.next() < 0.7 ? text.slice(0, at) + text.slice(at + 1) : insertAt(text, at, text[at] ?? '');
      }),
  },
  staleYear: {
    rules: ['stale_year'],
    plant: (random: Random, entry: CheckedEntry) =>
      inProse(random, entry, (text) =>
        insertAt(text, random.of(borders(text)), random.of(STALE)(fiscalYearName(entry.year - random.integer(1, 2)))),
      ),
  },
} as const satisfies Record<
  string,
  { rules: readonly RuleName[]; plant: (random: Random, entry: CheckedEntry) => CheckedEntry }
>;
export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
