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
  Entry: ['amount', 'departmentId', 'isPriority'],
  EntryStep: ['actorName', 'at', 'after'],
  AuditEvent: ['operation', 'at'],
  SecurityEvent: ['kind'],
  FiscalYear: ['year', 'totalLabel'],
  CategoryYear: ['ceiling', 'explanation'],
  Department: ['version'],
  Account: ['loginId'],
  Membership: ['roles'],
};
const BREAKS: [file: string, column: string][] = [
  ['document/document', 'explanation'],
  ['document/document', 'totalLabel'],
  ['entry/entry-list-queries', 'amount'],
  ['entry/entry-order-queries', 'isPriority'],
  ['entry/entry-queries', 'amount'],
  ['entry/home-queries', 'departmentId'],
  ['entry/home-queries', 'at'],
  ['entry/home-queries', 'totalLabel'],
  ['entry/home-queries', 'year'],
  ['history/audit', 'at'],
  ['history/audit-queries', 'operation'],
  ['history/entry-history', 'amount'],
  ['history/entry-history-queries', 'actorName'],
  ['history/entry-history-queries', 'after'],
  ['history/security-event-queries', 'kind'],
  ['people/department-queries', 'amount'],
  ['people/department-queries', 'version'],
  ['people/departments', 'version'],
  ['people/user-queries', 'loginId'],
  ['people/user-queries', 'roles'],
  ['people/user-target', 'roles'],
  ['year/categories', 'ceiling'],
  ['year/year-queries', 'ceiling'],
  ['year/year-queries', 'year'],
  ['year/year-target', 'totalLabel'],
];

beforeAll(() => {
  const renamed = Object.entries(RENAMED).map(
    ([model, columns]) =>
      `export type ${model}Model = Omit<real.${model}Model, '${columns.join("' | '")}'> & { renamed: unknown };`,
  );
  put('models.ts', [`import type * as real from '${root}/lib/server/generated/models';`, ...renamed].join('\n'));
  const compilerOptions = {
    paths: { [MODELS]: ['./models.ts'], '@/*': [`${root}/*`] },
    plugins: [],
    incremental: false,
  };
  const files = BREAKS.map(([file]) => `${root}/lib/server/${file}.ts`);
  put('tsconfig.json', JSON.stringify({ extends: `${root}/tsconfig.json`, compilerOptions, include: [], files }));
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['--noEmit', '-p', folder], { encoding: 'utf8' });
  said = stdout;
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(BREAKS)('breaks the build of %s when the column %s is renamed', (file, column) => {
  const errors = said.split(/^(?=\S)/m).filter((error) => error.includes(`${file}.ts`));
  expect(
    errors.some((error) => error.includes('TS2344') && error.includes(`"${column}"`)),
    said,
  ).toBe(true);
});
