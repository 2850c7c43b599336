import { type Flagged, spansOf } from './finding';

const PAIRS = ['（）', '()', '「」', '『』', '〈〉', '《》', '【】', '［］', '[]', '〔〕', '｛｝', '≪≫'] as const;
const CLOSES = new Map<string, string>(PAIRS.map(([open = '', close = '']) => [open, close]));
const OPENS = new Map<string, string>(PAIRS.map(([open = '', close = '']) => [close, open]));

const BRACKET = /[（）()「」『』〈〉《》【】［］[\]〔〕｛｝≪≫]/gu;

const COUNTED = '[0-9０-９]{1,2}|[ア-ンa-zａ-ｚA-ZＡ-Ｚ①-⑳ⅰ-ⅹⅠ-Ⅹ]';
/** Behind what no word goes on from: a space, a sign, a bracket, or the mark of a note. */
const APART = '(?:^|[\\s、。：:・／/，,（）()「」【】＞>※注問])';
const BEGINS_LIST = new RegExp(`(?:${APART}|[はがをのにと])[1１アaａAＡ①ⅰⅠ][)）]`, 'u');
const IN_LIST = new RegExp(`(?:${COUNTED})$`, 'u');
const BY_ITSELF = new RegExp(`${APART}(?:${COUNTED})$`, 'u');
/** What is looked at before a bracket: a number has two digits at most. */
const NUMBER_LENGTH = 4;
/** 1) and ア） count what follows, and nothing was opened. Where one begins a list, the others may stand anywhere. */
const isNumbering = (text: string, at: number, hasList: () => boolean): boolean => {
  if (!/[)）]/.test(text[at] ?? '')) return false;
  const before = text.slice(Math.max(0, at - NUMBER_LENGTH), at);
  return (hasList() ? IN_LIST : BY_ITSELF).test(before);
};

/** Brackets that nothing closes, that close nothing, or that another kind closes. */
export function unpairedBrackets(text: string): Flagged[] {
  const flagged: Flagged[] = [];
  let isList: boolean | undefined;
  const hasList = () => {
    isList ??= BEGINS_LIST.test(text);
    return isList;
  };
  const open: { sign: string; at: number }[] = [];
  const flag = (at: number, expected?: string) =>
    flagged.push({ start: at, end: at + 1, ...(expected && { expected }) });
  for (const { 0: sign, index: at } of text.matchAll(BRACKET)) {
    if (CLOSES.has(sign)) open.push({ sign, at });
    if (!OPENS.has(sign)) continue;
    const last = open.at(-1);
    const closing = last && CLOSES.get(last.sign);
    if (closing === sign) open.pop();
    else if (open.some(({ sign: other }) => CLOSES.get(other) === sign)) {
      while (open.length > 0) {
        const inner = open.pop();
        if (!inner || CLOSES.get(inner.sign) === sign) break;
        flag(inner.at);
      }
    } else if (last && closing && last.sign.normalize('NFKC') === OPENS.get(sign)?.normalize('NFKC')) {
      open.pop();
      flag(at, closing);
    } else if (!isNumbering(text, at, hasList)) flag(at);
  }
  for (const { at } of open) flag(at);
  return flagged.sort((a, b) => a.start - b.start);
}

/** 、〉 and 「、 */
export const punctuationAtBrackets = (text: string): Flagged[] => [
  ...spansOf(text, /[、，,・][）)」』〉》】］〕≫]/gu),
  ...spansOf(text, /[（(「『〈《【［〔≪][、。，]/gu),
  ...spansOf(text, /（）|\(\)|「」|『』|〈〉|【】/gu),
];
