import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = process.cwd();
const MODELS = '@/lib/server/generated/models';
const folder = mkdtempSync(path.join(tmpdir(), 'selected-'));
let said = '';

const put = (file: string, text: string) => writeFileSync(path.join(folder, file), text);

/** The models with these columns called otherwise, and the queries' types checked against them. */
const RENAMED = {
  Entry: 'amount',
  FiscalYear: 'year',
  CategoryYear: 'ceiling',
  Account: 'loginId',
  Membership: 'roles',
};
const QUERIES = [
  'entry/entry-list-queries',
  'entry/entry-queries',
  'history/entry-history',
  'people/user-queries',
  'year/year-queries',
];

beforeAll(() => {
  const renamed = Object.entries(RENAMED).map(
    ([model, column]) => `export type ${model}Model = Omit<real.${model}Model, '${column}'> & { renamed: unknown };`,
  );
  put('models.ts', [`import type * as real from '${root}/lib/server/generated/models';`, ...renamed].join('\n'));
  const compilerOptions = {
    paths: { [MODELS]: ['./models.ts'], '@/*': [`${root}/*`] },
    plugins: [],
    incremental: false,
  };
  const files = QUERIES.map((file) => `${root}/lib/server/${file}.ts`);
  put('tsconfig.json', JSON.stringify({ extends: `${root}/tsconfig.json`, compilerOptions, include: [], files }));
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['--noEmit', '-p', folder], { encoding: 'utf8' });
  said = stdout;
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['entry/entry-list-queries', 'amount'],
  ['entry/entry-queries', 'amount'],
  ['history/entry-history', 'amount'],
  ['people/user-queries', 'loginId'],
  ['people/user-queries', 'roles'],
  ['year/year-queries', 'year'],
  ['year/year-queries', 'ceiling'],
])('breaks the build of %s when the column %s is renamed', (file, column) => {
  const errors = said.split(/^(?=\S)/m).filter((error) => error.includes(`${file}.ts`));
  expect(
    errors.some((error) => error.includes('TS2344') && error.includes(`"${column}"`)),
    said,
  ).toBe(true);
});
