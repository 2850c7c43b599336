import { type EntryContent, type FieldWhere, fieldsWhere } from './entry-fields';

const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
const WAVES = /[~〜～]/g;
const DASHES = /[‐‑‒–—―−]/g;
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

/** One spelling for searching: full and half width, hiragana and katakana, case, dashes and white space are the same. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(WAVES, '~')
    .replace(DASHES, '-')
    .replace(UNSEEN, '')
    // A voicing mark that stood apart (カ゛) comes to its letter only once the gap is gone.
    .normalize('NFC');

/** What an entry is found by. The fields stay apart: no word is made of the end of one and the beginning of the next. */
export const entrySearchKey = (content: Pick<EntryContent, FieldWhere<{ isSearched: true }>>): string =>
  fieldsWhere({ isSearched: true })
    .map((field) => searchKey(content[field]))
    .join('\n');
