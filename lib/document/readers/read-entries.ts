import { parseAmount, sumAmounts } from '@/lib/domain/amount';
import type { Mark } from '@/lib/domain/entry/entry-field-table';
import { parseFiscalYear } from '@/lib/domain/year/fiscal-year';
import { documentText } from '@/lib/text/document/document';
import { dense } from './read-lines';
import type { Finding, FindingCode, Line, ReadEntry, ReadError } from './read-result';

type Amount = { amount: number | null; isNew: boolean };
export type Heading = {
  name: string;
  mark: Mark | null;
  tag: string | null;
  year: number;
  amount: number | null;
  lastYear: number;
  lastYearAmount: number | null;
  isNew: boolean;
  slips: FindingCode[];
};

/** A name may have 〈 in it: the amounts stand behind the last one. Else each part ends where the next one begins: no text is tried twice. */
const HEADING =
  /^○(?:≪(新規|拡充)≫)?(.*)〈([^〈：]+)予算額：([\d,]+千円|[－―])(、?)([^：]+)予算額：([\d,]+千円|[－―]|新規)(、?)〉$/;
const MARKS: Readonly<Record<string, Mark>> = { 新規: 'new', 拡充: 'expanded' };
const TAG = /【([^【】]{1,20})】$/;

function readAmount(text: string): Amount | null {
  if (text === '新規') return { amount: null, isNew: true };
  if (/^[－―]$/.test(text)) return { amount: null, isNew: false };
  const parsed = parseAmount(text);
  return parsed.ok && parsed.value !== null ? { amount: parsed.value, isNew: false } : null;
}

/** `○≪新規≫name【区長】〈令和４年度予算額：2,178,837千円、令和３年度予算額：450,882千円〉`, and what is amiss in it. */
export function readHeading(text: string): Heading | null {
  const match = HEADING.exec(text);
  if (!match) return null;
  const [
    ,
    mark = '',
    spacedName = '',
    yearName = '',
    amountText = '',
    separator,
    lastName = '',
    lastText = '',
    trailing,
  ] = match;
  const trimmed = spacedName.trimEnd();
  const tag = TAG.exec(trimmed)?.[1] ?? null;
  const name = tag === null ? trimmed : trimmed.slice(0, -(tag.length + 2)).trimEnd();
  const year = parseFiscalYear(yearName.trim());
  const lastYear = parseFiscalYear(lastName.trim());
  const now = readAmount(amountText);
  const before = readAmount(lastText);
  if (year === null || lastYear === null || !now || !before) return null;
  const slips: FindingCode[] = [];
  if (separator === '') slips.push('missing_separator');
  if (trailing !== '') slips.push('trailing_separator');
  if (trimmed !== spacedName) slips.push('stray_space');
  if (name === '') slips.push('blank_name');
  const { isNew, amount: lastYearAmount } = before;
  return { name, mark: MARKS[mark] ?? null, tag, year, amount: now.amount, lastYear, lastYearAmount, isNew, slips };
}

type Part = 'summary' | 'innovation';
type OpenEntry = { heading: Heading; at: Line; parts: Record<Part, string> };

const LABEL = /^【(概要|工夫点)】\s*/;
const ENTRY = /^○/;
/** The torn figure of a heading, or a page's bare number: no sentence's line. */
export const FIGURES_ALONE = /^[\d０-９,，]+(?:千?円)?$/;
/** Within a heading it may be a piece of the figure or the page's number: nobody can tell. */
const BARE_NUMBER = /^[\d０-９]+$/;
const SECTION = /^【\s*(?:[３-９3-9]|正誤表】$)/;
/** Whom to ask stands below what is read. */
const CONTACT = /^(?:【|■|●|◎|※)?\s*(?:お)?(?:問\s*い?\s*合\s*わ?\s*せ|担\s*当\s*[：:]|電\s*話\s*[：:]|TEL|ＴＥＬ)/;
const END_OF_TEXT = /[。．.！？!?」』）)〉》】…]$/;
const MOST_HEADING_LINES = 6;

/** A heading may go over several lines: it ends with 〉. */
function headingAt(lines: readonly Line[], start: number): { text: string; end: number } | null {
  let text = '';
  for (let index = start; index < Math.min(start + MOST_HEADING_LINES, lines.length); index += 1) {
    const line = lines[index]?.text ?? '';
    if (index > start && (ENTRY.test(line) || LABEL.test(line) || BARE_NUMBER.test(line))) return null;
    text += line;
    if (line.endsWith('〉') && HEADING.test(text)) return { text, end: index + 1 };
  }
  return null;
}

