const FULL_WIDTH_OFFSET = 0xfee0;

/** ASCII letters, digits and signs in full width. */
export const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET));

const toHalfWidth = (text: string): string =>
  text.replace(/[０-９，．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));

/**
 * The document's style of digits: one digit is full-width, two or more are half-width (令和４年度, 平成29年度), ＣＭ is
 * full-width. A figure with commas or a decimal point counts as one figure of many digits.
 */
export const toPrintedWidth = (text: string): string =>
  text
    .replace(/[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?/g, (figure) => {
      const half = toHalfWidth(figure);
      return half.length === 1 ? toFullWidth(half) : half;
    })
    .replace(/(?<![A-Za-zＡ-Ｚａ-ｚ])(?:CM|ＣM|CＭ)(?![A-Za-zＡ-Ｚａ-ｚ])/g, 'ＣＭ');
