import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const LAYERS = ['generated', 'database', 'gate', 'history'];

type Import = { from: string; to: string };

const folderOf = (file: string): string => path.dirname(file).split(path.sep)[0] ?? '.';
const isProduct = (file: string): boolean => /\.ts$/.test(file) && !/\.test\.ts$|\.d\.ts$|^generated/.test(file);
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(isProduct);
const sourceOf = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

const imports: Import[] = files.flatMap((from) =>
  Array.from(sourceOf(from).matchAll(/from '@\/lib\/server\/([\w-]+\/[\w-]+)'/g), ([, to = '']) => ({
    from,
    to: `${to}.ts`,
  })),
);

/** The lower ones come first; concepts stand side by side above them all. */
const heightOf = (file: string): number => {
  const layer = LAYERS.indexOf(folderOf(file));
  return layer < 0 ? LAYERS.length : layer;
};

it('goes one way: generated types ← database ← gate ← history ← concepts', () => {
  expect(imports.length).toBeGreaterThan(50);
  const inFolders = imports.filter(({ from }) => folderOf(from) !== '.');
  expect(inFolders.filter(({ from, to }) => heightOf(to) > heightOf(from))).toEqual([]);
});

it('lets a concept ask another’s queries, never its commands', () => {
  const isCommand = (file: string) => /= command\(/.test(sourceOf(file));
  expect(files.filter(isCommand).length).toBeGreaterThan(5);
  expect(imports.filter(({ from, to }) => folderOf(from) !== folderOf(to) && isCommand(to))).toEqual([]);
});

it('holds no more at the top than what stands below all folders, and the start', () => {
  expect(files.filter((file) => folderOf(file) === '.').sort()).toEqual(['current-request.ts', 'log.ts', 'start.ts']);
});
