import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the tag tree: a role with children, or a leaf that points at content. */
export type Tag = { role: string; children: Tag[] };

export type ReadPdf = {
  title: string;
  language: string;
  isMarked: boolean;
  /** Text of the content, page by page, without what is marked as an artifact. */
  pages: string[];
  /** Text of the artifacts (watermark, page numbers), page by page. */
  artifacts: string[];
  /** Where the text of each page ends at the right, in points from the paper's left edge. */
  rightEnds: number[];
  /** Where the lowest text of each page stands, in points from the paper's lower edge. */
  bottoms: number[];
  /** The lines of each page from the top: where they stand, from the paper's lower edge, and what they say. */
  lines: { y: number; text: string }[][];
  author: string;
  subject: string;
};

type Placed = { str: string; transform: number[]; width: number };
type TextContent = { items: (Placed | { type: string; tag?: string })[] };

function splitArtifacts({ items }: TextContent): { content: Placed[]; artifacts: Placed[] } {
  const found: { content: Placed[]; artifacts: Placed[] } = { content: [], artifacts: [] };
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item) found[open.includes(true) ? 'artifacts' : 'content'].push(item);
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.tag === 'Artifact');
  }
  return found;
}

const textOf = (placed: Placed[]): string => placed.map(({ str }) => str).join('');
const rightEndOf = (placed: Placed[]): number =>
  Math.max(0, ...placed.map(({ transform, width }) => (transform[4] ?? 0) + width));
/** Spaces of PDF.js's own have no place. */
const bottomOf = (placed: Placed[]): number =>
  Math.min(...placed.flatMap(({ str, transform }) => (str.trim() === '' ? [] : [transform[5] ?? 0])));

function linesOf(placed: Placed[]): { y: number; text: string }[] {
  const lines = new Map<number, string>();
  for (const { str, transform } of placed) {
    const y = Math.round((transform[5] ?? 0) * 10) / 10;
    if (str.trim() !== '') lines.set(y, (lines.get(y) ?? '') + str);
  }
  return Array.from(lines, ([y, text]) => ({ y, text })).sort((one, other) => other.y - one.y);
}

function tagOf(node: unknown): Tag[] {
  if (typeof node !== 'object' || node === null || !('role' in node)) return [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [{ role: String(node.role), children: children.flatMap(tagOf) }];
}

const fieldOf = (info: object, name: string): string => {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
};

const open = (bytes: Uint8Array) => getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });

/** What each page contributes to the tag tree: a tenth of the reading, which one test needs. */
export async function readTags(bytes: Uint8Array): Promise<Tag[][]> {
  const task = open(bytes);
  const file = await task.promise;
  try {
    const tags: Tag[][] = [];
    for (let number = 1; number <= file.numPages; number += 1)
      tags.push(tagOf(await (await file.getPage(number)).getStructTree()));
    return tags;
  } finally {
    await task.destroy();
  }
}

/** Reads a PDF back, to compare what was printed with what should have been. PDF.js knows no ActualText. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = open(bytes);
  const file = await task.promise;
  try {
    const { info } = await file.getMetadata();
    const mark = await file.getMarkInfo();
    const read: ReadPdf = {
      title: fieldOf(info, 'Title'),
      language: fieldOf(info, 'Language'),
      isMarked: mark?.Marked === true,
      pages: [],
      artifacts: [],
      rightEnds: [],
      bottoms: [],
      lines: [],
      author: fieldOf(info, 'Author'),
      subject: fieldOf(info, 'Subject'),
    };
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { content, artifacts } = splitArtifacts(
        await page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
      );
      read.pages.push(textOf(content));
      read.artifacts.push(textOf(artifacts));
      read.rightEnds.push(rightEndOf([...content, ...artifacts]));
      read.bottoms.push(bottomOf(content));
      read.lines.push(linesOf(content));
    }
    return read;
  } finally {
    await task.destroy();
  }
}
