import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { printableWith } from './font-coverage';

/** The standalone server changes into its own folder, where tracing has put these files. */
const FONTS = [
  'node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  'node_modules/@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
];

/** Results that no compilation has used for as many compilations are forgotten. */
const CACHE_AGE = 10;

type Typst = { compiler: NodeCompiler; printable: (text: string) => string };
let typst: Typst | undefined;

function start(): Typst {
  const fontBlobs = FONTS.map((file) => readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file)));
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }), printable: printableWith(fontBlobs) };
}

/** Typst with the document's fonts; the first call loads both. */
export function typstCompiler(): Typst {
  typst ??= start();
  return typst;
}

/** Compiles a template; whatever people wrote reaches it as data. A template that doesn't compile is a bug. */
export function compileTemplate(template: string, data: unknown): NodeTypstDocument {
  const { compiler, printable } = typstCompiler();
  const json = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: json } });
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  compiler.evictCache(CACHE_AGE);
  return document;
}
