import { strToU8, unzipSync, type Zippable } from 'fflate';
import type { PrintableModel } from '@/lib/document/printable';
import { zip } from './steady-zip';

type Part = { page: number; name: string };
type Packed = {
  render: (model: PrintableModel, part: Part) => Promise<Uint8Array | string | null>;
  extension: string;
};

/** The document in all of the formats. What is packed already isn't packed again. */
export async function renderZip(
  formats: Record<string, Packed>,
  model: PrintableModel,
  part: Part,
): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const { render, extension } of Object.values(formats)) {
    const file = await render(model, part);
    if (file === null) continue;
    const isText = typeof file === 'string';
    files[`${part.name}.${extension}`] = [isText ? strToU8(file) : file, { level: isText ? 6 : 0 }];
  }
  return zip(files);
}

/** What is in such a file, for the record of what went out. */
export const filesIn = (packed: Uint8Array): { name: string; bytes: Uint8Array }[] =>
  Object.entries(unzipSync(packed)).map(([name, bytes]) => ({ name, bytes }));

/** Files together as they are: whatever packs other things better one day, this gives the same bytes. */
export const zipFiles = (files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array =>
  zip(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { level: 0 }]])));
