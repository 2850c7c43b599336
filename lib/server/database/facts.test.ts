import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

it('is where alone a statement says which years are open, which entries count and what last year’s amount is', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
  const says = (file: string) =>
    /(?<!SET )\bstatus (=|<>) '(open|withdrawn)'|reopened_at IS|last_year [^,]*'new'|before\.project_id = e\.project_id AND/.test(
      readFileSync(path.join('lib', file), 'utf8'),
    );
  expect(files.filter((file) => says(file) && !/generated|\.test\.ts/.test(file))).toEqual([
    'server/database/facts.ts',
  ]);
});
