import { type Coverage, coverageOf, documentFonts } from './fonts';
import type { DocumentModel } from './model';

/** Stands for a character that no font of the document has, as Japanese printers do it. */
const GETA = '〓';
const DECOMPOSED = /[\u3040-\u30ff][\u3099\u309a]|\p{Script=Latin}[\u0300-\u036f]+/gu;
const CHARACTER = /(.)([\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]?)/gsu;
const DEFAULT_IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;
const HAN = /\p{Script=Han}/u;
const SAME_LOOK: Readonly<Record<string, string>> = { '\u2011': '\u2010', '\u2012': '\u2013' };

/** How a character prints; it is lost if what prints isn't what was written. */
type PrintedForm = { text: string; isLost: boolean };

let coverages: Coverage[] | undefined;
/** More than a ward's texts have; with every form of every character it would be millions. */
const KNOWN_LIMIT = 20_000;
const known = new Map<string, PrintedForm>();

function printedForm(character: string, selector: string): PrintedForm {
  if (DEFAULT_IGNORABLE.test(character)) return { text: '', isLost: false };
  if (/\s/.test(character)) return { text: character === '\u3000' ? character : ' ', isLost: false };
  const drawn = SAME_LOOK[character] ?? character;
  const code = drawn.codePointAt(0) ?? 0;
  coverages ??= documentFonts().map(coverageOf);
  if (!coverages.every(({ has }) => has(code))) return { text: GETA, isLost: true };
  const form = selector.codePointAt(0);
  if (form === undefined) return { text: drawn, isLost: false };
  const hasForm = coverages.every(({ hasVariation }) => hasVariation(code, form));
  return { text: hasForm ? drawn + selector : drawn, isLost: !hasForm && HAN.test(character) };
}

/** 1: a unit of UTF-16 that prints as itself. Nearly all text is nothing else, and needs no second look. */
const PLAIN = new Uint8Array(0x10000);

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (PLAIN[text.charCodeAt(index)] !== 1) return false;
  return true;
}

function printableText(text: string, lost?: Set<string>): string {
  if (isPlain(text)) return text;
  return text
    .replace(DECOMPOSED, (letter) => letter.normalize('NFC'))
    .replace(CHARACTER, (whole, character: string, selector: string) => {
      const printed = known.get(whole) ?? printedForm(character, selector);
      if (known.size >= KNOWN_LIMIT) known.clear();
      known.set(whole, printed);
      if (whole.length === 1 && printed.text === whole && !MARK.test(whole)) PLAIN[whole.charCodeAt(0)] = 1;
      if (printed.isLost) lost?.add(whole);
      return printed.text;
    });
}

function printableTree(node: unknown): unknown {
  if (typeof node === 'string') return printableText(node);
  if (Array.isArray(node)) return node.map(printableTree);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, printableTree(value)]));
}

declare const printable: unique symbol;
/** A document whose every character is in all of the fonts. The renderers take no other. */
export type PrintableModel = DocumentModel & {
  readonly [printable]: true;
  /** What a file says of itself beside the document: that it is a draft, and of when. */
  statement?: string;
};

/**
 * The document as it can be printed, in every format alike: PDF/UA refuses a file with a glyph that is missing, and
 * one emoji must not keep the ward from its document.
 */
export const toPrintable = (model: DocumentModel): PrintableModel => printableTree(model) as PrintableModel;

/** The characters that print as 〓, or a 異体字 as its usual form: each once, in the order of the texts. */
export function unprintableIn(texts: readonly string[]): string[] {
  const lost = new Set<string>();
  for (const text of texts) printableText(text, lost);
  return Array.from(lost);
}
