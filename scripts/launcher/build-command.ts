// node scripts/build.mjs [--to FOLDER] also copies the result, for the container.
import { cpSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build';
import { generateClient } from './generate-client';
import { step } from './progress';
import { explain } from './start-error';

try {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  if (!(await generateClient())) process.exit(1);
  const folder = await build(step);
  if (to) cpSync(folder, to, { recursive: true });
  console.log(folder);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
