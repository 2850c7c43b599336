import { compileWithHoles } from '@/lib/document/holes';
import type { PrintableModel } from '@/lib/document/printable';
import { compileDocument, forgetCompilations, typstCompiler } from '@/lib/document/typst';
import type { Box, PlaceBoxes } from '@/lib/domain/read-through/boxes';

type Mark = { path: string; page: number; x: number; y: number };
type FirstMark = Mark & { indent: number; column: number; pitch: number };
type LastMark = Mark & { rest: number };
type Marks = { top: number; bottom: number; marks: (FirstMark | LastMark)[] };

/** In points: letters reach this far above and below the line that they stand on. */
const ABOVE = 11.5;
const BELOW = 2.5;
/** Marks before a paragraph stand at the top of its first line, those within one on the line. */
const BODY_SIZE = 10.5;

const isFirst = (mark: FirstMark | LastMark): mark is FirstMark => 'column' in mark;
const rounded = (value: number): number => Math.round(value * 10) / 10;

const box = (page: number, left: number, right: number, firstLine: number, lastLine: number): Box => ({
  page,
  x: rounded(left),
  y: rounded(firstLine - ABOVE),
  width: rounded(right - left),
  height: rounded(lastLine - firstLine + ABOVE + BELOW),
});

/** The line that the first mark is of. Across pages nothing says which of the two it is. */
function lineOf(first: FirstMark, last: LastMark): number {
  const over = (last.y - first.y) % first.pitch;
  const isAbove = first.page === last.page && Math.abs(over - BODY_SIZE) < 1;
  return isAbove ? first.y + BODY_SIZE : first.y;
}

function boxesBetween(first: FirstMark, last: LastMark, { top, bottom }: Marks): Box[] {
  const line = lineOf(first, last);
  const left = first.x + first.indent;
  const right = left + first.column;
  const hasEnd = last.x + last.rest > first.x || last.y - line > 1;
  const end = hasEnd ? Math.min(Math.max(last.x + last.rest, left + 1), right) : right;
  if (first.page !== last.page) {
    return [
      box(first.page, left, right, line, bottom),
      ...(last.page - first.page > 1
        ? Array.from({ length: last.page - first.page - 1 }, (_, index) =>
            box(first.page + index + 1, left, right, top + BODY_SIZE, bottom),
          )
        : []),
      box(last.page, left, right, top + BODY_SIZE, last.y),
    ];
  }
  if (last.y - line < 1) return [box(first.page, first.x, hasEnd ? last.x + last.rest : right, line, line)];
  const between = last.y - line - first.pitch;
  return [
    box(first.page, first.x, right, line, line),
    ...(between > 1 ? [box(first.page, left, right, line + first.pitch, last.y - first.pitch)] : []),
    box(first.page, left, end, last.y, last.y),
  ];
}

/** Where everything that the document prints is on its pages, by its path in the tree; a text over several lines has several boxes. */
export function boxesOf(model: PrintableModel): PlaceBoxes {
  const { compiled } = compileWithHoles(model, (shown) => compileDocument(shown, { places: 'yes' }));
  const [found] = typstCompiler().query(compiled, { selector: '<places>', field: 'value' }) as [Marks];
  forgetCompilations();
  const boxes: PlaceBoxes = {};
  const begun = new Map<string, FirstMark>();
  for (const mark of found.marks) {
    const first = begun.get(mark.path);
    if (isFirst(mark)) begun.set(mark.path, mark);
    // A head that is repeated on every page is read on the first.
    else if (first) boxes[mark.path] ??= boxesBetween(first, mark, found);
  }
  return boxes;
}
