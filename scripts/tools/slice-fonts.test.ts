import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../launcher/folders';

const folder = path.join(root, 'app/fonts');
const css = readFileSync(path.join(root, 'app/fonts.css'), 'utf8');
const kilobytes = (name: string) => statSync(path.join(folder, name)).size / 1024;

it('has a face for each slice, and a slice for each face', () => {
  const faces = Array.from(css.matchAll(/url\("\.\/fonts\/([^"]+)"\)/g), ([, name]) => name);
  expect(faces.toSorted()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.woff2')));
});

// With what else a first visit loads, list, home and editor stay under 250 KB where no font is Japanese (docs/bench.md).
it('keeps small what every page waits for, and what list, home and editor load of the font', () => {
  expect(css.length / 1024).toBeLessThan(16);
  expect(kilobytes('daily.woff2')).toBeLessThan(57);
});
