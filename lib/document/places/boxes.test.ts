import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DocumentInput } from '@/lib/document/document-input';
import { toPrintable } from '@/lib/document/printable';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { renderPdf } from '@/lib/document/render-pdf';
import { DOCUMENTS } from '@/lib/document/templates/templates';
import { compileDocument, typstCompiler } from '@/lib/document/typst';
import { READ_DOCUMENTS } from '@/lib/domain/read-through/place';
import { boxesOf } from './boxes';
import { placesOf } from './places';

function year(count: number): DocumentInput {
  const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
  if (!read.ok) throw new Error('the seed document is refused');
  const input = inputFromRead(read.value);
  const categoryId = input.categories[0]?.id ?? '';
  const entries = Array.from({ length: count }, (_, index) => {
    const entry = input.entries[index % input.entries.length];
    if (!entry) throw new Error('no entry');
    return { ...entry, sortOrder: index, categoryId, departmentName: '総務課' };
  });
  return { ...input, entries };
}

type Glyph = { page: number; x: number; y: number; id: string };
const PAGE_HEIGHT = { portrait: 841.8898, landscape: 595.2756 };

/** Where each glyph stands in the drawing of all pages, which lie below each other. */
function glyphsOf(svg: string, height: number): Glyph[] {
  const found: Glyph[] = [];
  const groups: [number, number][] = [[0, 0]];
  for (const [tag, , ids, at] of svg.matchAll(/<(g)\b[^>]*>|<\/g>|<use xlink:href="#(\w+)" x="([-\d.]+)"[^>]*>/g)) {
    const [x = 0, y = 0] = groups.at(-1) ?? [];
    if (tag === '</g>') groups.pop();
    else if (tag.startsWith('<g') && !tag.endsWith('/>')) {
      const [, name, numbers = ''] = /transform="(translate|matrix)\(([^)]*)\)/.exec(tag) ?? [];
      const given = numbers.split(/[ ,]+/).map(Number);
      const [dx = 0, dy = 0] = name === 'matrix' ? given.slice(4) : given;
      groups.push(Number.isFinite(dx) && numbers ? [x + dx, y + (dy ?? 0)] : [x, y]);
    } else if (ids) {
      const page = Math.floor(y / height) + 1;
      found.push({ page, x: x + Number(at), y: y - (page - 1) * height, id: ids });
    }
  }
  return found;
}

it.each(READ_DOCUMENTS)('asking for places moves nothing in the %s, and leaves its files as they are', (kind) => {
  const model = toPrintable({ ...DOCUMENTS[kind](year(60)), watermark: null });
  const before = renderPdf(model);
  const drawn = (more: { places?: 'yes' }) =>
    glyphsOf(typstCompiler().plainSvg(compileDocument(model, more)), PAGE_HEIGHT[model.paper]);
  const plain = drawn({});
  const asked = drawn({ places: 'yes' });
  expect(plain.length).toBeGreaterThan(2000);
  expect(asked.map(({ page, id }) => `${page} ${id}`)).toEqual(plain.map(({ page, id }) => `${page} ${id}`));
  const moved = plain.map(({ x, y }, index) => Math.hypot(x - (asked[index]?.x ?? 0), y - (asked[index]?.y ?? 0)));
  expect(Math.max(...moved)).toBeLessThan(0.5);
  boxesOf(model);
  const { title } = model;
  renderPdf({ ...model, title: `${title}。` });
  expect(renderPdf(model).equals(before)).toBe(true);
});

it.each([5, 60])('the boxes of a place hold its characters and no other, with %d entries', (count) => {
  const input = year(count);
  const entries = input.entries.map((entry, index) => ({ ...entry, id: `e${index}` }));
  const places = placesOf({ ...input, entries, carried: [] });
  for (const kind of READ_DOCUMENTS) {
    const model = toPrintable({ ...DOCUMENTS[kind](input), watermark: null });
    const boxes = boxesOf(model);
    const glyphs = glyphsOf(typstCompiler().plainSvg(compileDocument(model)), PAGE_HEIGHT[model.paper]);
    for (const { key, paths, value, isFigure } of places.filter(({ document }) => document === kind)) {
      const own = paths.flatMap((path) => boxes[path] ?? []);
      const within = glyphs.filter(({ page, x, y }) =>
        own.some(
          (box) =>
            box.page === page && x > box.x - 1 && x < box.x + box.width - 1 && y > box.y && y < box.y + box.height,
        ),
      );
      const unit = isFigure && paths[0]?.includes('heading') && /\d/.test(value) ? 2 : 0;
      const more = within.length - [...value.replace(/[\s　]/g, '')].length - unit;
      // A bracket begins half a letter before its ink: at the beginning of a line it is outside, behind a name inside.
      const isBracket = more === (/^[【（]/.test(value) ? -1 : 1) && key.endsWith(':name');
      expect({ key, more: isBracket ? 0 : more }).toEqual({ key, more: 0 });
    }
  }
});
