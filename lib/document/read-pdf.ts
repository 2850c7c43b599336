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
  /** What each page contributes to the tag tree. */
  tags: Tag[][];
};

type TextContent = { items: ({ str: string } | { type: string; tag?: string })[] };

function splitArtifacts({ items }: TextContent): { content: string; artifacts: string } {
  const found = { content: '', artifacts: '' };
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item) found[open.includes(true) ? 'artifacts' : 'content'] += item.str;
    else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.tag === 'Artifact');
  }
  return found;
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

/** Reads a PDF back, to compare what was printed with what should have been. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
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
      tags: [],
    };
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const text = splitArtifacts(await page.getTextContent({ includeMarkedContent: true }));
      read.pages.push(text.content);
      read.artifacts.push(text.artifacts);
      read.tags.push(tagOf(await page.getStructTree()));
    }
    return read;
  } finally {
    await task.destroy();
  }
}
