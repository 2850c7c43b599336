import type { Hole } from '@/lib/domain/year/year-document';
import { documentText } from '@/lib/text/document/document';
import type { PrintedEntry } from './model';
import type { PrintableModel } from './printable';

/** Words of the tree's own, which nobody writes. */
const FIXED = new Set([
  'kind',
  'template',
  'language',
  'paper',
  'author',
  'subject',
  'caption',
  'corner',
  'holds',
  'watermark',
  'statement',
]);

const holeOfEntry = (entry: PrintedEntry): PrintedEntry => ({
  ...entry,
  heading: { name: documentText.unprintedEntry, figures: [] },
  parts: [],
});

/** The document with a hole wherever a unit is not shown. Units are numbered in the order of the tree. */
function shown(model: PrintableModel, isShown: (unit: number, hole: Hole) => boolean): PrintableModel {
  let unit = -1;
  const walk = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') {
      if (FIXED.has(key)) return node;
      unit += 1;
      return isShown(unit, 'text') ? node : documentText.unprintedText;
    }
    if (Array.isArray(node)) {
      if (key !== 'entries') return node.map((item) => walk(item, key));
      return (node as PrintedEntry[]).map((entry, index) => {
        unit += 1;
        return isShown(unit, { entry: index }) ? entry : holeOfEntry(entry);
      });
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([of, value]) => [of, walk(value, of)]));
  };
  return walk(model, '') as PrintableModel;
}

/** The units without which the document compiles, found by halves. */
function culprits(units: number[], compiles: (units: ReadonlySet<number>) => boolean): number[] {
  if (compiles(new Set(units))) return [];
  if (units.length <= 1) return units;
  const middle = units.length >> 1;
  return [...culprits(units.slice(0, middle), compiles), ...culprits(units.slice(middle), compiles)];
}

/**
 * Compiles a document. Should it fail all the same, what is at fault is left out, a line says so in its place, and the
 * document counts as a draft: one entry must not keep the ward from the others.
 */
export function compileWithHoles<T>(
  model: PrintableModel,
  compile: (model: PrintableModel) => T,
): { compiled: T; holes: Hole[] } {
  try {
    return { compiled: compile(model), holes: [] };
  } catch (error) {
    const all: Hole[] = [];
    shown(model, (_, hole) => all.push(hole) > 0);
    const missing = new Set(
      culprits(Array.from(all.keys()), (units) => {
        try {
          compile(shown(model, (unit) => units.has(unit)));
          return true;
        } catch {
          return false;
        }
      }),
    );
    if (missing.size === 0) throw error;
    const rest = { ...shown(model, (unit) => !missing.has(unit)), watermark: documentText.watermark };
    return { compiled: compile(rest), holes: all.filter((_, unit) => missing.has(unit)) };
  }
}
