import { toPrintedWidth } from '@/lib/domain/printed-width';
import { type Flagged, spansOf } from './finding';
import { readAmounts } from './read-amounts';

/** Digits among letters and signs are a name's: A4, SDGs17, 1-1, 03-1234. */
const FIGURE = /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?/g;
const NAMELIKE = /[A-Za-zＡ-Ｚａ-ｚ\-‐－/／:：#＃.．@＠]/;

/** One digit is full-width, two or more are half-width; in an amount (12億8千万円) one digit may be either. */
export const mixedDigits = (text: string): Flagged[] => {
  const amounts = readAmounts(text);
  return spansOf(text, FIGURE).flatMap(({ start, end }) => {
    const found = text.slice(start, end);
    const expected = toPrintedWidth(found);
    const isAmount = amounts.some((amount) => amount.start <= start && amount.end >= end);
    if (isAmount && found.length === 1) return [];
    const isName = NAMELIKE.test(text[start - 1] ?? '') || NAMELIKE.test(text[end] ?? '');
    return isName || expected === found ? [] : [{ start, end, expected }];
  });
};

export const halfWidthKana = (text: string): Flagged[] =>
  spansOf(text, /[｡-ﾟ]+/gu).map(({ start, end }) => ({
    start,
    end,
    expected: text.slice(start, end).normalize('NFKC'),
  }));

/** These have a twin of one look in CP932, which programs put in their place. */
const TWINS = new Set('〜−‖—¢£¬');
/** A variation selector or an accent is nothing to look at without its letter. */
const WITH_MARKS = /[\s\S]\p{M}*/gu;
let cp932: Set<string> | undefined;

/** The characters of CP932: what its two-byte codes stand for. */
function knownToCp932(): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if ((lead >= 0xa0 && lead <= 0xdf) || (lead >= 0xf0 && lead <= 0xf9)) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  const twoBytes = new TextDecoder('shift_jis').decode(new Uint8Array(bytes));
  return new Set([...twoBytes, ...TWINS].filter((character) => character !== '\ufffd'));
}

/** Characters that files in CP932 can't hold, and that many fonts of offices lack. Control characters can't be stored at all. */
export function outsideCp932(text: string): Flagged[] {
  cp932 ??= knownToCp932();
  const known = cp932;
  return spansOf(text, WITH_MARKS).filter(({ start, end }) =>
    Array.from(text.slice(start, end)).some((character) => !/[ -~｡-ﾟ\p{Cc}]/u.test(character) && !known.has(character)),
  );
}