type Collected = { entries: OpenEntry[]; notRead: Line[] };

/** Headings and, under their labels, the texts whose torn lines are joined. */
function collect(lines: readonly Line[]): Collected | ReadError {
  const entries: OpenEntry[] = [];
  const notRead: Line[] = [];
  let part: Part | undefined;
  let isContact = false;
  for (let index = 0; index < lines.length; ) {
    const at = lines[index];
    if (!at) break;
    if (SECTION.test(at.text)) return { entries, notRead: [...notRead, ...lines.slice(index)] };
    index += 1;
    if (ENTRY.test(at.text)) {
      const found = headingAt(lines, index - 1);
      const heading = found && readHeading(found.text);
      if (!heading) return { code: 'unreadable_heading', line: at.number };
      entries.push({ heading, at: { ...at, text: found.text }, parts: { summary: '', innovation: '' } });
      index = found.end;
      part = undefined;
      isContact = false;
      continue;
    }
    isContact ||= CONTACT.test(at.text);
    if (isContact) {
      notRead.push(at);
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
  return entries.length > 0 ? { entries, notRead } : { code: 'no_entries' };
}

function findingsOf({ entries, notRead }: Collected): Finding[] {
  const finding = (code: FindingCode, lines: readonly Line[]): Finding[] =>
    lines.length === 0
      ? []
      : [{ code, severity: 'warning', places: lines.map(({ number, text }) => ({ line: number, excerpt: text })) }];
  const headed = (code: FindingCode) =>
    finding(
      code,
      entries.filter(({ heading }) => heading.slips.includes(code)).map(({ at }) => at),
    );
  const names = entries.map(({ heading }) => dense(heading.name));
  const isRepeated = (name: string) => name !== '' && names.indexOf(name) !== names.lastIndexOf(name);
  const isCut = ({ parts }: OpenEntry) => Object.values(parts).some((text) => !END_OF_TEXT.test(text));
  return [
    ...headed('trailing_separator'),
    ...headed('missing_separator'),
    ...headed('stray_space'),
    ...headed('blank_name'),
    ...finding(
      'repeated_entry',
      entries.filter((_, index) => isRepeated(names[index] ?? '')).map(({ at }) => at),
    ),
    ...finding(
      'text_cut_short',
      entries.filter(isCut).map(({ at }) => at),
    ),
    ...finding('not_read', notRead),
  ];
}

/** Section 2 of the document of a year whose totals are known: entries can't cost more than there is. */
export function readEntries(
  lines: Line[],
  year: number,
  totalOf: (year: number) => number | null,
): { entries: ReadEntry[]; findings: Finding[] } | ReadError {
  const [first, ...others] = lines;
  if (first && dense(first.text) === dense(documentText.noPriorityEntries))
    return { entries: [], findings: findingsOf({ entries: [], notRead: others }) };
  const found = collect(lines);
  if ('code' in found) return found;
  if (found.entries.length === 0) return { code: 'no_entries' };
  const incomplete = found.entries.find(({ parts }) => parts.summary === '' || parts.innovation === '');
  if (incomplete) return { code: 'incomplete_entry', line: incomplete.at.number };
  const stray = found.entries.find(({ heading }) => heading.year !== year || heading.lastYear !== year - 1);
  if (stray) return { code: 'years_differ', line: stray.at.number };
  const entries = found.entries.map(({ heading: { name, mark, tag, amount, lastYearAmount, isNew }, parts }) => ({
    name,
    mark,
    tag,
    ...parts,
    amountThousandYen: amount,
    lastYearAmountThousandYen: lastYearAmount,
    isNew,
  }));
  const sums = [
    [year, sumAmounts(entries.map((entry) => entry.amountThousandYen ?? 0))],
    [year - 1, sumAmounts(entries.map((entry) => entry.lastYearAmountThousandYen ?? 0))],
  ] as const;
  const exceeded = sums.find(([of, sum]) => sum > (totalOf(of) ?? sum));
  return exceeded ? { code: 'entries_exceed_total', year: exceeded[0] } : { entries, findings: findingsOf(found) };
}
