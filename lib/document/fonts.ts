import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The standalone server changes into its own folder, where tracing has put these files. */
const FILES = [
  'node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  'node_modules/@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
];

let fonts: Buffer[] | undefined;

/** The fonts of every document, read at the first call. */
export function documentFonts(): Buffer[] {
  fonts ??= FILES.map((file) => readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file)));
  return fonts;
}
