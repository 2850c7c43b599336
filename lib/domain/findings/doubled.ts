import { type Flagged, spansOf } from './finding';

/** Without morphology: pairs that no Japanese sentence has, with the words taken out in which two such characters meet. */
const PARTICLES: readonly RegExp[] = [
  /をを|がが|へへ/gu,
  /(?<![くなたわ])にに(?!ん)/gu,
  /(?<!ま)でで(?![きはもす])/gu,
  /(?<![こひもあっさ])とと(?!も)/gu,
  /(?<![もそこ])のの(?![びぼ])/gu,
  /はは(?!お)/gu,
  /(?<!ど)もも(?![のも])/gu,
  /がを|をが(?!ん)|(?<!な)にを|はを(?!り)|をに(?![ぎらおし])|でを|へを/gu,
];
const PHRASES =
  /(について|において|に対して|によって|により|における|のための|ための|として|とともに|から|まで|など|する|した|して|ます|です|こと)\1/gu;
/** Names of places and people do it too, of one character: only longer words count. */
const WORDS = /([一-龠]{2,6})\1|([ァ-ヴー]{3,10})\2/gu;

export const doubledWords = (text: string): Flagged[] =>
  [...PARTICLES, PHRASES, WORDS].flatMap((pattern) => spansOf(text, pattern));

export const doubledPunctuation = (text: string): Flagged[] =>
  spansOf(text, /[、。，．]{2,}|[!！?？]{3,}|[、，]$|^[、。，]|[、，](?=\n)|(?<!・)・・(?!・)/gu);
