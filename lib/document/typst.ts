import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { documentFonts } from './fonts';
import { breakable } from './line-breaks';

/** Results that no compilation has used for as many compilations are forgotten. */
const CACHE_AGE = 10;

let compiler: NodeCompiler | undefined;

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

/** Compiles a template; whatever people wrote reaches it as data, with places for line ends. */
export function compileTemplate(template: string, data: unknown): NodeTypstDocument {
  const compiler = typstCompiler();
  const json = JSON.stringify(withBreaks(data));
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: json } });
  const document = compiled.result;
  if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  compiler.evictCache(CACHE_AGE);
  return document;
}

/** Gives the memory of everything but the documents at hand back. */
export const forgetCompilations = (): void => typstCompiler().evictCache(0);
