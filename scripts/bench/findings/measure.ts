// Plants errors into texts and counts which of them the checks find: npm run findings:measure [-- --missed]
import { parseArgs } from 'node:util';
import { foundShare, measureFindings } from './measured';
import { measureChecks } from './speed';

const SEED = 2023;
const { missed } = parseArgs({ options: { missed: { type: 'boolean', default: false } } }).values;

const measured = measureFindings(200, SEED);
console.log('| planted | errors | found |\n|---|---|---|');
for (const [kind, { planted, found }] of Object.entries(measured.byKind))
  console.log(`| ${kind} | ${planted} | ${found} |`);
console.log(`\nfound: ${(foundShare(measured) * 100).toFixed(1)} %`);
const { ofTexts, ofAmounts } = measured.falseAlarms;
console.log(`\non texts without an error: ${ofTexts.length}\n${ofTexts.map((text) => `- ${text}`).join('\n')}`);
console.log(`\non 200 right amounts: ${ofAmounts.length}\n${ofAmounts.map((text) => `- ${text}`).join('\n')}`);
if (missed) for (const [kind, { missed: texts }] of Object.entries(measured.byKind)) console.log(kind, texts);
measureChecks();
