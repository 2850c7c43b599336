import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sql } from './db';

const written = ({ text, values }: ReturnType<typeof sql>) => [text, values];

it.each([
  [sql`SELECT 1`, 'SELECT 1', []],
  [sql`a = ${1} AND b = ${null}`, 'a = $1 AND b = $2', [1, null]],
  [sql`${1}`, '$1', [1]],
  [sql`${sql`now()`}`, 'now()', []],
  [
    sql`x = ${1} AND ${sql`y = ${2} AND z = ${3}`} AND w = ${4}`,
    'x = $1 AND y = $2 AND z = $3 AND w = $4',
    [1, 2, 3, 4],
  ],
  [sql`${sql`a = ${1}`}, ${sql`b`}, ${sql`${sql`c = ${2}`}`}`, 'a = $1, b, c = $2', [1, 2]],
])('counts the values of a statement with statements in it: %#', (statement, text, values) => {
  expect(written(statement)).toEqual([text, values]);
});

it('takes what looks like a statement for a value', () => {
  const input = { parts: ['DROP TABLE entry'], values: [], text: 'DROP TABLE entry' };
  expect(written(sql`SELECT ${input}`)).toEqual(['SELECT $1', [input]]);
});

it('is made of constants: no file but that of the columns builds a statement from text', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const builders = files.filter((file) => /new Statement\(|\bsql\(/.test(readFileSync(path.join('lib', file), 'utf8')));
  expect(builders.filter((file) => !/generated|\.test\.ts/.test(file)).toSorted()).toEqual([
    'server/database/columns.ts',
    'server/database/db.ts',
  ]);
});
