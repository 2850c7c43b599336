import { fiscalYearName } from '@/lib/domain/year/fiscal-year';
import { type Flagged, sentenceAt, type TextAbout } from './finding';
import { yearsIn } from './named-years';

/** What was done: such a year is a date, and stays. */
const PAST = /(た|ました|済み|済|だった|であった|ている|ています|てきた|してきており|ており)[）」]?。?$/;
const DONE =
  /(した|された|った|いた|続く|済|ている|てきた|きて|ており|策定|制定|改定|改訂|作成|公表|決算|実績|調査結果|に基づき|を踏まえ)/;
const TO_COME = /[うくすつぬむぐぶる]$/;
/** What is going to be done. */
const PLANNED = /(予定|する|行う|図る|進める|始める|組む|設ける|めざす|目指す|なる|ある|いく|ます)/;
const TOPIC = /^[、]?(?:は|も|には|では|においては|においても|中は|中に|中には|にも|に向け|に向けて)[、]?/;
const MOMENT = /^(?:に|より|から|で|において|中に|内に)/;
const NOUN = /^(?:の)?(?:予定|開始予定|実施予定|開催予定|新規|重点|事業計画|の取組|の事業|の目標|目標)/;

/** Whether what is said of the year that ends there is still to come. */
function isToCome(rest: string): boolean {
  const sentence = rest.trimEnd();
  if (TOPIC.test(sentence)) return !PAST.test(sentence);
  const clause = /^[^、。]*/.exec(sentence)?.[0] ?? '';
  if (MOMENT.test(clause)) return !DONE.test(clause) && (PLANNED.test(clause) || TO_COME.test(clause));
  return NOUN.test(clause) && !DONE.test(clause) && !PAST.test(sentence);
}

/** Texts come over from last year: 「令和４年度策定の」 stays true, 「令和４年度は…行う」 doesn't. */
export const staleYears = (text: string, { year, isName }: TextAbout): Flagged[] =>
  yearsIn(text).flatMap(({ start, end, year: named, isFiscal }) => {
    if (named >= year) return [];
    const sentence = sentenceAt(text, start);
    const rest = text.slice(end, sentence.start + sentence.text.length).replace(/^\d{1,2}月(?:\d{1,2}日)?/, '');
    const isStale = isName ? isFiscal && named === year - 1 && !DONE.test(rest) : isToCome(rest);
    return isStale ? [{ start, end, ...(isFiscal && { expected: fiscalYearName(year) }) }] : [];
  });

/** 平成35年度 never came; 平成31年度 is 令和元年度 in print. */
export const impossibleYears = (text: string): Flagged[] =>
  yearsIn(text)
    .filter(({ isImpossible, isFiscal, year }) => isImpossible || (isFiscal && year === 2019 && !isImpossible))
    .filter(({ start, end, isImpossible }) => isImpossible || text.slice(start, end).startsWith('平成'))
    .map(({ start, end, year, isFiscal }) => ({ start, end, ...(isFiscal && { expected: fiscalYearName(year) }) }));
