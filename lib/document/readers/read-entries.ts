import { parseAmount, sumAmounts } from '@/lib/domain/amount';
import { parseFiscalYear } from '@/lib/domain/year/fiscal-year';
import { type Line, type ReadEntry, type ReadError, SLIP_CODES, type Slip, type SlipCode } from './read-result';

export type Heading = {
  name: string;
  year: number;
  amount: number;
  lastYear: number;
  lastYearAmount: number;
  slips: SlipCode[];
};

/** Each part ends where the next one's first character stands, so that no text is tried twice. A mark (≪新規≫) is no part of the name. */
const HEADING = /^○(?:≪(?:新規|拡充)≫)?([^〈]+)〈([^：]+)予算額：([\d,]+千円)(、?)([^：]+)予算額：([\d,]+千円)(、?)〉$/;

/** `○name〈令和４年度予算額：2,178,837千円、令和３年度予算額：450,882千円〉`, and what is amiss in it. */
export function readHeading(text: string): Heading | null {
  const match = HEADING.exec(text);
  if (!match) return null;
  const [
    ,
    spacedName = '',
    yearName = '',
    amountText = '',
    separator,
    lastYearName = '',
    lastAmountText = '',
    trailing,
  ] = match;
  const name = spacedName.trimEnd();
  const year = parseFiscalYear(yearName.trim());
  const lastYear = parseFiscalYear(lastYearName.trim());
  const amount = parseAmount(amountText);
  const lastYearAmount = parseAmount(lastAmountText);
  if (year === null || lastYear === null || !amount.ok || !lastYearAmount.ok) return null;
  if (amount.value === null || lastYearAmount.value === null) return null;
  const slips: SlipCode[] = [];
  if (separator === '') slips.push('missing_separator');
  if (trailing !== '') slips.push('trailing_separator');
  if (name !== spacedName) slips.push('stray_space');
  return { name, year, amount: amount.value, lastYear, lastYearAmount: lastYearAmount.value, slips };
}

type Part = 'summary' | 'innovation';
type OpenEntry = { heading: Heading; at: Line; parts: Record<Part, string> };

const LABEL = /^【(概要|工夫点)】\s*/;
/** A page's number, or the torn figure of a heading: no sentence's line. */
const FIGURES_ALONE = /^[\d０-９,，]+(?:千?円)?$/;

/** Headings and, under their labels, the texts whose torn lines are joined. */
function collect(lines: Line[]): OpenEntry[] | ReadError {
  const entries: OpenEntry[] = [];
  let part: Part | undefined;
  for (const at of lines) {
    if (at.text.startsWith('○')) {
      const heading = readHeading(at.text);
      if (!heading) return { code: 'unreadable_heading', line: at.number };
      entries.push({ heading, at, parts: { summary: '', innovation: '' } });
      part = undefined;
      continue;
    }
    if (at.text.includes('予算額：')) return { code: 'unreadable_heading', line: at.number };
    const label = LABEL.exec(at.text);
    if (label) part = label[1] === '概要' ? 'summary' : 'innovation';
    const entry = entries.at(-1);
    if (!entry || !part) return { code: 'incomplete_entry', line: at.number };
    if ((label && entry.parts[part] !== '') || FIGURES_ALONE.test(at.text)) {
      return { code: 'unexpected_line', line: at.number };
    }
    entry.parts[part] += at.text.slice(label?.[0].length ?? 0);
  }
  return entries.length > 0 ? entries : { code: 'no_entries' };
}

function slipsOf(entries: OpenEntry[]): Slip[] {
  return SLIP_CODES.flatMap((code) => {
    const slipped = entries.filter(({ heading }) => heading.slips.includes(code));
    const places = slipped.map(({ at }) => ({ line: at.number, excerpt: at.text }));
    return places.length > 0 ? [{ code, severity: 'warning' as const, places }] : [];
  });
}

/** Section 2 of the document of a year whose totals are known: entries can't cost more than there is. */
export function readEntries(
  lines: Line[],
  year: number,
  totalOf: (year: number) => number,
): { entries: ReadEntry[]; slips: Slip[] } | ReadError {
  const found = collect(lines);
  if ('code' in found) return found;
  const incomplete = found.find(({ parts }) => parts.summary === '' || parts.innovation === '');
  if (incomplete) return { code: 'incomplete_entry', line: incomplete.at.number };
  const stray = found.find(({ heading }) => heading.year !== year || heading.lastYear !== year - 1);
  if (stray) return { code: 'years_differ', line: stray.at.number };
  const entries = found.map(({ heading, parts }) => ({
    name: heading.name,
    ...parts,
    amountThousandYen: heading.amount,
    lastYearAmountThousandYen: heading.lastYearAmount,
  }));
  const sums = [
    [year, sumAmounts(entries.map((entry) => entry.amountThousandYen))],
    [year - 1, sumAmounts(entries.map((entry) => entry.lastYearAmountThousandYen))],
  ] as const;
  const exceeded = sums.find(([of, sum]) => sum > totalOf(of));
  return exceeded ? { code: 'entries_exceed_total', year: exceeded[0] } : { entries, slips: slipsOf(found) };
}
