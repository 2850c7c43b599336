const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;

/** One spelling for searching: full and half width, hiragana and katakana, case and white space are the same. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/\s+/g, '');
