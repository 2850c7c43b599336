import { sumAmounts } from '@/lib/domain/amount';
import { type Heading, readHeading } from './read-heading';
import type { Finding, Line, ReadResult, Refusal } from './read-result';
import { readTable } from './read-table';

const TITLE = /^(?:令和|平成)\S+年度\s+(\S+概要)\s+資料\s*(\S+)$/;
const SECTION_TWO = /^【２/;

const toFullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const nonBlank = (text: string): Line[] =>
  text
    .split(/\r?\n|\f/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');

/** Paragraphs of torn lines: a paragraph ends where a line ends with a full stop. */
function paragraphs(lines: Line[]): string[] {
  const found: string[] = [];
  let open = '';
  for (const { text } of lines) {
    open += text;
    if (text.endsWith('。')) {
      found.push(open);
      open = '';
    }
  }
  return open === '' ? found : [...found, open];
}

type OpenEntry = { heading: Heading; line: number; parts: Record<'summary' | 'innovation', string> };

function readEntries(lines: Line[]): OpenEntry[] | Refusal {
  const entries: OpenEntry[] = [];
  let part: 'summary' | 'innovation' | undefined;
  for (const { number, text } of lines) {
    const entry = entries.at(-1);
    if (text.startsWith('○')) {
      const heading = readHeading(text);
      if (!heading) return { code: 'unreadable_heading', line: number };
      entries.push({ heading, line: number, parts: { summary: '', innovation: '' } });
      part = undefined;
      continue;
    }
    const label = /^【(概要|工夫点)】\s*/.exec(text);
    if (label) part = label[1] === '概要' ? 'summary' : 'innovation';
    if (!entry || !part) return { code: 'incomplete_entry', line: number };
    entry.parts[part] += text.slice(label?.[0].length ?? 0);
  }
  const incomplete = entries.find(({ parts }) => parts.summary === '' || parts.innovation === '');
  if (incomplete) return { code: 'incomplete_entry', line: incomplete.line };
  return entries.length > 0 ? entries : { code: 'no_entries' };
}

function findingsOf(entries: OpenEntry[]): Finding[] {
  const codes = ['missing_separator', 'trailing_separator', 'stray_space'] as const;
  return codes
    .map((code) => ({
      code,
      severity: 'warning' as const,
      lines: entries.filter(({ heading }) => heading.slips.includes(code)).map(({ line }) => line),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/**
 * Reads 資料Ｄ‐１ from the text that was extracted from its PDF: torn lines are joined, the title is found where the
 * extraction put it, slips of the headings are mended and reported. A text that doesn't add up is refused.
 */
export function readText(text: string): ReadResult {
  const refuse = (refusal: Refusal): ReadResult => ({ ok: false, refusal });
  const lines = nonBlank(text);
  const second = lines.findIndex((line) => SECTION_TWO.test(line.text));
  if (second < 0) return refuse({ code: 'no_entries' });
  const front = lines.slice(0, second);

  const title = front.map((line) => TITLE.exec(line.text)).find((match) => match !== null);
  if (!title?.[1] || !title[2]) return refuse({ code: 'no_title' });

  const table = readTable(front);
  if ('code' in table) return refuse(table);
  const [total, ...parts] = table.rows;
  const year = table.years.at(-1);
  if (!total || parts.length === 0 || year === undefined) return refuse({ code: 'no_table' });
  for (const [column, of] of table.years.entries()) {
    if (sumAmounts(parts.map((row) => row.amounts[column] ?? 0)) !== total.amounts[column]) {
      return refuse({ code: 'totals_differ', year: of });
    }
  }

  const prose = front.slice(table.end).filter((line) => !TITLE.test(line.text));
  const personnelNote = prose.find((line) => line.text.startsWith('※'))?.text ?? '';
  const sentences = paragraphs(prose.filter((line) => line.text !== personnelNote));
  const explanations = sentences.slice(0, parts.length);
  const annexNote = sentences[parts.length];
  if (explanations.length < parts.length || annexNote === undefined) return refuse({ code: 'no_explanation' });

  const entries = readEntries(lines.slice(second + 1));
  if ('code' in entries) return refuse(entries);
  const stray = entries.find(({ heading }) => heading.year !== year || heading.lastYear !== year - 1);
  if (stray) return refuse({ code: 'years_differ', line: stray.line });

  return {
    ok: true,
    value: {
      year,
      title: title[1],
      mark: `資料${toFullWidth(title[2])}`,
      years: table.years,
      totalLabel: total.label,
      categories: parts.map((row, index) => ({
        label: row.label.replace(/^うち/, ''),
        explanation: explanations[index] ?? '',
        totals: Object.fromEntries(table.years.map((of, column) => [of, row.amounts[column] ?? 0])),
      })),
      personnelNote,
      annexNote,
      entries: entries.map(({ heading, parts: { summary, innovation } }) => ({
        name: heading.name,
        summary,
        innovation,
        amountThousandYen: heading.amount,
        lastYearAmountThousandYen: heading.lastYearAmount,
      })),
      findings: findingsOf(entries),
    },
  };
}
