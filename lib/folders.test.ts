import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts'];
const LAYERS = ['generated', 'database', 'gate', 'history'];

const isGenerated = (file: string): boolean => file.startsWith('lib/server/generated') || file.includes('.next');
const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
).filter((file) => /\.tsx?$/.test(file) && !/\.d\.ts$/.test(file) && !isGenerated(file));
const sources = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
const sourceOf = (file: string): string => sources.get(file) ?? '';

/** Types, too, and what is loaded later. */
function importsOf(file: string): string[] {
  const named = Array.from(sourceOf(file).matchAll(/(?:from|import\()\s*'(@\/|\.\.?\/)([^']+)'/g));
  return named.flatMap(([, start = '', name = '']) => {
    const place = start === '@/' ? name : path.join(path.dirname(file), start, name);
    return [`${place}.ts`, `${place}.tsx`].filter((found) => sources.has(found));
  });
}
const imports = new Map(files.map((file) => [file, importsOf(file)]));

const product = files.filter((file) => /^(app|components|lib)\//.test(file) && !/\.test\.tsx?$/.test(file));
const lengths = product.map((file) => sourceOf(file).split('\n').length - 1).sort((a, b) => a - b);

const server = product.filter((file) => file.startsWith('lib/server/'));
const serverFolderOf = (file: string): string => file.split('/').slice(2, -1).join('/');
const serverImports = server.flatMap((from) =>
  (imports.get(from) ?? []).filter((to) => to.startsWith('lib/server/')).map((to) => ({ from, to })),
);
/** The lower ones come first; concepts stand side by side above them all. */
const heightOf = (file: string): number => {
  const layer = LAYERS.indexOf(serverFolderOf(file));
  return layer < 0 ? LAYERS.length : layer;
};

it('goes one way: generated types ← database ← gate ← history ← concepts', () => {
  expect(serverImports.length).toBeGreaterThan(50);
  const inFolders = serverImports.filter(({ from }) => serverFolderOf(from) !== '');
  expect(inFolders.filter(({ from, to }) => heightOf(to) > heightOf(from) && serverFolderOf(to) !== '')).toEqual([]);
});

it('lets a concept ask another’s queries, never its commands', () => {
  const isCommand = (file: string) => /= command\(/.test(sourceOf(file));
  expect(server.filter(isCommand).length).toBeGreaterThan(5);
  const across = serverImports.filter(({ from, to }) => serverFolderOf(from) !== serverFolderOf(to));
  expect(across.filter(({ to }) => isCommand(to))).toEqual([]);
});

it('holds no more at the top than what stands below all folders, and the start', () => {
  const atTop = server.filter((file) => serverFolderOf(file) === '').map((file) => path.basename(file));
  expect(atTop.sort()).toEqual(['current-request.ts', 'log.ts', 'start.ts']);
});

it('has files that are a concept each, and folders that one look takes in', () => {
  expect(Math.max(...lengths)).toBeLessThanOrEqual(250);
  const median = lengths[Math.floor(lengths.length / 2)];
  expect(median).toBeGreaterThanOrEqual(45);
  expect(median).toBeLessThanOrEqual(90);
  const folders = files.filter((file) => !/\.test\.tsx?$/.test(file)).map((file) => path.dirname(file));
  const isFull = (folder: string): boolean => folders.filter((other) => other === folder).length > 24;
  expect([...new Set(folders)].filter(isFull)).toEqual([]);
});

it('has no circles', () => {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (state.get(file) === 'open') circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  expect(circles).toEqual([]);
});

it('lets a field of an entry stand in few files: the table says what it is, the others have words or a place for it', () => {
  const seed = files.filter((file) => /^prisma\/[\w-]+\.ts$/.test(file) && !/\.test\.ts$/.test(file));
  const naming = [...product, ...seed].filter((file) => sourceOf(file).includes('innovation'));
  expect(naming).toContain('lib/domain/entry/entry-field-table.ts');
  expect(naming.length, naming.join('\n')).toBeLessThanOrEqual(10);
});
