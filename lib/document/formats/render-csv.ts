import Encoding from 'encoding-japanese';
import type { PrintableModel } from '@/lib/document/printable';
import { CSV_BEGINNING, csvLine } from '@/lib/text/csv';
import { documentFileText } from '@/lib/text/document/document-files';
import { type RecordTable, recordsOf } from './records';

const linesOf = ({ columns, records }: RecordTable): string =>
  csvLine(columns) + records.map((record) => csvLine(columns.map((name) => record[name] ?? ''))).join('');

export const renderCsv = (model: PrintableModel): string => CSV_BEGINNING + linesOf(recordsOf(model));

/** Stands for what the character set lacks; it has this one. */
const GETA = '〓';
const ASCII = /^[\0-\x7f]$/;
const known = new Map<string, boolean>();

function isHeld(character: string): boolean {
  const held = known.get(character) ?? (ASCII.test(character) || canEncode(character));
  known.set(character, held);
  return held;
}

function canEncode(character: string): boolean {
  try {
    Encoding.convert(Encoding.stringToCode(character), { to: 'SJIS', from: 'UNICODE', fallback: 'error' });
    return true;
  } catch {
    return false;
  }
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Each row says in a column of its own which characters it could not keep, so that nothing is lost in silence. */
function inCp932({ columns, records }: RecordTable): RecordTable {
  return {
    columns: [...columns, documentFileText.replaced],
    records: records.map((record) => {
      const replaced = new Set<string>();
      const keep = (character: string): string => {
        if (isHeld(character)) return character;
        replaced.add(codeOf(character));
        return /\p{M}/u.test(character) ? '' : GETA;
      };
      const kept = Object.entries(record).map(([name, value]) => [
        name,
        typeof value === 'string' ? Array.from(value, keep).join('') : value,
      ]);
      return { ...Object.fromEntries(kept), [documentFileText.replaced]: Array.from(replaced).join(' ') };
    }),
  };
}

/** For programs that know no Unicode. */
export const renderCp932Csv = (model: PrintableModel): Uint8Array =>
  Uint8Array.from(
    Encoding.convert(Encoding.stringToCode(linesOf(inCp932(recordsOf(model)))), { to: 'SJIS', from: 'UNICODE' }),
  );
