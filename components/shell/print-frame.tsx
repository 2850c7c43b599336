import { type PrintedFrom, printText } from '@/lib/text/print';

/** As a string of a style sheet, from which nothing in the text can break out. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

/** What stands around every printed page; app/print.css adds its number. The page's own h1 says what it is. */
export function PrintFrame({ from }: { from: PrintedFrom }) {
  return (
    <style>{`@page {
      @top-left { content: ${quoted(printText.place(from))}; }
      @top-right { content: ${quoted(from.isDraft ? printText.confidential : '')}; }
      @bottom-left { content: ${quoted(printText.state(from))}; }
    }`}</style>
  );
}
