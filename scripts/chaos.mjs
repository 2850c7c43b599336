// Breaks the running program at random moments while 20 people work with it: npm run chaos -- --seed 1 [--minutes 30]
import { parseArgs } from 'node:util';
import { generateClient, installPackages } from './prepare.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string' }, minutes: { type: 'string', default: '30' } } });
const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
if (!Number.isInteger(seed) || !(minutes > 0 && minutes <= 240)) {
  console.error('npm run chaos -- --seed 1 [--minutes 30]');
  process.exit(1);
}
if (!(await installPackages()) || !(await generateClient())) process.exit(1);
const { run } = await import('./chaos/main.mjs');
process.exit((await run({ seed, minutes })) ? 0 : 1);
