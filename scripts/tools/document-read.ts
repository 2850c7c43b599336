// npm run document:read -- FILE.{txt,pdf} [--json]: what a published document says, and what somebody has to look at. Writes
// nothing. Ends with 0 where all adds up, 2 where the document is refused, 1 where it can't be tried.
import { readFile } from 'node:fs/promises';
import type { ReadDocument } from '@/lib/document/readers/read-result';
import { readErrorMessage, readText } from '@/lib/document/readers/read-text';
import { formatAmount, sumAmounts } from '@/lib/domain/amount';
import { sumOrNull } from '@/lib/domain/year/totals';
import { documentText, readFindingText, documentReadText as text } from '@/lib/text/document/document';
import { pdfText } from '@/scripts/tools/pdf-text';

const REFUSED = 2;

const written = (amount: number | null): string => (amount === null ? documentText.unknown : formatAmount(amount));

function summaryOf({ year, title, mark, totalLabel, categories, entries, findings }: ReadDocument): string[] {
  const totals = categories.map(({ totals: of }) => of[year] ?? null);
  return [
    text.read(documentText.title(year, title), mark),
    text.category(totalLabel, written(sumOrNull(totals))),
    ...categories.map(({ label }, index) => text.category(`　${label}`, written(totals[index] ?? null))),
    text.entries(
      entries.length,
      formatAmount(sumAmounts(entries.map(({ amountThousandYen }) => amountThousandYen ?? 0))),
    ),
    ...entries.map(({ name, mark: marked, amountThousandYen, lastYearAmountThousandYen, isNew }) =>
      text.entry(
        documentText.entryName(name, marked),
        written(amountThousandYen),
        isNew ? documentText.newProject : written(lastYearAmountThousandYen),
      ),
    ),
    '',
    findings.length === 0 ? text.noFindings : text.findings,
    ...findings.flatMap(({ code, places }) => [
      readFindingText[code],
      ...places.map(({ line, excerpt }) => text.place(line, excerpt)),
    ]),
  ];
}

async function run(args: readonly string[]): Promise<number> {
  const [file, ...surplus] = args.filter((arg) => arg !== '--json');
  if (!file || surplus.length > 0) {
    console.error(text.usage);
    return 1;
  }
  const bytes = await readFile(file);
  const read = readText(/\.pdf$/i.test(file) ? await pdfText(bytes) : bytes.toString('utf8'));
  if (args.includes('--json')) console.log(JSON.stringify(read, null, 2));
  else if (read.ok) console.log(summaryOf(read.value).join('\n'));
  else console.error(text.refused(file, readErrorMessage(read.error)));
  return read.ok ? 0 : REFUSED;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(text.refused(process.argv[2] ?? '', String(error)));
  process.exitCode = 1;
}
