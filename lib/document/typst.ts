import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { documentText } from '@/lib/text/document/document';
import { documentFonts } from './fonts';
import { breakable } from './line-breaks';
import type { PrintableModel } from './printable';

/** Draws every tree; like the fonts it is traced into the standalone server's folder. */
const DRAWING = 'lib/document/draw-document.typ';
/** Results that no compilation has used for as many compilations are forgotten. */
const CACHE_AGE = 10;

let compiler: NodeCompiler | undefined;
let drawing: string | undefined;

/** Typst with the document's fonts; the first call loads both. */
export function typstCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: documentFonts() }] });
  return compiler;
}

function withBreaks(node: unknown): unknown {
  if (typeof node === 'string') return breakable(node);
  if (Array.isArray(node)) return node.map(withBreaks);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withBreaks(value)]));
}

/** Compiles a document; whatever people wrote reaches Typst as data, with places for line ends. `more` asks the drawing for more. */
export function compileDocument(model: PrintableModel, more: { places?: 'yes' } = {}): NodeTypstDocument {
  const compiler = typstCompiler();
  drawing ??= readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), DRAWING), 'utf8');
  const data = JSON.stringify(withBreaks({ ...model, words: { contents: documentText.contents } }));
  const compiled = compiler.compile({ mainFileContent: drawing, inputs: { data, ...more } });
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  compiler.evictCache(CACHE_AGE);
  return document;
}

/** Gives the memory of everything but the documents at hand back. */
export const forgetCompilations = (): void => typstCompiler().evictCache(0);
