import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lexer, type TokensList } from 'marked';

export type Size = { width: number; height: number };
export type Guide = { tokens: TokensList; sizes: ReadonlyMap<string, Size> };

/** As the built server has it beside itself. */
const file = (name: string) => path.join(/* turbopackIgnore: true */ process.cwd(), 'docs', name);

/** As a PNG begins: its signature, then the head with both. */
const sizeOf = (png: Buffer): Size => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

async function read(): Promise<Guide> {
  const names = await readdir(file('images'));
  const sizes = names.map(async (name) => [name, sizeOf(await readFile(file(`images/${name}`)))] as const);
  return { tokens: lexer(await readFile(file('guide.ja.md'), 'utf8')), sizes: new Map(await Promise.all(sizes)) };
}

let guide: Promise<Guide> | undefined;

/** docs/guide.ja.md and its pictures, read once: they come with the program. */
export function readGuide(): Promise<Guide> {
  guide ??= read().catch((error: unknown) => {
    guide = undefined;
    throw error;
  });
  return guide;
}

/** A picture of the guide; undefined: it has none of that name. */
export const readGuideImage = async (name: string): Promise<Buffer | undefined> =>
  (await readGuide()).sizes.has(name) ? readFile(file(`images/${name}`)) : undefined;
